"""How servers tell each other that something changed: in this process, or through Redis."""

import logging
import threading
from collections.abc import Callable
from typing import Protocol

from redis import Redis
from redis.exceptions import RedisError

CHANNEL = "tooljet:changed"
RETRY_SECONDS = 1.0
# After a gap nobody knows what was missed.
TOPICS = ("apps", "sources", "constants")
log = logging.getLogger(__name__)


class Bus(Protocol):
    """Carries topics from the server that changed them to all, itself included."""

    def publish(self, topic: str) -> None:
        """Tell everybody that a topic changed."""

    def close(self) -> None:
        """Stop listening."""


class LocalBus:
    """One process: the change is known when `publish` returns."""

    def __init__(self, forget: Callable[[str], None]) -> None:
        self.publish = forget

    def close(self) -> None:
        """Nothing to stop."""


class RedisBus:
    """Several servers on one Redis; after a lost connection everything is forgotten, to be safe."""

    def __init__(self, url: str, forget: Callable[[str], None]) -> None:
        self._redis: Redis = Redis.from_url(url, health_check_interval=10)
        self._forget = forget
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._listen, name="tooljet-bus", daemon=True)
        self._thread.start()

    def publish(self, topic: str) -> None:
        """Forget here at once, and tell the others."""
        self._forget(topic)
        self._redis.publish(CHANNEL, topic)

    def close(self) -> None:
        """Stop listening."""
        self._stopped.set()
        self._thread.join(timeout=5)
        self._redis.close()

    def _listen(self) -> None:
        while not self._stopped.is_set():
            try:
                self._receive()
            except RedisError as error:
                log.warning("redis connection lost error=%s", error)
                self._forget_all()
                self._stopped.wait(RETRY_SECONDS)

    def _receive(self) -> None:
        with self._redis.pubsub(ignore_subscribe_messages=True) as channel:  # type: ignore[no-untyped-call]
            channel.subscribe(CHANNEL)
            self._forget_all()
            while not self._stopped.is_set():
                message = channel.get_message(timeout=0.2)
                if message:
                    self._forget(message["data"].decode())

    def _forget_all(self) -> None:
        for topic in TOPICS:
            self._forget(topic)


def connect_bus(redis_url: str, forget: Callable[[str], None]) -> Bus:
    """Return the bus for a Redis address, or the one of a single server."""
    return RedisBus(redis_url, forget) if redis_url else LocalBus(forget)
