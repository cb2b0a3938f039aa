"""The tables of a database, read from PostgreSQL's catalogue in one query."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

import psycopg

from tooljet_jupyter.drivers.schema import Column, Table

KINDS = {"r": "table", "p": "table", "v": "view", "m": "view", "f": "foreign table"}

LISTED = """
SELECT n.nspname, c.relname, c.relkind::text, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
       COALESCE(p.keys @> ARRAY[a.attnum], false),
       CASE WHEN a.attidentity <> '' THEN 'identity' ELSE pg_get_expr(d.adbin, d.adrelid) END,
       f.target
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
LEFT JOIN LATERAL (
  SELECT conkey AS keys FROM pg_constraint WHERE conrelid = c.oid AND contype = 'p'
) p ON true
LEFT JOIN LATERAL (
  SELECT t.relname || '.' || ta.attname AS target
  FROM pg_constraint k
  JOIN pg_class t ON t.oid = k.confrelid
  JOIN pg_attribute ta
    ON ta.attrelid = k.confrelid AND ta.attnum = k.confkey[array_position(k.conkey, a.attnum)]
  WHERE k.conrelid = c.oid AND k.contype = 'f' AND a.attnum = ANY (k.conkey)
  ORDER BY k.conname LIMIT 1
) f ON true
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp)'
  AND has_schema_privilege(n.oid, 'USAGE')
  AND (%(schema)s = '' OR n.nspname = %(schema)s)
  AND (%(name)s = '' OR c.relname = %(name)s AND (%(schema)s <> '' OR pg_table_is_visible(c.oid)))
ORDER BY n.nspname, c.relname, a.attnum
"""


def listed(connection: "psycopg.Connection[Any]", schema: str, name: str) -> list[Table]:
    """Return the tables of a schema, or the one with a name."""
    rows = connection.execute(LISTED, {"schema": schema, "name": name}).fetchall()
    return [table(key, columns) for key, columns in groupby(rows, key=lambda row: row[:3])]


def table(key: tuple[str, str, str], rows: Iterable[tuple[Any, ...]]) -> Table:
    """Return a table from the rows of its columns."""
    columns = [
        Column(row[3], row[4], nullable=not row[5], primary_key=row[6], default=row[7], foreign_key=row[8])
        for row in rows
        if row[3] is not None
    ]
    return Table(key[0], key[1], KINDS[key[2]], columns)
