"""Warm connections: lent to one run at a time, looked at before, closed when nobody needs them."""

import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, NamedTuple

import msgspec

from ..errors import SourceUnreachable
from .driver import Driver

Open = Callable[[], Driver]


class Key(NamedTuple):
    """Whose connections: one source in one environment, with the options it has now."""

    source: str
    environment: str
    options: str

    @classmethod
    def of(cls, source: str, environment: str, options: Any) -> "Key":
        """Return the key for options; other options are other connections."""
        text = msgspec.json.encode(options, order="deterministic", enc_hook=str)
        return cls(source, environment, sha256(text).hexdigest())


@dataclass
class Lane:
    """The connections of one key; `freed` wakes one who waits for a place among them."""

    freed: threading.Condition
    idle: deque[tuple[Driver, float]] = field(default_factory=deque)
    out: int = 0
    gone: bool = False


class Pool:
    """All warm connections of a server."""

    def __init__(self, *, max_per_source: int = 10, idle_seconds: float = 300.0, wait_seconds: float = 30.0) -> None:
        self.max_per_source = max_per_source
        self.idle_seconds = idle_seconds
        self.wait_seconds = wait_seconds
        self._lock = threading.Lock()
        self._lanes: dict[Key, Lane] = defaultdict(lambda: Lane(threading.Condition(self._lock)))
        self._runs: dict[str, Driver] = {}

    @contextmanager
    def lease(self, key: Key, open: Open, *, run_id: str = "") -> Iterator[Driver]:
        """Lend a driver; `run_id` is the name by which `cancel` finds it while it is out."""
        lane, driver = self._take(key, open)
        if run_id:
            with self._lock:
                self._runs[run_id] = driver
        try:
            yield driver
        finally:
            with self._lock:
                self._runs.pop(run_id, None)
            self._give_back(lane, driver)

    def cancel(self, run_id: str) -> bool:
        """Stop a run in its database; say whether it was found."""
        with self._lock:
            driver = self._runs.get(run_id)
        if driver is None:
            return False
        driver.cancel()
        return True

    def drop(self, source: str) -> None:
        """Close the connections of a source whose options changed; the others close when they return."""
        with self._lock:
            lanes = [self._lanes.pop(key) for key in list(self._lanes) if key.source == source]
            closing = self._retire(lanes)
        close_all(closing)

    def sweep(self) -> int:
        """Close what was idle for too long; return how many connections are left idle."""
        old: list[Driver] = []
        limit = time.monotonic() - self.idle_seconds
        with self._lock:
            for key, lane in list(self._lanes.items()):
                while lane.idle and lane.idle[0][1] < limit:
                    old.append(lane.idle.popleft()[0])
                if not lane.idle and not lane.out:
                    del self._lanes[key]
            left = sum(len(lane.idle) for lane in self._lanes.values())
        close_all(old)
        return left

    def close(self) -> None:
        """Close everything; what is out closes when it returns."""
        with self._lock:
            closing = self._retire(list(self._lanes.values()))
            self._lanes.clear()
        close_all(closing)

    def _retire(self, lanes: list[Lane]) -> list[Driver]:
        closing = []
        for lane in lanes:
            lane.gone = True
            closing += [driver for driver, _ in lane.idle]
            lane.idle.clear()
            lane.freed.notify_all()
        return closing

    def _take(self, key: Key, open: Open) -> tuple[Lane, Driver]:
        """Return a warm driver that is healthy, or a new one, waiting for a place when all are out."""
        lane = self._enter(key)
        try:
            while (warm := self._pop(lane)) is not None:
                if warm.healthy():
                    return lane, warm
                warm.close()
            return lane, open()
        except BaseException:
            self._leave(lane)
            raise

    def _enter(self, key: Key) -> Lane:
        """Count one more as out, waiting for a place when all are out."""
        deadline = time.monotonic() + self.wait_seconds
        with self._lock:
            while (lane := self._lanes[key]).out >= self.max_per_source:
                rest = deadline - time.monotonic()
                if rest <= 0 or not lane.freed.wait(rest):
                    raise SourceUnreachable(
                        "All connections of this source are in use", max_per_source=self.max_per_source
                    )
            lane.out += 1
            return lane

    def _pop(self, lane: Lane) -> Driver | None:
        """Return the connection that was used last, so that the others may grow old."""
        with self._lock:
            return lane.idle.pop()[0] if lane.idle else None

    def _leave(self, lane: Lane) -> None:
        with self._lock:
            lane.out -= 1
            lane.freed.notify()

    def _give_back(self, lane: Lane, driver: Driver) -> None:
        keep = not lane.gone and driver.reusable()
        with self._lock:
            keep = keep and not lane.gone
            if keep:
                lane.idle.append((driver, time.monotonic()))
            lane.out -= 1
            lane.freed.notify()
        if not keep:
            driver.close()


def close_all(drivers: list[Driver]) -> None:
    """Close drivers, outside of any lock: closing may talk to a server."""
    for driver in drivers:
        driver.close()
