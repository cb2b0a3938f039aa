"""What a server remembers between requests, forgotten by topic when somebody changes it."""

import threading
import time
from collections.abc import Callable
from typing import Any


class Cache:
    """Values by topic and key; the topic is what a change names, such as `apps` or `sources`."""

    def __init__(self) -> None:
        self._values: dict[str, dict[Any, Any]] = {}
        self._ages: dict[str, int] = {}
        self._lock = threading.Lock()

    def get(self, topic: str, key: Any, make: Callable[[], Any]) -> Any:
        """Return the remembered value, or make it; one that was forgotten meanwhile is not kept."""
        known = self._values.get(topic, {})
        if key in known:
            return known[key]
        age = self._ages.get(topic, 0)
        value = make()
        with self._lock:
            if self._ages.get(topic, 0) == age:
                self._values.setdefault(topic, {})[key] = value
        return value

    def forget(self, topic: str) -> None:
        """Forget everything of a topic."""
        with self._lock:
            self._ages[topic] = self._ages.get(topic, 0) + 1
            self._values.pop(topic, None)


class Recent:
    """Values that are believed for some seconds, and no more of them than fit."""

    def __init__(self, *, seconds: float, most: int) -> None:
        self.seconds = seconds
        self.most = most
        self._values: dict[str, tuple[float, Any]] = {}

    def get(self, key: str) -> Any:
        """Return the value of a key, or None where it is unknown or too old."""
        until, value = self._values.get(key, (0.0, None))
        return value if time.monotonic() < until else None

    def keep(self, key: str, value: Any) -> None:
        """Believe a value from now on."""
        if len(self._values) >= self.most:
            self._values.clear()
        self._values[key] = (time.monotonic() + self.seconds, value)
