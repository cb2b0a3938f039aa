"""The tables of a SQLite file, read with its own table functions."""

import sqlite3
from itertools import groupby

from tooljet_jupyter.drivers.schema import Column, Table

LISTED = """
SELECT m.name, m.type, c.name, c.type, c."notnull", c.pk, c.dflt_value,
       (SELECT f."table" || '.' || COALESCE(f."to", 'rowid') FROM pragma_foreign_key_list(m.name) f
        WHERE f."from" = c.name LIMIT 1)
FROM sqlite_master m JOIN pragma_table_xinfo(m.name) c
WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND c.hidden <> 1
ORDER BY m.name, c.cid
"""


def listed(connection: sqlite3.Connection) -> list[Table]:
    """Return all tables and views with their columns."""
    rows = connection.execute(LISTED).fetchall()
    return [
        Table("", name, kind, [column(row) for row in columns])
        for (name, kind), columns in groupby(rows, key=lambda row: (row[0], row[1]))
    ]


def column(row: tuple[str, str, str, str, int, int, str | None, str | None]) -> Column:
    """Return one column; the key of a table without rowid aside, SQLite lets a key be null."""
    _, _, name, kind, not_null, key, default, target = row
    return Column(name, kind.lower(), nullable=not not_null, primary_key=bool(key), default=default, foreign_key=target)
