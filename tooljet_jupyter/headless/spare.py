"""Isolates that wait to be used, so that a test need not wait for its app.

An isolate belongs to one app. When the app is closed and its code left JavaScript as it was, the same app may
start there again with everything new but the code that V8 has compiled, which is most of what a start costs.
"""

import atexit
import threading
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache

from .isolate import Isolate

# How many empty ones wait.
WAITING = 1
# How many wait for an app that may come back.
KEPT = 4


class Spare:
    """The isolates of this process that nobody uses now."""

    def __init__(self) -> None:
        self._maker = ThreadPoolExecutor(WAITING, thread_name_prefix="tooljet-v8-spare")
        self._waiting: deque[Future[Isolate]] = deque()
        self._kept: deque[tuple[bytes, Isolate]] = deque()
        self._lock = threading.Lock()

    def take(self, app: bytes, *, memory_mb: int) -> Isolate:
        """Return an isolate for the app of this definition: one that it had before, or one that nobody had."""
        isolate = self._back(app) or self._empty()
        isolate.limit(memory_mb)
        return isolate

    def give(self, app: bytes, isolate: Isolate) -> None:
        """Take back the isolate of an app that was closed."""
        if not isolate.end():
            isolate.close()
            return
        with self._lock:
            self._kept.append((app, isolate))
            over = [self._kept.popleft()[1] for _ in range(len(self._kept) - KEPT)]
        for old in over:
            old.close()

    def close(self) -> None:
        """End the isolates that nobody took."""
        with self._lock:
            waiting, self._waiting = list(self._waiting), deque()
            kept, self._kept = list(self._kept), deque()
        for _, isolate in kept:
            isolate.close()
        for future in waiting:
            if not future.cancel():
                future.result().close()
        self._maker.shutdown()

    def _back(self, app: bytes) -> Isolate | None:
        with self._lock:
            found = next((pair for pair in reversed(self._kept) if pair[0] == app), None)
            if found:
                self._kept.remove(found)
        return found[1] if found else None

    def _empty(self) -> Isolate:
        with self._lock:
            first = self._waiting.popleft() if self._waiting else None
            while len(self._waiting) < WAITING:
                self._waiting.append(self._maker.submit(Isolate))
        return first.result() if first else Isolate()


@cache
def spare() -> Spare:
    """Return the spare of this process; it goes with the process."""
    kept = Spare()
    atexit.register(kept.close)
    return kept
