"""Rows as lines of JSON: every value as it is, numbers exact, for a notebook without pyarrow."""

from base64 import b64encode
from collections.abc import Callable, Sequence
from math import isfinite
from typing import Any

import msgspec

from ..wire.kinds import decimal_size, element_kind, in_utc, text
from ..wire.queries import Column
from ..wire.streams import LINES, StreamHead
from .values import Document, plain

Convert = Callable[[Any], Any]


class LineEncoder:
    """One JSON object for each line."""

    media_type = LINES

    def __init__(self) -> None:
        self._converts: list[Convert | None] = []

    def head(self, names: Sequence[str], kinds: Sequence[str]) -> bytes:
        """Return the line that names the columns."""
        self._converts = [converter(kind) for kind in kinds]
        columns = [Column(name=name, type=kind) for name, kind in zip(names, kinds, strict=True)]
        return line(StreamHead(columns=columns))

    def rows(self, columns: Sequence[Sequence[Any]], count: int) -> bytes:
        """Return the line with some rows."""
        ready = [
            values if convert is None else [None if value is None else convert(value) for value in values]
            for values, convert in zip(columns, self._converts, strict=True)
        ]
        return line({"rows": list(zip(*ready, strict=True)) if ready else [[]] * count})

    def arrays(self, arrays: Sequence[Any], count: int) -> bytes:
        """Return some rows that are Arrow's arrays already."""
        return self.rows([array.to_pylist() for array in arrays], count)

    def tail(self, key: str, facts: Any) -> bytes:
        """Return the last line."""
        return line({key: facts})


def line(value: Any) -> bytes:
    """Return a line."""
    return msgspec.json.encode(value) + b"\n"


def converter(kind: str) -> Convert | None:
    """Return what makes JSON of a value of a type; None where JSON has the value as it is."""
    if element := element_kind(kind):
        inside = converter(element) or (lambda value: value)
        return lambda value: [None if item is None else inside(item) for item in value]
    if decimal_size(kind):
        return text
    return CONVERT.get(kind)


def real(value: float) -> float | str | None:
    """Return a number, or the name of one that JSON does not know."""
    return float(value) if isfinite(value) else text(value)


def words(value: Any) -> str | None:
    """Return text for a column of text."""
    return text(duration(value))


def document(value: Any) -> Any:
    """Return JSON: a text that holds some stays as it is written."""
    return msgspec.Raw(value.encode()) if isinstance(value, Document) else plain(value)


def duration(value: Any) -> Any:
    """Return a span of time as ISO 8601 text, another value as it is."""
    return msgspec.to_builtins(value) if type(value).__name__ == "timedelta" else value


def octets(value: Any) -> str:
    """Return bytes as base64 text."""
    return b64encode(value if isinstance(value, bytes | bytearray | memoryview) else str(text(value)).encode()).decode()


CONVERT: dict[str, Convert] = {
    "float32": real, "float64": real, "string": words, "json": document, "binary": octets, "timestamptz": in_utc,
}  # fmt: skip
