"""Asks the server, before a query runs, which types its values and its columns have."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg import pq
from psycopg.adapt import PyFormat, Transformer
from psycopg.errors import error_from_result

from .kinds import READABLE, stream_kind

SETTING = "tooljet.value"
ENUMS = "SELECT count(*) FROM pg_type WHERE typtype = 'e' AND oid = ANY(%s)"
NAMES = "SELECT format_type(oid, NULL) FROM unnest(%s::oid[]) WITH ORDINALITY AS t(oid, place) ORDER BY place"


@dataclass(frozen=True)
class Source:
    """A column as the server describes it."""

    name: str
    oid: int
    kind: str


@dataclass(frozen=True)
class Described:
    """A query that COPY can run: its values are settings, and every column is of a type that ADBC reads."""

    sql: str
    values: list[str]
    columns: list[Source]


def describe(connection: "psycopg.Connection[Any]", texts: Sequence[str], values: Sequence[Any]) -> Described | None:
    """Return the query made ready for COPY, or None where COPY cannot run it as it is."""
    transformer = Transformer.from_context(connection)
    given = transformer.dump_sequence(values, [PyFormat.TEXT] * len(values))
    found = prepared(connection.pgconn, numbered(texts), transformer.types or ())
    columns = [
        Source(
            name=(found.fname(place) or b"").decode(),
            oid=found.ftype(place),
            kind=stream_kind(found.ftype(place), found.fmod(place), connection),
        )
        for place in range(found.nfields)
    ]
    if not columns or not readable(connection, {column.oid for column in columns}):
        return None
    types = type_names(connection, [found.param_type(place) for place in range(found.nparams)])
    known = iter(range(1, len(values) + 1))
    holes = [hole(next(known), value, name) for value, name in zip(given, types, strict=True)]
    # The end of a line ends a comment, which would swallow what COPY puts behind the query.
    sql = "".join(text + after for text, after in zip(texts, [*holes, "\n"], strict=True))
    return Described(sql, [bytes(value).decode() if value is not None else "" for value in given], columns)


def prepared(wire: Any, sql: str, types: Sequence[int]) -> Any:
    """Return the server's description of a statement, which it does not run."""
    for result in (wire.prepare(b"", sql.encode(), types), wire.describe_prepared(b"")):
        if result.status != pq.ExecStatus.COMMAND_OK:
            raise error_from_result(result)
    return result


def readable(connection: "psycopg.Connection[Any]", oids: set[int]) -> bool:
    """Say whether ADBC reads values of these types right; it reads the name of an enumeration's value."""
    others = sorted(oids - READABLE)
    if not others:
        return True
    row = connection.execute(ENUMS, [others]).fetchone()
    return row is not None and row[0] == len(others)


def type_names(connection: "psycopg.Connection[Any]", oids: Sequence[int]) -> list[str]:
    """Return the names of types, as a cast takes them."""
    if not oids:
        return []
    return [name for (name,) in connection.execute(NAMES, [list(oids)])]


def hole(place: int, value: Any, name: str) -> str:
    """Return what reads a value back; null needs no setting."""
    return f"(NULL::{name})" if value is None else f"(current_setting('{SETTING}{place}')::{name})"


def numbered(texts: Sequence[str]) -> str:
    """Return the text with `$1`, `$2` … between its parts."""
    return "".join(f"{text}${index}" for index, text in enumerate(texts[:-1], 1)) + texts[-1]
