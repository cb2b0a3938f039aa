"""The tables of a database, read from PostgreSQL's catalogue in one query."""

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any

import psycopg

from tooljet_jupyter.drivers.schema import Column, Made, Table, Target

KINDS = {"r": "table", "p": "table", "v": "view", "m": "view", "f": "foreign table"}
# PostgreSQL's own words for `column IN (…)`; anything else in the check makes it another rule.
ONE_OF = re.compile(r"CHECK \(+.+?\)?(?:::[\w ]+)? = ANY \(+ARRAY\[(.*)\]\)?(?:::[\w ]+\[\])?\)+", re.DOTALL)
LITERAL = re.compile(r"'((?:[^']|'')*)'|(-?\d+(?:\.\d+)?)")

# `attgenerated` is read through JSON because older servers do not have it.
LISTED = """
SELECT n.nspname, c.relname, c.relkind::text, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
       COALESCE(p.keys @> ARRAY[a.attnum], false),
       CASE WHEN a.attidentity <> '' THEN 'identity' ELSE pg_get_expr(d.adbin, d.adrelid) END,
       f.target, f.parts,
       CASE WHEN COALESCE(to_jsonb(a) ->> 'attgenerated', '') <> '' OR a.attidentity = 'a' THEN 'computed'
            WHEN a.attidentity <> '' OR pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%%' THEN 'identity'
            ELSE '' END,
       CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) ELSE '' END,
       ARRAY(SELECT e.enumlabel::text FROM pg_enum e
             WHERE e.enumtypid IN (t.oid, t.typbasetype) ORDER BY e.enumsortorder),
       ARRAY(SELECT pg_get_constraintdef(k.oid) FROM pg_constraint k
             WHERE k.contype = 'c' AND (k.conrelid = c.oid AND k.conkey = ARRAY[a.attnum] OR k.contypid = t.oid))
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
LEFT JOIN LATERAL (
  SELECT conkey AS keys FROM pg_constraint WHERE conrelid = c.oid AND contype = 'p'
) p ON true
LEFT JOIN LATERAL (
  SELECT t.relname || '.' || ta.attname AS target,
         CASE WHEN cardinality(k.conkey) = 1 THEN ARRAY[tn.nspname, t.relname, ta.attname]::text[] END AS parts
  FROM pg_constraint k
  JOIN pg_class t ON t.oid = k.confrelid
  JOIN pg_namespace tn ON tn.oid = t.relnamespace
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
    return Table(key[0], key[1], KINDS[key[2]], [column(*row[3:]) for row in rows if row[3] is not None])


def column(
    name: str,
    kind: str,
    not_null: bool,
    key: bool,
    default: str | None,
    foreign_key: str | None,
    parts: list[str] | None,
    made: Made,
    base: str,
    labels: list[str],
    checks: list[str],
) -> Column:
    """Return one column from its row of the catalogue."""
    return Column(
        name,
        kind,
        nullable=not not_null,
        primary_key=key,
        default=default,
        foreign_key=foreign_key,
        target=Target(*parts) if parts else None,
        made=made,
        choices=labels or next(filter(None, map(choices, checks)), []),
        base=base,
    )


def choices(check: str) -> list[str]:
    """Return the values of a check that is nothing but `column IN (…)`."""
    found = ONE_OF.fullmatch(check)
    if not found:
        return []
    return [number or text.replace("''", "'") for text, number in LITERAL.findall(found[1])]
