"""The rows of a run while they arrive, as Arrow or as lines of JSON; nothing counts before the end has come."""

import json
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol, Self

import httpx

from ... import errors
from ...errors import SourceUnreachable, ToolJetError
from ...wire.kinds import KIND_KEY
from ...wire.streams import ARROW, LINES, METADATA_KEY
from .arrow import ArrowRows
from .plain import PlainRows


class Rows(Protocol):
    """Some rows of a result."""

    kinds: list[str]

    @classmethod
    def joined(cls, parts: Iterable[Any]) -> Self:
        """Return parts as one."""

    @property
    def names(self) -> list[str]:
        """The names of the columns."""

    def slice(self, start: int, count: int) -> Self:
        """Return some of the rows."""

    def rows(self) -> list[dict[str, Any]]:
        """Return the rows as dictionaries."""

    def df(self) -> Any:
        """Return a pandas DataFrame."""

    def pl(self) -> Any:
        """Return a polars DataFrame."""

    def arrow(self) -> Any:
        """Return a pyarrow table."""

    def __len__(self) -> int: ...


@dataclass
class Seen:
    """What has arrived of a run so far, for whoever watches; `end` is what the server said at its end."""

    rows: int = 0
    bytes: int = 0
    end: dict[str, Any] = field(default_factory=dict)


class Incoming:
    """One answer that streams; `parts` gives its rows as they come."""

    def __init__(self, answer: httpx.Response, url: str, seen: Seen) -> None:
        self.seen = seen
        self._answer = answer
        self._url = url
        self._held = bytearray()
        self._chunks = answer.iter_raw()
        self.closed = False

    def parts(self) -> Generator[Rows, None, None]:
        """Give the rows as they arrive, the first time perhaps none, but with their columns."""
        arrow = self._answer.headers["content-type"] == ARROW
        for part in self._arrow() if arrow else self._lines():
            self.seen.rows += len(part)
            yield part
        if not self.seen.end:
            raise self.lost("the connection ended")

    def read(self, count: int = -1) -> bytes:
        """Return the next bytes, fewer only at the end; pyarrow reads by this."""
        while len(self._held) < count and (chunk := self._next()):
            self._held += chunk
        found = bytes(self._held[:count])
        del self._held[:count]
        return found

    def lost(self, reason: object) -> SourceUnreachable:
        """Return the error for a server that went away before the end."""
        return SourceUnreachable(
            f"The server at {self._url} went away in the middle ({reason}): {self.seen.rows:,} rows had arrived, which "
            "are not the whole result and are not returned. Run it again",
            rows=self.seen.rows,
            bytes=self.seen.bytes,
        )

    def _next(self) -> bytes:
        try:
            chunk = next(self._chunks, b"")
        except httpx.TransportError as error:
            raise self.lost(error) from None
        self.seen.bytes += len(chunk)
        return chunk

    def _arrow(self) -> Iterator[Rows]:
        import pyarrow

        while not self.seen.end:
            try:
                reader = pyarrow.ipc.open_stream(self)
            except pyarrow.ArrowInvalid as error:
                raise self.lost(error) from None
            said = json.loads((reader.schema.metadata or {}).get(METADATA_KEY, b"{}"))
            if isinstance(said, dict):
                self._finish(said)
                continue
            kinds = [field.metadata[KIND_KEY].decode() for field in reader.schema]
            yield ArrowRows(reader.schema.empty_table(), kinds)
            while (batch := self._batch(reader)) is not None:
                yield ArrowRows(pyarrow.Table.from_batches([batch]), kinds)

    def _batch(self, reader: Any) -> Any:
        import pyarrow

        try:
            return reader.read_next_batch()
        except StopIteration:
            return None
        except (pyarrow.ArrowInvalid, OSError) as error:
            raise self.lost(error) from None

    def _lines(self) -> Iterator[Rows]:
        names: list[str] = []
        kinds: list[str] = []
        while line := self._line():
            said = json.loads(line)
            if "columns" in said:
                names = [column["name"] for column in said["columns"]]
                kinds = [column["type"] for column in said["columns"]]
                yield PlainRows.read(names, kinds, [])
            elif "rows" in said:
                yield PlainRows.read(names, kinds, said["rows"])
            else:
                self._finish(said)

    def _line(self) -> bytes:
        while (place := self._held.find(b"\n")) < 0:
            chunk = self._next()
            if not chunk:
                return b""
            self._held += chunk
        line = bytes(self._held[:place])
        del self._held[: place + 1]
        return line

    def _finish(self, said: dict[str, Any]) -> None:
        if "error" in said:
            raise explained(said["error"])
        self.seen.end = said["end"]


def streams(answer: httpx.Response) -> bool:
    """Say whether an answer holds rows that come one after the other."""
    return answer.headers.get("content-type", "") in (ARROW, LINES)


def explained(body: dict[str, Any]) -> ToolJetError:
    """Return the error that a server describes, as its own class."""
    kind = getattr(errors, str(body["code"]), ToolJetError)
    if not (isinstance(kind, type) and issubclass(kind, ToolJetError)):
        kind = ToolJetError
    return kind(str(body["message"]), **dict(body.get("detail") or {}))
