"""Values keep their types and every digit on the way from the database, whichever way they come."""

import math
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from itertools import count

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from psycopg.types.json import Jsonb

import tooljet_jupyter as tj
from tests.notebook.warehouse import WAYS, by, options, rows

NUMBERS = count(1)
# What PostgreSQL's text type cannot hold.
TEXTS = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]))
MOMENTS = st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30))])).filter(
    lambda moment: 2 < moment.year < 9998
)
TYPES = {
    "boolean": st.booleans(),
    "smallint": st.integers(-(2**15), 2**15 - 1),
    "integer": st.integers(-(2**31), 2**31 - 1),
    "bigint": st.integers(-(2**63), 2**63 - 1),
    "double precision": st.floats(),
    "real": st.floats(width=32).map(lambda value: float(f"{value:.6g}")),
    "numeric(38,10)": st.decimals(
        allow_nan=False, allow_infinity=False, places=10, min_value=-(10**27), max_value=10**27
    ),
    "numeric": st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20, places=12),
    "text": TEXTS,
    "varchar": TEXTS,
    "bytea": st.binary(),
    "date": st.dates(),
    "time": st.times(),
    "timestamp": st.datetimes(),
    "timestamptz": MOMENTS,
    "uuid": st.uuids(),
    "jsonb": st.recursive(
        st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXTS.filter(lambda text: "\x00" not in text),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
        max_leaves=5,
    ).filter(lambda value: value is not None),
    "bigint[]": st.lists(st.none() | st.integers(-(2**63), 2**63 - 1), max_size=4),
    "text[]": st.lists(st.none() | TEXTS, max_size=4),
}


@pytest.fixture
def database(postgresql_database):
    """A connection to the database behind the source."""
    with psycopg.connect(postgresql_database, autocommit=True) as connection:
        yield connection


@pytest.fixture
def warehouse(workspace, postgresql_database):
    """A PostgreSQL source."""
    return workspace.add_source(f"warehouse {next(NUMBERS)}", "postgresql", **options(postgresql_database))


@pytest.mark.parametrize("kind", TYPES)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_value_comes_as_it_is_stored(kind, data, database, warehouse):
    values = data.draw(st.lists(st.none() | TYPES[kind], max_size=6))
    database.execute("DROP TABLE IF EXISTS kept")
    database.execute(f"CREATE TABLE kept (place int, value {kind})")
    for place, value in enumerate(values):
        stored = Jsonb(value) if kind == "jsonb" and value is not None else value
        database.execute(f"INSERT INTO kept VALUES (%s, %s::{kind})", [place, stored])
    wanted = [str(value) if kind == "uuid" and value is not None else value for value in values]
    for way in WAYS:
        with by(warehouse, way) as run:
            result = run("value", "FROM kept ORDER BY place")
        assert same([row["value"] for row in rows(result)], wanted), way


def same(found, wanted):
    """Say whether values are equal and of one type, where not-a-number is equal to itself."""
    return len(found) == len(wanted) and all(map(same_value, found, wanted))


def same_value(one, other):
    """Say whether two values are the same."""
    if isinstance(one, float) and isinstance(other, float) and math.isnan(one):
        return math.isnan(other)
    return type(one) is type(other) and one == other


