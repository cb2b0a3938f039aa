"""Rows of a SQLite table after its columns changed: values get their new types, references are checked."""

import sqlite3
from collections.abc import Mapping
from typing import Any

from tooljet_jupyter.drivers.grammar import Grammar
from tooljet_jupyter.drivers.schema import Column
from tooljet_jupyter.errors import QueryFailed

from .columns import StoreColumn, StoreTable


def convert(
    connection: sqlite3.Connection,
    grammar: Grammar,
    old: StoreTable,
    new: StoreTable,
    origins: Mapping[str, str],
) -> None:
    """Write every value of a column with a new type anew; one that does not fit undoes the whole change."""
    before = {column.name: column for column in old.columns}
    for column in new.columns:
        if column.name in origins and before[origins[column.name]].data_type != column.data_type:
            rewrite(connection, grammar, new, column)
    broken = connection.execute(f"PRAGMA foreign_key_check({grammar.quote(new.name)})").fetchone()
    if broken:
        raise QueryFailed(f"A row of {new.name} refers to a row of {broken[2]} that is not there", table=new.name)


def rewrite(connection: sqlite3.Connection, grammar: Grammar, table: StoreTable, column: StoreColumn) -> None:
    """Write the values of one column as its new type."""
    name, target = grammar.quote(column.name), Column(column.name, column.data_type)
    rows = connection.execute(f"SELECT rowid, {name} FROM {grammar.quote(table.name)} WHERE {name} IS NOT NULL")
    changes = [(grammar.value(rounded(value, column), target), row) for row, value in rows.fetchall()]
    connection.executemany(f"UPDATE {grammar.quote(table.name)} SET {name} = ? WHERE rowid = ?", changes)


def rounded(value: Any, column: StoreColumn) -> Any:
    """Return a fraction as the nearest whole number where the column takes no other."""
    return round(value) if isinstance(value, float) and column.data_type in ("integer", "bigint") else value
