"""Rows that came as Arrow: a pyarrow table, and what pandas and polars make of it."""

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from ...wire.kinds import arrow_field, decimal_size, element_kind, widened
from .missing import library

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

# What polars calls exact is 128 bits wide.
POLARS_DIGITS = 38


class ArrowRows:
    """Some rows of a result, or all of them."""

    def __init__(self, table: "pyarrow.Table", kinds: Sequence[str]) -> None:
        self.table = table
        self.kinds = list(kinds)

    @classmethod
    def joined(cls, parts: Iterable["ArrowRows"]) -> "ArrowRows":
        """Return parts as one; the last knows the types that hold the values of all."""
        import pyarrow

        every = list(parts)
        kinds = every[-1].kinds
        if not kinds:
            return cls(empty(sum(map(len, every))), [])
        tables = [part.of_kinds(kinds).table for part in every]
        return cls(pyarrow.concat_tables(tables) if len(tables) > 1 else tables[0], kinds)

    @property
    def names(self) -> list[str]:
        """The names of the columns."""
        return list(self.table.column_names)

    def of_kinds(self, kinds: Sequence[str]) -> "ArrowRows":
        """Return the same rows with types that are the same or wider."""
        table = self.table
        for place, (name, kind, wanted) in enumerate(zip(self.names, self.kinds, kinds, strict=True)):
            if kind != wanted:
                field = arrow_field(name, wanted)
                table = table.set_column(place, field, wider(table.column(place), kind, wanted, field.type))
        return ArrowRows(table, kinds)

    def slice(self, start: int, count: int) -> "ArrowRows":
        """Return some of the rows."""
        return ArrowRows(self.table.slice(start, count), self.kinds)

    def rows(self) -> list[dict[str, Any]]:
        """Return the rows as dictionaries of Python's values."""
        names = self.names
        if not names:
            return [{} for _ in range(len(self))]
        columns = [values(column, kind) for column, kind in zip(self.table.columns, self.kinds, strict=True)]
        return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]

    def df(self) -> "pandas.DataFrame":
        """Return the rows as a pandas DataFrame."""
        made = library("pandas", "A DataFrame")
        columns = zip(self.names, self.table.columns, self.kinds, strict=True)
        ready = {name: series(column, kind) for name, column, kind in columns}
        frame: pandas.DataFrame = made.DataFrame(ready, index=made.RangeIndex(len(self)), copy=False)
        return frame

    def pl(self) -> "polars.DataFrame":
        """Return the rows as a polars DataFrame; numbers of more than 38 digits, which it cannot hold, as text."""
        made = library("polars", "A polars DataFrame")
        table = self.arrow()
        for place, kind in enumerate(self.kinds):
            if (size := decimal_size(kind)) and size[0] > POLARS_DIGITS:
                table = table.set_column(place, self.names[place], table.column(place).cast("string"))
        frame: polars.DataFrame = made.from_arrow(table)
        return frame

    def arrow(self) -> "pyarrow.Table":
        """Return the table itself."""
        return self.table.replace_schema_metadata(None)

    def __len__(self) -> int:
        return int(self.table.num_rows)


def empty(count: int) -> "pyarrow.Table":
    """Return so many rows without columns."""
    import pyarrow

    batch = pyarrow.RecordBatch.from_struct_array(pyarrow.array([{}] * count, pyarrow.struct([])))
    return pyarrow.Table.from_batches([batch])


def wider(column: Any, kind: str, wanted: str, type: Any) -> Any:
    """Return a column as one of a wider type."""
    if kind == "null" or (decimal_size(kind) and decimal_size(wanted)) or (kind, wanted) == ("int64", "float64"):
        return column.cast(type)
    import pyarrow

    found = [widened(value, wanted) for value in values(column, kind)]
    if wanted == "json":
        found = [None if value is None else json.dumps(value, ensure_ascii=False) for value in found]
    return pyarrow.chunked_array([pyarrow.array(found, type)])


def values(column: Any, kind: str) -> list[Any]:
    """Return the values of a column as Python's."""
    if kind == "float32":
        # The shortest number that is this one: 0.1, and not what a double has behind it.
        column = column.cast("string").cast("float64")
    found: list[Any] = column.to_pylist()
    if kind == "json":
        return [None if value is None else json.loads(value) for value in found]
    return found


def series(column: Any, kind: str) -> "pandas.Series[Any]":
    """Return a column as pandas': whole numbers stay whole where some are missing, exact ones exact."""
    import pandas

    if kind == "json" or element_kind(kind):
        return pandas.Series(values(column, kind), dtype=object)
    if decimal_size(kind):
        return pandas.Series(pandas.arrays.ArrowExtensionArray(column))
    nullable = NULLABLE.get(kind) if column.null_count else None
    mapper = None if nullable is None else lambda _: pandas.api.types.pandas_dtype(nullable)
    found: pandas.Series[Any] = column.to_pandas(date_as_object=False, types_mapper=mapper)
    return found


NULLABLE = {"bool": "boolean", "int16": "Int16", "int32": "Int32", "int64": "Int64"}
