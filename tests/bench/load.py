"""A light load generator, in a process of its own: keep-alive connections that ask, wait and ask again.

Reads an `Order` as JSON from standard input and prints a `Tally`.
"""

import asyncio
import json
import subprocess
import sys
from dataclasses import asdict, dataclass, field
from statistics import median
from time import perf_counter
from uuid import uuid4

# Each request asks for another row under another run: `NUMBER` and `RUN` in a body stand for them.
NUMBERS = 1_000
PATIENCE_SECONDS = 60


@dataclass
class Order:
    """What to ask, where, how often at a time, and for how long."""

    port: int
    method: str
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    body: str = ""
    connections: int = 1
    seconds: float = 2.0
    warm_seconds: float = 0.3


@dataclass
class Tally:
    """What came back."""

    answered: int
    failed: int
    per_second: float
    median_ms: float
    bytes: int
    problem: str = ""


class Asker(asyncio.Protocol):
    """One connection."""

    def __init__(self, order: Order, until: float, took: list[tuple[float, float]], problems: list[str]) -> None:
        self.order, self.until, self.took, self.problems = order, until, took, problems
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.received, self.wanted, self.number, self.size = b"", -1, 0, 0
        lines = [f"{order.method} {order.path} HTTP/1.1", f"Host: 127.0.0.1:{order.port}"]
        self.head = "\r\n".join([*lines, *(f"{name}: {value}" for name, value in order.headers.items())])

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.ask()

    def ask(self) -> None:
        self.number = self.number % NUMBERS + 1
        body = self.order.body.replace("NUMBER", str(self.number)).replace("RUN", str(uuid4()))
        self.received, self.wanted, self.asked = b"", -1, perf_counter()
        self.transport.write(f"{self.head}\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode())

    def data_received(self, data: bytes) -> None:
        self.received += data
        if self.wanted < 0 and (end := self.received.find(b"\r\n\r\n")) >= 0:
            head = self.received[:end].lower()
            self.wanted = end + 4 + int(head.partition(b"content-length:")[2].split(b"\r\n", 1)[0])
        if 0 <= self.wanted <= len(self.received):
            self.answered()

    def answered(self) -> None:
        now = perf_counter()
        self.took.append((now, now - self.asked))
        self.size = len(self.received)
        if not self.received.startswith(b"HTTP/1.1 200"):
            self.problems.append(self.received[:300].decode(errors="replace"))
        if now < self.until:
            self.ask()
        else:
            self.transport.close()

    def connection_lost(self, error: Exception | None) -> None:
        if perf_counter() < self.until:
            self.problems.append(f"the connection ended: {error}")
        self.done.set_result(None)


async def work(order: Order) -> Tally:
    """Ask until the time is over; what happens while the server warms up is not counted."""
    took: list[tuple[float, float]] = []
    problems: list[str] = []
    begin = perf_counter() + order.warm_seconds
    loop = asyncio.get_running_loop()
    made = [
        loop.create_connection(lambda: Asker(order, begin + order.seconds, took, problems), "127.0.0.1", order.port)
        for _ in range(order.connections)
    ]
    opened = [asker for _, asker in await asyncio.gather(*made)]
    await asyncio.wait_for(asyncio.gather(*(asker.done for asker in opened)), PATIENCE_SECONDS + order.seconds)
    counted = [seconds for at, seconds in took if begin <= at <= begin + order.seconds] or [order.seconds]
    return Tally(
        answered=len(counted),
        failed=len(problems),
        per_second=len(counted) / order.seconds,
        median_ms=median(counted) * 1000,
        bytes=opened[0].size,
        problem=problems[0] if problems else "",
    )


def load(order: Order) -> Tally:
    """Work an order in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", __name__],
        input=json.dumps(asdict(order)),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return Tally(**json.loads(done.stdout))


def sound(order: Order) -> Tally:
    """Work an order of which nothing may fail."""
    tally = load(order)
    if tally.failed:
        raise RuntimeError(f"{tally.failed} of {tally.answered} requests failed: {tally.problem}")
    return tally


if __name__ == "__main__":
    print(json.dumps(asdict(asyncio.run(work(Order(**json.load(sys.stdin)))))))
