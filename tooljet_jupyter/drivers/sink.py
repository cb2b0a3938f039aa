"""Where the rows of a run go while the run lasts: typed, encoded, sent on, never held as a whole."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any, Protocol

from ..wire.streams import ARROW
from .kinds import Kind
from .result import Result, ResultColumn, unique

# The first rows come soon, the others in numbers that make their encoding worth while.
FIRST_ROWS = 1_000
BATCH_ROWS = 16_384


class Encoder(Protocol):
    """One of the two ways in which rows travel."""

    media_type: str

    def head(self, names: Sequence[str], kinds: Sequence[str]) -> bytes:
        """Return the columns of the rows that follow; another head is for wider types."""

    def rows(self, columns: Sequence[Sequence[Any]], count: int) -> bytes:
        """Return some rows, given by columns."""

    def arrays(self, arrays: Sequence[Any], count: int) -> bytes:
        """Return some rows that are Arrow's arrays already."""

    def tail(self, key: str, facts: Any) -> bytes:
        """Return the end, or the failure that ends it."""


class Sink:
    """Takes the rows of one result; `send` may wait until they are on their way."""

    def __init__(self, encoder: Encoder, send: Callable[[bytes], None], *, max_bytes: int) -> None:
        self.encoder = encoder
        self.max_bytes = max_bytes
        self.begun = False
        self.row_count = 0
        self.byte_count = 0
        self._send = send
        self._names: list[str] = []
        self._kinds: list[str] = []

    @property
    def arrow(self) -> bool:
        """Whether the rows go out as Arrow, so that Arrow's own arrays can."""
        return self.encoder.media_type == ARROW

    @property
    def full(self) -> bool:
        """Whether no more may be sent."""
        return self.byte_count >= self.max_bytes

    def drain(self, names: Sequence[str], rows: Iterable[Sequence[Any]], kinds: Sequence[str | None] = ()) -> Result:
        """Send rows until there are no more, or no more are allowed."""
        self._names = unique(names)
        columns = [Kind(kind) for kind in kinds or [None] * len(names)]
        source, truncated = iter(rows), False
        chunk = list(islice(source, FIRST_ROWS))
        while True:
            given = list(zip(*chunk, strict=True)) if chunk else [()] * len(columns)
            self.head([kind.take(values) for kind, values in zip(columns, given, strict=True)])
            if chunk:
                self.send(self.encoder.rows(given, len(chunk)), len(chunk))
            following = list(islice(source, 1 if self.full else BATCH_ROWS))
            truncated = self.full and bool(following)
            if truncated or not following:
                return self.result(truncated=truncated)
            chunk = following

    def columns(self, names: Sequence[str], kinds: Sequence[str]) -> None:
        """Say what the columns are, where the caller knows it."""
        self._names = unique(names)
        self.head(kinds)

    def arrays(self, arrays: Sequence[Any], count: int) -> None:
        """Send rows that are Arrow's arrays already, of the types that the columns have."""
        self.send(self.encoder.arrays(arrays, count), count)

    def head(self, kinds: Sequence[str]) -> None:
        """Send the types of the columns unless they are the same as before."""
        if not self.begun or list(kinds) != self._kinds:
            self.begun, self._kinds = True, list(kinds)
            self.send(self.encoder.head(self._names, self._kinds), 0)

    def send(self, data: bytes, rows: int) -> None:
        """Send encoded rows."""
        self._send(data)
        self.row_count += rows
        self.byte_count += len(data)

    def result(self, *, truncated: bool) -> Result:
        """Return what the run says of rows that are gone already."""
        described = [ResultColumn(*pair) for pair in zip(self._names, self._kinds, strict=True)]
        return Result([], described, truncated=truncated, row_count=self.row_count)

    def close(self, key: str, facts: Any) -> None:
        """Send the end, or the failure that ends it."""
        self._send(self.encoder.tail(key, facts))
