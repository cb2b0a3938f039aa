"""Runs the functions of an app where the notebook's cells run: one at a time, in order, between the cells."""

import asyncio
import contextvars
import inspect
import signal
import threading
from collections import deque
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

Job = Callable[[], Coroutine[Any, Any, None] | None]


class Runner:
    """A queue of jobs on the notebook's own loop; without one they run at once, where they come."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._context = contextvars.copy_context()
        self._waiting: deque[Job] = deque()
        self._running: asyncio.Task[None] | None = None
        self._lock = threading.RLock()

    def settle(self) -> None:
        """Take the loop that runs here as the notebook's, if one does."""
        try:
            self._loop = asyncio.get_running_loop()
        except RuntimeError:
            return
        self._context = contextvars.copy_context()

    def soon(self, run: Callable[[], None]) -> None:
        """Run something short on the notebook's loop, whatever else waits."""
        if self._loop and self._loop.is_running():
            self._loop.call_soon_threadsafe(run, context=self._context.copy())
        else:
            run()

    def submit(self, job: Job) -> None:
        """Run a job after those that came before it."""
        with self._lock:
            self._waiting.append(job)
        self.soon(self._next)

    def _next(self) -> None:
        """Start the next job unless one runs."""
        while not self._running:
            with self._lock:
                job = self._waiting.popleft() if self._waiting else None
            if job is None:
                return
            with interruptible():
                going = job()
            if inspect.iscoroutine(going):
                self._follow(going)

    def _follow(self, going: Coroutine[Any, Any, None]) -> None:
        """Let a job that waits for something go on, and the next one begin after it."""
        if not (self._loop and self._loop.is_running()):
            asyncio.run(going)
            return
        self._running = self._loop.create_task(going)
        self._running.add_done_callback(self._ended)

    def _ended(self, _: "asyncio.Task[None]") -> None:
        self._running = None
        self._next()


@contextmanager
def interruptible() -> Iterator[None]:
    """Let the notebook's stop button end what runs in the block: kernels listen to it only while a cell runs."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
