"""The network under a REST source: every wait ends at the run's deadline, or when somebody cancels."""

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import httpcore

from ..errors import Cancelled, QueryTimeout

CONNECT_SECONDS = 10.0


class Line(httpcore.NetworkBackend):
    """Watches the connections of one driver; used by one thread at a time, except `cancel`."""

    def __init__(self, inner: httpcore.NetworkBackend) -> None:
        self._inner = inner
        self._lock = threading.Lock()
        self._streams: set[Watched] = set()
        self._stopped = threading.Event()
        self._running = False
        self._ends = float("inf")
        self._seconds = 0.0

    @contextmanager
    def run(self, deadline_seconds: float) -> Iterator[None]:
        """Watch one run."""
        with self._lock:
            self._running = True
            self._stopped.clear()
        self._seconds = deadline_seconds
        self._ends = time.monotonic() + deadline_seconds
        try:
            yield
        finally:
            with self._lock:
                self._running = False
            self._ends = float("inf")

    def cancel(self) -> None:
        """End the run that another thread is in: its connections break under it."""
        with self._lock:
            if not self._running:
                return
            self._stopped.set()
            for stream in self._streams:
                stream.stop()

    @property
    def left_seconds(self) -> float:
        """How long the run may still take."""
        return self._ends - time.monotonic()

    def check(self) -> None:
        """Raise when the run is over: cancelled, or past its deadline."""
        if self._stopped.is_set():
            raise Cancelled("The run was cancelled")
        if self.left_seconds <= 0:
            raise QueryTimeout(f"The source did not answer within {self._seconds:g} seconds", seconds=self._seconds)

    def pause(self, seconds: float) -> None:
        """Wait, but not longer than the run may take."""
        self._stopped.wait(min(seconds, max(self.left_seconds, 0.0)))
        self.check()

    def patience(self, timeout: float | None) -> float | None:
        """Return how long one wait may take."""
        self.check()
        left = self.left_seconds
        return timeout if left == float("inf") else min(left, timeout or left)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect, and watch the connection from then on."""
        patience = self.patience(min(timeout or CONNECT_SECONDS, CONNECT_SECONDS))
        return self.watch(self._inner.connect_tcp(host, port, patience, local_address, socket_options))

    def watch(self, stream: httpcore.NetworkStream) -> "Watched":
        """Return a connection that ends with the run."""
        watched = Watched(self, stream)
        with self._lock:
            self._streams.add(watched)
        self.check()
        return watched

    def forget(self, stream: "Watched") -> None:
        """Leave a connection that was closed alone."""
        with self._lock:
            self._streams.discard(stream)


class Watched(httpcore.NetworkStream):
    """A connection whose reads and writes take no longer than the run may."""

    def __init__(self, line: Line, inner: httpcore.NetworkStream) -> None:
        self._line = line
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what is there."""
        return self._inner.read(max_bytes, self._line.patience(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write everything."""
        self._inner.write(buffer, self._line.patience(timeout))

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Go on encrypted."""
        inner = self._inner.start_tls(ssl_context, server_hostname, self._line.patience(timeout))
        self._line.forget(self)
        return self._line.watch(inner)

    def get_extra_info(self, info: str) -> Any:
        """Return a fact about the connection."""
        return self._inner.get_extra_info(info)

    def close(self) -> None:
        """Give the connection back."""
        self._line.forget(self)
        self._inner.close()

    def stop(self) -> None:
        """Break the connection under the thread that waits on it; closing alone would not wake it."""
        raw = self._inner.get_extra_info("socket")
        if isinstance(raw, socket.socket):
            with contextlib.suppress(OSError):
                socket.socket.shutdown(raw, socket.SHUT_RDWR)
