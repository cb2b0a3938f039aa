"""The tables of a SQLite file, read with its own table functions."""

import re
import sqlite3
from itertools import groupby
from typing import NamedTuple

from tooljet_jupyter.drivers.schema import Column, Made, Table, Target

LISTED = """
SELECT m.name, m.type, COALESCE(m.sql, ''), c.name, c.type, c."notnull", c.pk, c.dflt_value, c.hidden,
       f."table", f."to", f.parts
FROM sqlite_master m JOIN pragma_table_xinfo(m.name) c
LEFT JOIN (
  SELECT o.name AS owner, k."from", k."table", k."to", min(k.id),
         (SELECT count(*) FROM pragma_foreign_key_list(o.name) s WHERE s.id = k.id) AS parts
  FROM sqlite_master o JOIN pragma_foreign_key_list(o.name) k
  GROUP BY o.name, k."from"
) f ON f.owner = m.name AND f."from" = c.name
WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND c.hidden <> 1
ORDER BY m.name, c.cid
"""
NAME = r'(?:"(?:[^"]|"")+"|`[^`]+`|\[[^\]]+\]|\w+)'
VALUE = r"(?:'(?:[^']|'')*'|-?\d+(?:\.\d+)?)"
ONE_OF = re.compile(rf"\bCHECK\s*\(\s*({NAME})\s+IN\s*\(\s*({VALUE}(?:\s*,\s*{VALUE})*)\s*\)\s*\)", re.IGNORECASE)
WITHOUT_ROWID = re.compile(r"\)[^()]*\bWITHOUT\s+ROWID\b[^()]*$", re.IGNORECASE)


class Row(NamedTuple):
    """One column as SQLite tells it."""

    table: str
    kind: str
    sql: str
    name: str
    type: str
    not_null: int
    key: int
    default: str | None
    hidden: int
    target: str | None
    target_column: str | None
    parts: int | None


def listed(connection: sqlite3.Connection) -> list[Table]:
    """Return all tables and views with their columns."""
    rows = [Row(*row) for row in connection.execute(LISTED).fetchall()]
    keys = {table: list(columns) for table, columns in groupby(rows, key=lambda row: row.table)}
    return [
        Table("", name, columns[0].kind, [column(row, columns, keys) for row in columns])
        for name, columns in keys.items()
    ]


def column(row: Row, columns: list[Row], tables: dict[str, list[Row]]) -> Column:
    """Return one column; the key of a table without rowid aside, SQLite lets a key be null."""
    return Column(
        row.name,
        row.type.lower(),
        nullable=not row.not_null and not counted(row, columns),
        primary_key=bool(row.key),
        default=row.default,
        foreign_key=f"{row.target}.{row.target_column or 'rowid'}" if row.target else None,
        target=target(row, tables),
        made=made(row, columns),
        choices=choices(row),
    )


def counted(row: Row, columns: list[Row]) -> bool:
    """Say whether SQLite numbers the rows by this column."""
    alone = bool(row.key) and sum(bool(other.key) for other in columns) == 1
    return alone and row.type.upper() == "INTEGER" and not WITHOUT_ROWID.search(row.sql)


def made(row: Row, columns: list[Row]) -> Made:
    """Say who fills the column in."""
    if row.hidden in (2, 3):
        return "computed"
    return "identity" if counted(row, columns) else ""


def target(row: Row, tables: dict[str, list[Row]]) -> Target | None:
    """Return what a key of one column refers to; a key that names no column means the other table's own key."""
    if not row.target or row.parts != 1:
        return None
    others = next((found for name, found in tables.items() if name.lower() == row.target.lower()), [])
    keys = [other.name for other in others if other.key]
    wanted = row.target_column or (keys[0] if len(keys) == 1 else "")
    found = next((other for other in others if other.name.lower() == wanted.lower()), None)
    return Target("", found.table, found.name) if found else None


def choices(row: Row) -> list[str]:
    """Return the values of a `CHECK (column IN (…))`."""
    for name, values in ONE_OF.findall(row.sql):
        if unquoted(name).lower() == row.name.lower():
            return [unquoted(value) for value in re.findall(VALUE, values)]
    return []


def unquoted(text: str) -> str:
    """Return a name or a value without the quotes around it."""
    return text[1:-1].replace(text[0] * 2, text[0]) if text[0] in "\"`['" else text
