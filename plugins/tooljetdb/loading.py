"""Many rows into a table at once: prepared once in SQLite, streamed in PostgreSQL."""

from collections.abc import Iterator, Sequence
from typing import Any

from tooljet_jupyter.drivers.gui import Builder
from tooljet_jupyter.errors import Invalid

from .store import Store


def load(store: Store, builder: Builder, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> int:
    """Insert rows, given as lists in the order of `names`, all or none; return how many there were."""
    if len(set(names)) != len(names) or any(len(row) != len(names) for row in rows):
        raise Invalid("Every row needs one value for each column", field="rows")
    listed = ", ".join(map(builder.quoted, names))
    with store.inner.transaction():
        if store.sqlite:
            holes = ", ".join("?" * len(names))
            statement = f"INSERT INTO {builder.name} ({listed}) VALUES ({holes})"
            store.inner.connection.executemany(statement, converted(builder, names, rows))
            return len(rows)
        with (
            store.inner.connection.cursor() as cursor,
            cursor.copy(f"COPY {builder.name} ({listed}) FROM STDIN") as copy,
        ):
            for row in converted(builder, names, rows):
                copy.write_row(row)
    return len(rows)


def converted(builder: Builder, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> Iterator[list[Any]]:
    """Give the rows with their values as the store takes them."""
    columns, value = [builder.column(name) for name in names], builder.grammar.value
    for row in rows:
        yield [value(item, column) for item, column in zip(row, columns, strict=True)]
