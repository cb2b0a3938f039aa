"""Bound statements in real databases: types, lists, dates and names arrive as they should."""

import sqlite3
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import psycopg
import pytest

from tooljet_jupyter.templates.sql import bind

TABLE = """
    CREATE {temporary} TABLE orders (
        id INTEGER, price NUMERIC, name TEXT, made {timestamp}, tags {json}, open BOOLEAN
    )
"""
ROW = "INSERT INTO orders VALUES ({{id}}, {{price}}, {{name}}, {{made}}, {{tags}}, {{open}})"
ORDERS: list[dict[str, Any]] = [
    {
        "id": 1,
        "price": 10.5,
        "name": "50%_off",
        "made": "2026-01-01T10:00:00",
        "tags": {"a": [1]},
        "open": True,
    },
    {
        "id": 2,
        "price": 99,
        "name": "plain",
        "made": "2026-02-01T10:00:00",
        "tags": {"b": "ü'"},
        "open": False,
    },
    {"id": 3, "price": None, "name": None, "made": "2026-03-01T10:00:00", "tags": {}, "open": None},
]

# Template, values, the ids found.
BOTH = [
    ("id = {{x}}", 2, [2]),
    ("id = '{{x}}'", 2, [2]),
    ("id IN ({{x}})", [1, 3], [1, 3]),
    ("id IN {{x}}", [1], [1]),
    ("id IN ({{x}})", [], []),
    ("id NOT IN ({{x}})", [], [1, 2, 3]),
    ("name NOT IN {{x}} OR name IS NULL", [], [1, 2, 3]),
    ("name IN ({{x}})", ["plain", "other"], [2]),
    ("name LIKE '%{{x}}%'", "lai", [2]),
    ("name LIKE '{{x}}'", "%", [1, 2]),
    ("name = {{x}}", None, []),
    ("price > {{x}} AND 7 % 4 = 3", 50, [2]),
    ("made > {{x}}", "2026-01-15", [2, 3]),
    ("made BETWEEN '{{x}}-01-15' AND '{{x}}-02-15'", "2026", [2]),
    ("open = {{x}}", True, [1]),
    ("{{x}} IS NULL OR name = {{x}}", None, [1, 2, 3]),
    ("({{x}} IS NOT NULL AND name = {{x}})", "plain", [2]),
    ("name LIKE'{{x}}%'AND id>0", "pl", [2]),
]
POSTGRESQL = [
    ("id = ANY({{x}})", [1, 2], [1, 2]),
    ("id = ANY({{x}})", [], []),
    ("name = ANY({{x}})", ["plain", None], [2]),
    ("price = ANY({{x}})", [10.5, 99], [1, 2]),
    ("tags @> {{x}}", {"a": [1]}, [1]),
    ("tags ? {{x}}", "b", [2]),
    ("tags ->> 'b' = {{x}}", "ü'", [2]),
    ("made > {{x}}::timestamp", "2026-01-15", [2, 3]),
    ("made > TIMESTAMP '2026-03-01' - INTERVAL '{{x}} days'", 20, [3]),
    ("made::date = DATE '{{x}}'", "2026-01-01", [1]),
    ("name IS NOT DISTINCT FROM {{x}}", None, [3]),
    ("price = {{x}}", Decimal("10.5"), [1]),
    ("made < {{x}}", datetime(2026, 1, 15), [1]),
    ("name = E'pl\\x61{{x}}'", "in", [2]),
    ("id = {{x}}::int", "2", [2]),
    ("concat(name, {{x}}) = 'plain!'", "!", [2]),
    ("concat_ws('-', '{{x}}', {{x}}, name) = 'a-a-plain'", "a", [2]),
    ("jsonb_build_object('a', {{x}}) = '{\"a\": 1}' AND id = 1", 1, [1]),
    ("jsonb_build_object('a', {{x}}, 'b', {{x}}) ->> 'b' = name", "plain", [2]),
    ("tags = jsonb_build_object({{x}}, jsonb_build_array(1))", "a", [1]),
    ("id IN (SELECT generate_series(1, {{x}}))", 2, [1, 2]),
    ("length(name) = length({{x}}) AND lower(name) = lower('{{x}}')", "PLAIN", [2]),
]


