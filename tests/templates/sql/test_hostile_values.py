"""No value changes a statement: the SQL of a hostile value is that of a harmless one, everywhere."""

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
import sqlglot
from hypothesis import given
from hypothesis import strategies as st

from tests.templates.sql.hostile import HOSTILE, TEXTS, harmless
from tooljet_jupyter.errors import Invalid
from tooljet_jupyter.templates.sql import DIALECTS, Bound, Prepared, bind, prepare
from tooljet_jupyter.templates.sql.bound import written
from tooljet_jupyter.templates.sql.dialect import ParameterStyle

PLACES = [
    "SELECT v FROM t WHERE v = {{x}}",
    "SELECT v FROM t WHERE v = '{{x}}' AND 7 % 4 = 3",
    "SELECT v FROM t WHERE v LIKE '%{{x}}%'",
    "SELECT v FROM t WHERE v IN ({{x}})",
    "SELECT v FROM t WHERE v NOT IN ('b%', {{x}}, '{{x}}')",
    "SELECT v FROM t WHERE v IN {{x}}",
    "SELECT v FROM t WHERE v BETWEEN {{x}} AND {{x}} OR NOT (v <> {{x}})",
    "SELECT v FROM t WHERE v = {{x}} -- {{x}}\n AND 1 = 1",
    "/* {{x}} */ SELECT COALESCE({{x}}, 'a'), /* 'it''s' */ 'it''s {{x}}'",
    "SELECT CASE WHEN v = {{x}} THEN {{x}} ELSE '{{x}}' END FROM t",
    "SELECT CAST({{x}} AS VARCHAR(10)) AS a, v FROM t ORDER BY CASE WHEN v = {{x}} THEN 0 ELSE 1 END",
    "INSERT INTO t (v) VALUES ({{x}}), ('{{x}}')",
    "UPDATE t SET v = {{x}} WHERE v = '<{{x}}|{{x}}>'",
    "DELETE FROM t WHERE v = {{x}}",
    "SELECT v FROM t WHERE v = {{x}} GROUP BY v HAVING COUNT(*) > {{x}}",
    "WITH q AS (SELECT {{x}} AS k) SELECT k FROM q UNION ALL SELECT '{{x}}'",
    "SELECT 1; SELECT {{x}}",
]
POSTGRESQL_PLACES = [
    "SELECT {{x}}::text, v ? 'a', v::int FROM t LIMIT {{x}} OFFSET {{x}}",
    "SELECT $${{x}}$$, $tag$ it's {{x}} $$ $tag$, E'\\'{{x}}\\n'",
    "SELECT v FROM t WHERE v = ANY({{x}}) AND d > now() - INTERVAL '{{x}} days'",
    "SELECT doc -> {{x}} ->> {{x}} FROM t WHERE doc @> {{x}} /* /* {{x}} */ */",
    "INSERT INTO t (v) VALUES ({{x}}) ON CONFLICT (v) DO UPDATE SET v = {{x}} RETURNING v",
]
CASES = [(name, place) for name in DIALECTS for place in PLACES]
CASES += [("postgresql", place) for place in POSTGRESQL_PLACES]


def sql_of(prepared: Prepared, value: Any) -> str | None:
    """The SQL of the value, None when the database cannot hold it."""
    try:
        return prepared.bind({"x": value}).sql
    except Invalid:
        assert not prepared.dialect.nul_in_text or holds_surrogate(value)
        return None


def holds_surrogate(value: Any) -> bool:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return True
    return False


def tree(bound: Bound) -> list[Any]:
    """What the parser makes of the SQL, its placeholders written in the way every dialect can read."""
    style: ParameterStyle = "qmark" if bound.dialect.style == "qmark" else "named"
    return sqlglot.parse(written(bound.texts, style), dialect=bound.dialect.sqlglot)


@pytest.mark.parametrize("name, place", CASES)
def test_the_sql_of_a_hostile_value_is_that_of_a_harmless_one(name: str, place: str) -> None:
    prepared = prepare(place, name)
    compared = set()
    for value in HOSTILE:
        sql = sql_of(prepared, value)
        expected = prepared.bind({"x": harmless(value)})
        assert sql in (None, expected.sql)
        if sql and sql not in compared:
            compared.add(sql)
            assert tree(prepared.bind({"x": value})) == tree(expected)
    assert compared


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
        max_leaves=6,
    ),
    st.sampled_from(CASES),
)
def test_no_json_value_changes_the_sql(value: Any, case: tuple[str, str]) -> None:
    prepared = prepare(case[1], case[0])
    sql = sql_of(prepared, value)
    assert sql in (None, prepared.bind({"x": harmless(value)}).sql)


