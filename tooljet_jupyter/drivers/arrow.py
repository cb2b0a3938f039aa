"""Rows as Arrow: IPC streams, each with its schema, the last of them the end."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import msgspec
import pyarrow
import pyarrow.compute as compute

from ..wire.kinds import arrow_field, arrow_type, decimal_size
from ..wire.streams import ARROW, METADATA_KEY
from .kinds import DECIMAL, Kind
from .lines import words
from .values import Document, plain

# As ADBC writes what is no number, and as we do.
NOT_NUMBERS = {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}
END_OF_STREAM = b"\xff\xff\xff\xff\x00\x00\x00\x00"


class ArrowEncoder:
    """One IPC stream for as long as the types of the columns stay the same."""

    media_type = ARROW

    def __init__(self) -> None:
        self.schema = pyarrow.schema([])
        self._kinds: Sequence[str] = ()
        self._open = False

    def head(self, names: Sequence[str], kinds: Sequence[str]) -> bytes:
        """Return the beginning of a stream."""
        self._kinds = kinds
        self.schema = pyarrow.schema([arrow_field(*pair) for pair in zip(names, kinds, strict=True)])
        before, self._open = END_OF_STREAM if self._open else b"", True
        return before + packed(self.schema.with_metadata({METADATA_KEY: b'"columns"'}))

    def rows(self, columns: Sequence[Sequence[Any]], count: int) -> bytes:
        """Return some rows."""
        arrays = [array(values, kind) for values, kind in zip(columns, self._kinds, strict=True)]
        return self.arrays(arrays, count)

    def arrays(self, arrays: Sequence[Any], count: int) -> bytes:
        """Return some rows that are Arrow's arrays already."""
        if not arrays:
            # Rows without columns are still so many rows.
            empty = pyarrow.array([{}] * count, pyarrow.struct([]))
            return packed(pyarrow.RecordBatch.from_struct_array(empty))
        return packed(pyarrow.RecordBatch.from_arrays(list(arrays), schema=self.schema))

    def tail(self, key: str, facts: Any) -> bytes:
        """Return the end of the stream, and one without columns that says how it ended."""
        said = msgspec.json.encode({key: facts})
        last = packed(pyarrow.schema([], metadata={METADATA_KEY: said}))
        return (END_OF_STREAM if self._open else b"") + last + END_OF_STREAM


def packed(part: Any) -> bytes:
    """Return a schema or a batch as a message."""
    found: bytes = part.serialize().to_pybytes()
    return found


def array(values: Sequence[Any], kind: str) -> Any:
    """Return the values of a column as an array of its type."""
    name = "decimal" if decimal_size(kind) else kind
    convert = CONVERT.get(name)
    if convert and not set(map(type, values)) <= {READY.get(name), type(None)}:
        values = [None if value is None else convert(value) for value in values]
    return pyarrow.array(values, arrow_type(kind))


def cast(values: Any, kind: str) -> Any:
    """Return an array as one of a type; where it is one already, the same."""
    wanted = arrow_type(kind)
    return values if values.type == wanted else values.cast(wanted)


def numbers(values: Any, kind: Kind) -> Any:
    """Return exact numbers, given as text, in a type that holds all so far; not-a-number makes them text."""
    special = compute.any(compute.is_in(values, value_set=pyarrow.array(list(NOT_NUMBERS)))).as_py()
    if special:
        kind.name = "string"
    elif kind.declared == DECIMAL and kind.name != "string" and values.null_count < len(values):
        point = compute.find_substring(values, ".")
        length = compute.binary_length(values)
        behind = compute.if_else(compute.less(point, 0), 0, compute.subtract(compute.subtract(length, point), 1))
        before = compute.if_else(compute.less(point, 0), length, point)
        before = compute.subtract(before, compute.cast(compute.starts_with(values, "-"), pyarrow.int32()))
        kind.name = kind.joined(kind.exact(compute.max(before).as_py(), compute.max(behind).as_py()))
    if kind.name == "string" and special:
        return pyarrow.array([NOT_NUMBERS.get(value, value) for value in values.to_pylist()], pyarrow.string())
    return cast(values, kind.name)


def document(value: Any) -> str:
    """Return JSON as text."""
    return str(value) if isinstance(value, Document) else msgspec.json.encode(plain(value)).decode()


def octets(value: Any) -> bytes:
    """Return bytes; another value among bytes is its text."""
    return bytes(value) if isinstance(value, bytes | bytearray | memoryview) else str(words(value)).encode()


def exact(value: Any) -> Any:
    """Return an exact number; whole ones among them are Python's own."""
    return value if isinstance(value, Decimal) else Decimal(value)


CONVERT: dict[str, Callable[[Any], Any]] = {
    "string": words, "json": document, "binary": octets, "float64": float, "decimal": exact,
}  # fmt: skip

# What pyarrow takes as it is.
READY: dict[str, type] = {"string": str, "binary": bytes, "float64": float, "decimal": Decimal}