@pytest.fixture(scope="module")
def sqlite() -> Iterator[sqlite3.Connection]:
    """A SQLite database with three orders."""
    connection = sqlite3.connect(":memory:")
    connection.execute(TABLE.format(temporary="", timestamp="TEXT", json="TEXT"))
    for order in ORDERS:
        connection.execute(*bind(ROW, order, "sqlite").arguments)
    yield connection
    connection.close()


@pytest.fixture(scope="module")
def postgresql(postgresql_url: str) -> Iterator["psycopg.Connection[Any]"]:
    """A PostgreSQL database with the same orders."""
    with psycopg.connect(postgresql_url) as connection:
        connection.execute(TABLE.format(temporary="TEMP", timestamp="TIMESTAMP", json="JSONB"))
        for order in ORDERS:
            connection.execute(*bind(ROW, order, "postgresql").arguments)
        yield connection
        connection.rollback()


@pytest.mark.parametrize("condition, value, ids", BOTH)
def test_sqlite_finds_the_rows(sqlite: sqlite3.Connection, condition: str, value: Any, ids: list[int]) -> None:
    bound = bind(f"SELECT id FROM orders WHERE {condition} ORDER BY id", {"x": value}, "sqlite")
    assert [row[0] for row in sqlite.execute(*bound.arguments)] == ids


@pytest.mark.parametrize("condition, value, ids", BOTH + POSTGRESQL)
def test_postgresql_finds_the_rows(
    postgresql: "psycopg.Connection[Any]", condition: str, value: Any, ids: list[int]
) -> None:
    bound = bind(f"SELECT id FROM orders WHERE {condition} ORDER BY id", {"x": value}, "postgresql")
    assert [row[0] for row in postgresql.execute(*bound.arguments)] == ids


@pytest.mark.parametrize("value", [[1, 2], [1.5, 2], ["a", "b'"], [True, None], []])
def test_a_list_is_an_array_in_postgresql(postgresql: "psycopg.Connection[Any]", value: list[Any]) -> None:
    # PostgreSQL learns the type of texts from the other side, as it does for literals.
    cast = "::text[]" if value in ([], ["a", "b'"]) else ""
    row = postgresql.execute(*bind(f"SELECT {{{{x}}}}{cast}", {"x": value}, "postgresql").arguments).fetchone()
    assert row == (value,)


def test_a_row_is_read_back_as_it_was_written(postgresql: "psycopg.Connection[Any]") -> None:
    row = postgresql.execute("SELECT * FROM orders WHERE id = 1").fetchone()
    assert row == (1, Decimal("10.5"), "50%_off", datetime(2026, 1, 1, 10), {"a": [1]}, True)


def test_a_known_name_sorts(sqlite: sqlite3.Connection) -> None:
    sql = "SELECT id FROM {{identifier: t}} ORDER BY {{identifier: c}} {{direction: d}} LIMIT {{n}}"
    values = {"t": "orders", "c": "made", "d": "DESC", "n": 2}
    bound = bind(sql, values, "sqlite", identifiers={"orders", "made"})
    assert sqlite.execute(*bound.arguments).fetchall() == [(3,), (2,)]


@pytest.mark.parametrize(
    "value, stored",
    [
        (2**70, str(2**70)),
        (Decimal("1.10"), "1.10"),
        (date(2026, 1, 2), "2026-01-02"),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (float("nan"), None),
        (b"\0\1", b"\0\1"),
    ],
)
def test_sqlite_takes_what_its_driver_does_not(sqlite: sqlite3.Connection, value: Any, stored: Any) -> None:
    assert sqlite.execute(*bind("SELECT {{x}}", {"x": value}, "sqlite").arguments).fetchone() == (stored,)