# What is written in SQL, and what comes, as text where Python or Arrow has no such value.
EDGES = {
    "NULL::int": None,
    "9223372036854775807::bigint": 2**63 - 1,
    "4294967295::oid": 2**32 - 1,
    "'NaN'::numeric": "NaN",
    "'-Infinity'::numeric": "-Infinity",
    "1.50::numeric(38,10)": Decimal("1.5"),
    "123456789012345678901234567890.123456789::numeric": Decimal("123456789012345678901234567890.123456789"),
    f"{'9' * 60}.5::numeric": Decimal(f"{'9' * 60}.5"),
    f"{'9' * 90}.5::numeric": f"{'9' * 90}.5",
    "1e-30::numeric": Decimal("1e-30"),
    "'0044-03-15 BC'::date": "0044-03-15 BC",
    "'infinity'::date": "infinity",
    "'-infinity'::date": "-infinity",
    "'9999-12-31'::date": date(9999, 12, 31),
    "'12000-02-29'::date": "12000-02-29",
    "'infinity'::timestamp": "infinity",
    "'-infinity'::timestamptz": "-infinity",
    "'0044-03-15 12:30:00.5 BC'::timestamp": "0044-03-15 12:30:00.5 BC",
    "'0044-03-15 12:30+00 BC'::timestamptz": "0044-03-15 12:30:00+00 BC",
    "'2026-01-01 12:00+05:30'::timestamptz": datetime(2026, 1, 1, 6, 30, tzinfo=UTC),
    "'24:00'::time": "24:00:00",
    "'12:00:01.5'::time": time(12, 0, 1, 500000),
    "'12:00+02'::timetz": "12:00:00+02:00",
    "'1 mon 2 days 3.5 s'::interval": "1 mon 2 days 00:00:03.5",
    "'{\"a\": [1, null]}'::json": {"a": [1, None]},
    "ARRAY[[1,2],[3,4]]": [[1, 2], [3, 4]],
    "ARRAY[1.5, 2.25]::numeric[]": [Decimal("1.5"), Decimal("2.25")],
    "'[2:3]={1,2}'::int[]": [1, 2],
    "'10.0.0.1'::inet": "10.0.0.1",
    "B'101'": "101",
    "12.34::money": "$12.34",
    "int4range(1, 5)": "[1, 5)",
    "'ü 漢 🙂'::text": "ü 漢 🙂",
    "'ok'::mood": "ok",
    "ARRAY['ok']::mood[]": "{ok}",
    "(1, 'a')": "(1,a)",
    "'a  '::char(3)": "a  ",
    "0.1::real": 0.1,
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("written", EDGES)
def test_an_uncommon_value_comes_the_same_by_every_way(written, way, warehouse, database):
    database.execute("CREATE TYPE mood AS ENUM ('sad', 'ok')")
    with by(warehouse, way) as run:
        [row] = rows(run(f"{written} AS value"))
    assert row["value"] == EDGES[written]
    assert type(row["value"]) is type(EDGES[written])


@pytest.mark.parametrize("way", WAYS)
def test_a_column_gets_the_type_that_holds_all_of_it(way, warehouse):
    rest = "FROM generate_series(1, 40000) AS n"
    columns = "n, CASE WHEN n < 39000 THEN n / 2.0 ELSE n / 1000000000.0 END AS x, " + (
        "CASE WHEN n = 39999 THEN 'infinity' ELSE date '2026-01-01' + n % 100 END AS day"
    )
    with by(warehouse, way) as run:
        result = run(columns, rest)
    found = rows(result)
    assert [found[0]["x"], found[39998]["x"]] == [Decimal("0.5"), Decimal("0.000039999")]
    assert (found[0]["day"], found[39998]["day"]) == ("2026-01-02", "infinity")
    assert (len(found), result.types["day"]) == (40_000, "string")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("columns, rest, wanted", [
    ("1 AS n", "WHERE false", []),
    ("1 AS a, 2 AS a, 3 AS a_1", "", [{"a": 1, "a_2": 2, "a_1": 3}]),
    ("", "FROM generate_series(1, 3)", [{}, {}, {}]),
    (", ".join(f"{n} AS c{n}" for n in range(1000)), "", [{f"c{n}": n for n in range(1000)}]),
])  # fmt: skip
def test_a_result_of_an_uncommon_shape_comes_as_it_is(columns, rest, wanted, way, warehouse):
    if not columns and way == "psycopg":
        pytest.skip("the column that chooses the way would be one")
    with by(warehouse, way) as run:
        result = run(columns, rest)
    assert rows(result) == wanted
    assert len(result) == len(wanted)


@pytest.mark.parametrize("way", WAYS)
def test_a_frame_keeps_whole_numbers_whole_and_exact_ones_exact(way, warehouse):
    columns = "NULLIF(n, 2) AS n, (n + 0.1)::numeric(10,2) AS price, n = NULLIF(n, 2) AS paid, "
    columns += "date '2026-01-02' AS day, 'a' AS name"
    with by(warehouse, way) as run:
        frame = run(columns, "FROM generate_series(1, 2) AS n").df()
    kinds = {name: str(kind) for name, kind in frame.dtypes.items() if name != "other"}
    assert kinds == {
        "n": "Int32",
        "price": "decimal128(10, 2)[pyarrow]",
        "paid": "boolean",
        "day": "datetime64[ms]",
        "name": "str",
    }
    assert frame["price"].sum() == Decimal("3.20")


@pytest.mark.parametrize("way", WAYS)
def test_polars_and_arrow_get_the_same_types(way, warehouse):
    import polars
    import pyarrow

    with by(warehouse, way) as run:
        result = run("1::smallint AS n, 1.5::numeric(10,2) AS price, now() AS at, ARRAY[1] AS list")
    kinds = {name: kind for name, kind in result.pl().schema.items() if name != "other"}
    moment = polars.Datetime("us", "UTC")
    assert kinds == {"n": polars.Int16, "price": polars.Decimal(10, 2), "at": moment, "list": polars.List(polars.Int32)}
    types = {field.name: field.type for field in result.arrow().schema if field.name != "other"}
    moment = pyarrow.timestamp("us", "UTC")
    exact = pyarrow.decimal128(10, 2)
    assert types == {"n": pyarrow.int16(), "price": exact, "at": moment, "list": pyarrow.list_(pyarrow.int32())}


@pytest.mark.parametrize("way", WAYS)
def test_a_parameter_is_bound_by_every_way(way, warehouse):
    given = {"text": "'; DROP TABLE x; --", "n": 7, "missing": None, "many": [1, 2], "at": "2026-01-01T00:00:00Z"}
    columns = (
        "{{text}}::text AS text, {{n}} + 1 AS n, {{missing}}::int AS missing, 2 = ANY({{many}}) AS many, "
        "now() > {{at}} AS later"
    )
    with by(warehouse, way) as run:
        [row] = rows(run(columns, **given))
    assert row == {"text": given["text"], "n": 8, "missing": None, "many": True, "later": True}


def test_a_query_that_ends_in_a_comment_is_read_as_it_is(warehouse):
    assert warehouse.sql("SELECT 1 AS n -- one").rows() == [{"n": 1}]
    with pytest.raises(tj.errors.QueryFailed, match="syntax error"):
        warehouse.sql("SELECT 1) TO STDOUT --").rows()