@pytest.fixture(scope="module")
def sqlite() -> Iterator[sqlite3.Connection]:
    """A database with a table that the values are after."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE canary (secret TEXT)")
    connection.execute("INSERT INTO canary VALUES ('untouched')")
    connection.execute("CREATE TABLE t (v)")
    yield connection
    assert connection.execute("SELECT * FROM canary").fetchall() == [("untouched",)]
    connection.close()


def stored(value: Any) -> Any:
    """What SQLite gives back for the value."""
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return int(value) if isinstance(value, bool) else value


def test_sqlite_gives_every_value_back(sqlite: sqlite3.Connection) -> None:
    for value in HOSTILE:
        row = sqlite.execute(*bind("SELECT {{x}}, '{{x}}', '<{{x}}>'", {"x": value}, "sqlite").arguments)
        given, text, inside = row.fetchone()
        assert given == stored(value)
        assert inside == f"<{text}>"
        assert not isinstance(value, str) or text == value


def test_sqlite_stores_and_finds_every_text(sqlite: sqlite3.Connection) -> None:
    for value in TEXTS:
        sqlite.execute(*bind("INSERT INTO t (v) VALUES ({{x}})", {"x": value}, "sqlite").arguments)
        sql = "SELECT v FROM t WHERE v IN ({{xs}}) AND v = {{x}} AND v = '{{x}}' /* {{x}} */ -- {{x}}"
        found = sqlite.execute(*bind(sql, {"x": value, "xs": [value]}, "sqlite").arguments).fetchall()
        assert found == [(value,)]
        sqlite.execute(*bind("DELETE FROM t WHERE v = {{x}}", {"x": value}, "sqlite").arguments)
    assert sqlite.execute("SELECT count(*) FROM t").fetchone() == (0,)


def test_sqlite_takes_every_known_name_as_a_name(sqlite: sqlite3.Connection) -> None:
    names = [name for name in TEXTS if name and "." not in name and "\0" not in name]
    assert len(names) > 1_000
    for name in names:
        bound = bind("SELECT 1 AS {{identifier: x}}", {"x": name}, "sqlite", identifiers={name})
        assert sqlite.execute(*bound.arguments).description[0][0] == name


@pytest.fixture(scope="module")
def postgresql(postgresql_url: str) -> Iterator["psycopg.Connection[Any]"]:
    """A connection with a table that the values are after; all of it is temporary."""
    with psycopg.connect(postgresql_url) as connection:
        connection.execute("CREATE TEMP TABLE canary (secret TEXT)")
        connection.execute("INSERT INTO canary VALUES ('untouched')")
        connection.execute("CREATE TEMP TABLE t (v TEXT)")
        yield connection
        assert connection.execute("SELECT * FROM canary").fetchall() == [("untouched",)]
        connection.rollback()


def test_there_are_thousands_of_hostile_values() -> None:
    assert len(HOSTILE) >= 2_000
    assert len(TEXTS) >= 1_200


def holds_nul(value: Any) -> bool:
    return "\\u0000" in json.dumps(value)


def test_postgresql_gives_every_value_back(postgresql: "psycopg.Connection[Any]") -> None:
    for value in HOSTILE:
        if holds_nul(value):
            continue
        cast = "jsonb" if isinstance(value, (dict, list)) else "text"
        sql = f"SELECT {{{{x}}}}::{cast}, '{{{{x}}}}', 7 % 4, $$<{{{{x}}}}>$$, E'\\'{{{{x}}}}'"
        row = postgresql.execute(*bind(sql, {"x": value}, "postgresql").arguments).fetchone()
        assert row is not None
        given, text, rest, inside, escaped = row
        assert (rest, inside, escaped) == (3, f"<{text}>", f"'{text}")
        assert given == value or not isinstance(value, (str, dict, list))
        assert text == value or not isinstance(value, str)


def test_postgresql_stores_and_finds_every_text(postgresql: "psycopg.Connection[Any]") -> None:
    sql = """
        WITH made AS (INSERT INTO t (v) VALUES ({{x}}) RETURNING v)
        SELECT v FROM made WHERE v IN ({{xs}}) AND v = ANY({{xs}})
        AND v = {{x}} AND v = '{{x}}' /* {{x}} */ -- {{x}}
    """
    kept = [value for value in TEXTS if "\0" not in value]
    for value in kept:
        found = postgresql.execute(*bind(sql, {"x": value, "xs": [value]}, "postgresql").arguments)
        assert found.fetchall() == [(value,)]
    assert postgresql.execute("SELECT count(*) FROM t").fetchone() == (len(kept),)


@pytest.mark.parametrize("value", ["\0", "a\0b", ["a\0"], "\ud800"])
def test_a_text_postgresql_cannot_hold_is_refused_clearly(value: Any) -> None:
    with pytest.raises(Invalid):
        bind("SELECT {{x}}", {"x": value}, "postgresql")


def test_postgresql_takes_every_known_name_as_a_name(postgresql: "psycopg.Connection[Any]") -> None:
    names = [name for name in TEXTS if name and "." not in name and "\0" not in name and len(name.encode()) < 64]
    for name in names:
        bound = bind(
            "SELECT 1 AS {{identifier: x}}, {{n}}::int % 2",
            {"x": name, "n": 3},
            "postgresql",
            identifiers={name},
        )
        cursor = postgresql.execute(*bound.arguments)
        assert cursor.description is not None
        assert cursor.description[0].name == name


def test_a_name_that_is_not_known_is_refused() -> None:
    for name in HOSTILE:
        with pytest.raises(Invalid):
            bind("SELECT {{identifier: x}}", {"x": name}, "postgresql", identifiers={"orders", "public.orders"})
