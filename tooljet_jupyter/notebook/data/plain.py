"""Rows that came as JSON, with the types they have at their source: Python's own values."""

import json
from base64 import b64decode
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from importlib.util import find_spec
from itertools import chain
from typing import TYPE_CHECKING, Any

from ...wire.kinds import arrow_field, arrow_type, decimal_size, element_kind, widened
from .arrow import NULLABLE, POLARS_DIGITS, ArrowRows, empty
from .missing import library

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

Read = Callable[[Any], Any]
Columns = Sequence[Sequence[Any]]
READ: dict[str, Read] = {
    "float32": float, "float64": float, "binary": b64decode, "date": date.fromisoformat, "time": time.fromisoformat,
    "timestamp": datetime.fromisoformat, "timestamptz": datetime.fromisoformat,
}  # fmt: skip


class PlainRows:
    """Some rows of a result, or all of them."""

    def __init__(self, names: Sequence[str], kinds: Sequence[str], columns: Columns, count: int) -> None:
        self.names = list(names)
        self.kinds = list(kinds)
        self.columns = columns
        self.count = count

    @classmethod
    def read(cls, names: Sequence[str], kinds: Sequence[str], rows: list[list[Any]]) -> "PlainRows":
        """Return rows as they came, their values made Python's."""
        columns = list(zip(*rows, strict=True)) if rows else [()] * len(names)
        ready = [readable(values, kind) for values, kind in zip(columns, kinds, strict=True)]
        return cls(names, kinds, ready, len(rows))

    @classmethod
    def joined(cls, parts: Iterable["PlainRows"]) -> "PlainRows":
        """Return parts as one; the last knows the types that hold the values of all."""
        every = list(parts)
        last = every[-1]
        ready = [part.of_kinds(last.kinds).columns for part in every]
        columns = [list(chain.from_iterable(pieces)) for pieces in zip(*ready, strict=True)]
        return cls(last.names, last.kinds, columns, sum(len(part) for part in every))

    def of_kinds(self, kinds: Sequence[str]) -> "PlainRows":
        """Return the same rows with types that are the same or wider."""
        columns = [
            values if kind == wanted else [widened(value, wanted) for value in values]
            for values, kind, wanted in zip(self.columns, self.kinds, kinds, strict=True)
        ]
        return PlainRows(self.names, kinds, columns, self.count)

    def slice(self, start: int, count: int) -> "PlainRows":
        """Return some of the rows."""
        columns = [values[start : start + count] for values in self.columns]
        return PlainRows(self.names, self.kinds, columns, max(0, min(count, self.count - start)))

    def rows(self) -> list[dict[str, Any]]:
        """Return the rows as dictionaries of Python's values."""
        if not self.names:
            return [{} for _ in range(self.count)]
        return [dict(zip(self.names, row, strict=True)) for row in zip(*self.columns, strict=True)]

    def df(self) -> "pandas.DataFrame":
        """Return the rows as a pandas DataFrame; with pyarrow the same as if they had come as Arrow."""
        made = library("pandas", "A DataFrame")
        if find_spec("pyarrow"):
            return self._as_arrow().df()
        triples = zip(self.names, self.columns, self.kinds, strict=True)
        ready = {name: made.Series(list(values), dtype=dtype(values, kind)) for name, values, kind in triples}
        frame: pandas.DataFrame = made.DataFrame(ready, index=made.RangeIndex(self.count))
        return frame

    def pl(self) -> "polars.DataFrame":
        """Return the rows as a polars DataFrame."""
        made = library("polars", "A polars DataFrame")
        if find_spec("pyarrow"):
            return self._as_arrow().pl()
        triples = zip(self.names, self.columns, self.kinds, strict=True)
        ready = [made.Series(name, polars_values(values, kind), polars_type(kind)) for name, values, kind in triples]
        frame: polars.DataFrame = made.DataFrame(ready)
        return frame

    def arrow(self) -> "pyarrow.Table":
        """Return the rows as a pyarrow table."""
        library("pyarrow", "An Arrow table")
        return self._as_arrow().table

    def __len__(self) -> int:
        return self.count

    def _as_arrow(self) -> ArrowRows:
        import pyarrow

        arrays = [
            pyarrow.array(texts(values) if kind == "json" else values, arrow_type(kind))
            for values, kind in zip(self.columns, self.kinds, strict=True)
        ]
        if not arrays:
            return ArrowRows(empty(self.count), [])
        schema = pyarrow.schema([arrow_field(*pair) for pair in zip(self.names, self.kinds, strict=True)])
        return ArrowRows(pyarrow.Table.from_arrays(arrays, schema=schema), self.kinds)


def readable(values: Sequence[Any], kind: str) -> Sequence[Any]:
    """Return values of JSON as Python's."""
    read = reader(kind)
    return values if read is None else [None if value is None else read(value) for value in values]


def reader(kind: str) -> Read | None:
    """Return what reads a value of a type; None where JSON has it as it is."""
    if element := element_kind(kind):
        inside = reader(element)
        return (lambda value: [None if item is None else inside(item) for item in value]) if inside else None
    return Decimal if decimal_size(kind) else READ.get(kind)


def texts(values: Iterable[Any]) -> list[str | None]:
    """Return JSON as text."""
    return [None if value is None else json.dumps(value, ensure_ascii=False) for value in values]


def dtype(values: Sequence[Any], kind: str) -> Any:
    """Return pandas' type for a column, without pyarrow: exact numbers stay Python's."""
    if kind in NULLABLE and None in values:
        return NULLABLE[kind]
    known = {
        "date": "datetime64[ms]", "timestamp": "datetime64[us]", "timestamptz": "datetime64[us, UTC]", "string": "str",
    }  # fmt: skip
    if kind in (*NULLABLE, "float32", "float64"):
        return kind
    return known.get(kind, object)


def polars_values(values: Sequence[Any], kind: str) -> Sequence[Any]:
    """Return values as polars takes them: JSON as text, and numbers too long for it too."""
    if kind == "json":
        return texts(values)
    if (size := decimal_size(kind)) and size[0] > POLARS_DIGITS:
        return [None if value is None else format(value, "f") for value in values]
    return values


def polars_type(kind: str) -> Any:
    """Return polars' type for a column."""
    import polars

    if element := element_kind(kind):
        return polars.List(polars_type(element))
    if size := decimal_size(kind):
        return polars.Decimal(*size) if size[0] <= POLARS_DIGITS else polars.String
    known: dict[str, Any] = {
        "null": polars.Null, "bool": polars.Boolean, "int16": polars.Int16, "int32": polars.Int32,
        "int64": polars.Int64, "float32": polars.Float32, "float64": polars.Float64, "binary": polars.Binary,
        "date": polars.Date, "time": polars.Time, "timestamp": polars.Datetime("us"),
        "timestamptz": polars.Datetime("us", "UTC"),
    }  # fmt: skip
    return known.get(kind, polars.String)
