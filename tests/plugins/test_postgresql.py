"""PostgreSQL on a real server: types, transactions, limits, lost connections, other databases."""

import datetime
import threading
from contextlib import closing

import msgspec
import psycopg
import pytest

from tests.plugins.test_conformance import address
from tooljet_jupyter.drivers.catalog import builtin
from tooljet_jupyter.drivers.driver import Run
from tooljet_jupyter.drivers.manifest import MASK
from tooljet_jupyter.drivers.pool import Key, Pool
from tooljet_jupyter.drivers.schema import Target
from tooljet_jupyter.drivers.statement import Statement
from tooljet_jupyter.errors import Invalid, QueryFailed, SourceUnreachable

RUN = Run()


@pytest.fixture
def options(server, postgresql_url):
    return address(postgresql_url)


@pytest.fixture
def driver(options):
    with closing(builtin().open("postgresql", options)) as opened:
        yield opened


@pytest.fixture
def server(postgresql_url):
    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public")
        yield connection


@pytest.fixture
def shop(driver):
    sql(
        driver,
        "CREATE TABLE orders (id serial PRIMARY KEY, name text, price numeric(10,2), tags jsonb, ok boolean)",
    )
    run(
        driver,
        "bulk_insert",
        table="orders",
        records=[{"name": "tea", "price": "2.50"}, {"name": "cup", "ok": True}],
    )
    return driver


def sql(driver, text, params=None, **limits):
    return driver.run("sql", {"query": Statement(text, params)}, Run(**limits))


def run(driver, operation, **options):
    return driver.run(operation, options, RUN)


def filters(*conditions):
    return {
        str(index): dict(zip(("column", "operator", "value"), c, strict=True)) for index, c in enumerate(conditions)
    }


@pytest.mark.parametrize(
    "expression, kind, value",
    [
        ("12.50::numeric", "number", 12.5),
        ("12345678901234567890.5::numeric", "number", "12345678901234567890.5"),
        ("9007199254740993", "number", "9007199254740993"),
        ("'NaN'::float8", "number", None),
        ("true", "boolean", True),
        ("'2024-05-01'::date", "date", "2024-05-01"),
        ("'2024-05-01 10:00'::timestamp", "datetime", "2024-05-01T10:00:00"),
        ("'infinity'::timestamp", "datetime", "infinity"),
        ("'10:30'::time", "time", "10:30:00"),
        ("'1 mon 2 days'::interval", "string", "1 mon 2 days"),
        ("'{\"a\": [1]}'::jsonb", "json", {"a": [1]}),
        ("array['x', 'y']", "json", ["x", "y"]),
        ("'\\xff00'::bytea", "binary", "/wA="),
        ("'6ba7b810-9dad-11d1-80b4-00c04fd430c8'::uuid", "string", "6ba7b810-9dad-11d1-80b4-00c04fd430c8"),
        ("'10.0.0.1'::inet", "string", "10.0.0.1"),
        ("null::integer", "number", None),
    ],
)
def test_a_value_keeps_its_type_and_encodes_as_json(driver, expression, kind, value):
    result = sql(driver, f"SELECT {expression} AS given")
    assert msgspec.json.decode(msgspec.json.encode(result.data)) == [{"given": value}]
    assert result.columns[0].type == kind


def test_an_empty_result_still_has_its_columns(driver):
    result = sql(driver, "SELECT 1 AS a, now() AS b WHERE false")
    assert (result.data, [c.type for c in result.columns]) == ([], ["number", "datetime"])


@pytest.mark.parametrize(
    "cast, value",
    [("jsonb", {"a": 1}), ("jsonb", [{"a": 1}]), ("text[]", ["a", "b"]), ("int[]", []), ("boolean", True)],
)
def test_objects_and_lists_are_bound(driver, cast, value):
    assert sql(driver, f"SELECT %s::{cast} AS given", [value]).data == [{"given": value}]


def test_a_percent_sign_is_doubled_only_where_there_are_values(driver):
    assert sql(driver, "SELECT 'a%' AS a, '%s' AS b").data == [{"a": "a%", "b": "%s"}]
    assert sql(driver, "SELECT 'a%%' AS a, %s AS b", ["x"]).data == [{"a": "a%", "b": "x"}]


def test_several_statements_are_one_transaction(shop):
    text = "UPDATE orders SET name = %s WHERE id = 1; UPDATE orders SET price = 1/0; SELECT 1"
    with pytest.raises(QueryFailed, match="division by zero"):
        sql(shop, text, ["gone"])
    assert sql(shop, "SELECT name FROM orders WHERE id = 1").data == [{"name": "tea"}]


def test_several_statements_take_their_own_values_and_the_last_rows_are_the_result(shop):
    text = "UPDATE orders SET name = %s WHERE id = %s; SELECT name, ';' AS mark FROM orders WHERE name = %s; "
    assert sql(shop, text, ["pot", 1, "pot"]).data == [{"name": "pot", "mark": ";"}]


def test_a_transaction_that_is_left_open_is_undone(shop):
    sql(shop, "BEGIN; DELETE FROM orders")
    assert sql(shop, "SELECT count(*) AS n FROM orders").data == [{"n": 2}]


def test_a_changed_session_is_not_lent_to_the_next_run(driver):
    sql(driver, "SELECT 1")
    assert driver.reusable()
    sql(driver, "SET search_path TO nowhere")
    assert not driver.reusable()


def test_the_error_of_the_server_keeps_its_code_and_place(driver):
    with pytest.raises(QueryFailed) as caught:
        sql(driver, "SELECT * FROM nowhere")
    assert caught.value.message == 'relation "nowhere" does not exist'
    assert caught.value.detail == {"sqlstate": "42P01", "position": 15}


def test_a_write_says_how_many_rows_it_changed(shop):
    result = sql(shop, "UPDATE orders SET name = upper(name)")
    assert (result.data, result.affected_rows) == ([], 2)


def test_a_large_result_is_cut_without_reading_all_of_it(driver):
    result = sql(driver, "SELECT g, repeat('x', 1000) FROM generate_series(1, 200000) g", max_rows=5000)
    assert (len(result.data), result.truncated, driver.reusable()) == (5000, True, False)
    assert sql(driver, "SELECT 1 AS a").data == [{"a": 1}]


def test_a_cut_result_of_a_write_is_written_all_the_same(shop):
    result = sql(shop, "INSERT INTO orders (name) SELECT 'x' FROM generate_series(1, 50) RETURNING id", max_rows=3)
    assert (len(result.data), result.truncated, result.affected_rows) == (3, True, 50)
    assert sql(shop, "SELECT count(*) AS n FROM orders").data == [{"n": 52}]


def test_a_read_only_source_refuses_changes(options, shop):
    with closing(builtin().open("postgresql", {**options, "read_only": True})) as reader:
        assert len(run(reader, "list_rows", table="orders").data) == 2
        with pytest.raises(QueryFailed, match="read-only transaction"):
            sql(reader, "DELETE FROM orders")


def test_a_connection_the_server_ended_is_renewed_before_a_statement_is_sent(driver, server):
    before = sql(driver, "SELECT pg_backend_pid() AS pid").data[0]["pid"]
    server.execute("SELECT pg_terminate_backend(%s, 5000)", [before])
    assert sql(driver, "SELECT pg_backend_pid() AS pid").data[0]["pid"] != before


def test_a_connection_that_ends_in_the_middle_is_not_tried_again(driver, server):
    pid = sql(driver, "SELECT pg_backend_pid() AS pid").data[0]["pid"]
    threading.Thread(target=end_when_busy, args=(server, pid)).start()
    with pytest.raises(SourceUnreachable):
        sql(driver, "SELECT pg_sleep(60)")
    assert sql(driver, "SELECT 1 AS a").data == [{"a": 1}]


def end_when_busy(server, pid):
    busy = "SELECT count(*) FROM pg_stat_activity WHERE pid = %s AND wait_event = 'PgSleep'"
    while not server.execute(busy, [pid]).fetchone()[0]:
        continue
    server.execute("SELECT pg_terminate_backend(%s)", [pid])


def test_the_pool_lends_the_same_connection_again_and_cancels_by_run(options):
    pool, key = Pool(), Key.of("source", "production", options)

    def pid(run_id):
        with pool.lease(key, lambda: builtin().open("postgresql", options), run_id=run_id) as driver:
            return sql(driver, "SELECT pg_backend_pid() AS pid").data

    assert pid("one") == pid("two")
    assert pool.cancel("one") is False
    pool.close()


def test_a_run_sends_nothing_but_its_statement(driver, server):
    sql(driver, "SELECT 1")
    server.execute("CREATE VIEW last AS SELECT query FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
    sql(driver, "SELECT 2")
    assert ("SELECT 2",) in server.execute("SELECT query FROM last").fetchall()


def test_a_connection_string_connects_and_its_password_is_never_shown(postgresql_url):
    string = {"connection_type": "string", "ssl_enabled": False}
    with closing(builtin().open("postgresql", {**string, "connection_string": postgresql_url})) as driver:
        driver.test()
    wrong = postgresql_url.replace("a-password-for-tests", "a-wrong-one")
    with (
        closing(builtin().open("postgresql", {**string, "connection_string": wrong})) as driver,
        pytest.raises(SourceUnreachable) as caught,
    ):
        driver.test()
    assert "a-wrong-one" not in str(caught.value.detail) + caught.value.message


def test_a_connection_string_that_names_a_file_of_the_server_is_refused(driver):
    options = {
        "connection_type": "string",
        "connection_string": "postgres://h/d?sslkey=/etc/key",
        "ssl_enabled": False,
    }
    with closing(builtin().open("postgresql", options)) as opened, pytest.raises(Invalid, match="sslkey"):
        opened.test()


def test_connection_options_are_parameters_of_libpq_or_settings_of_the_server(options):
    given = [["application_name", "shop"], ["search_path", "a, b"], ["", ""]]
    with closing(builtin().open("postgresql", {**options, "connection_options": given})) as driver:
        text = "SELECT current_setting('application_name') AS name, current_setting('search_path') AS path"
        assert sql(driver, text).data == [{"name": "shop", "path": "a, b"}]


def test_a_query_names_another_database_only_where_the_source_allows_it(options, postgresql_databases):
    other = postgresql_databases().rpartition("/")[2]
    query = {"query": "SELECT current_database() AS name", "database": other}
    with closing(builtin().open("postgresql", options)) as driver:
        assert driver.run("sql", query, RUN).data == [{"name": options["database"]}]
    with closing(builtin().open("postgresql", {**options, "allow_dynamic_connection_parameters": True})) as driver:
        assert driver.run("sql", query, RUN).data == [{"name": other}]


def test_rows_are_listed_with_filters_sort_and_limit(shop):
    settings = {
        "where_filters": filters(("name", "in", ["tea", "cup"]), ("price", "is", "null"), ("", "", "")),
        "order_filters": {"a": {"column": "id", "order": "desc"}},
    }
    rows = run(shop, "list_rows", schema="public", table="orders", list_rows=settings, limit="5", offset="").data
    assert rows == [{"id": 2, "name": "cup", "price": None, "tags": None, "ok": True}]


def test_aggregates_are_named_after_table_column_and_function(shop):
    settings = {"aggregates": {"k": {"column": "id", "aggFx": "count"}, "l": {"column": "price", "aggFx": "sum"}}}
    rows = run(shop, "list_rows", table="orders", list_rows=settings).data
    assert rows == [{"orders_id_count": 2, "orders_price_sum": 2.5}]


@pytest.mark.parametrize(
    "operator, value, names",
    [
        ("eq", "tea", ["tea"]),
        ("!=", "tea", ["cup"]),
        ("like", "T%", []),
        ("ilike", "T%", ["tea"]),
        ("not ilike", "t%", ["cup"]),
        ("match", "^t", ["tea"]),
        ("in", "(tea,cup)", ["tea", "cup"]),
        ("in", [], []),
        ("not in", [], ["tea", "cup"]),
        ("is", "notNull", ["tea", "cup"]),
        ("eq", "'; DROP TABLE orders; --", []),
    ],
)
def test_every_operator_compares(shop, operator, value, names):
    settings = {"where_filters": filters(("name", operator, value)), "order_filters": [{"column": "id"}]}
    assert [row["name"] for row in run(shop, "list_rows", table="orders", list_rows=settings).data] == names


def test_a_comparison_with_null_is_refused_because_it_never_holds(shop):
    with pytest.raises(Invalid, match="operator `is`"):
        run(shop, "list_rows", table="orders", list_rows={"where_filters": filters(("name", "eq", None))})


@pytest.mark.parametrize("name", ["nope", 'id" OR 1=1 --', "ID"])
def test_a_column_that_the_table_does_not_have_is_refused(shop, name):
    with pytest.raises(Invalid, match="orders has no column"):
        run(shop, "list_rows", table="orders", list_rows={"where_filters": filters((name, "eq", 1))})


def test_an_update_of_more_rows_than_one_needs_permission(shop):
    change = {"columns": {"0": {"column": "ok", "value": False}}, "where_filters": filters(("id", "gt", 0))}
    with pytest.raises(QueryFailed, match="2 rows"):
        run(shop, "update_rows", table="orders", update_rows=change)
    assert run(shop, "update_rows", table="orders", update_rows=change, allow_multiple_updates=True).affected_rows == 2


def test_an_update_of_no_row_fails_unless_that_is_fine(shop):
    change = {"columns": {"0": {"column": "ok", "value": False}}, "where_filters": filters(("id", "eq", 99))}
    with pytest.raises(QueryFailed, match="did not update any row"):
        run(shop, "update_rows", table="orders", update_rows=change)
    assert run(shop, "update_rows", table="orders", update_rows=change, zero_records_as_success=True).data == []


def test_rows_are_changed_and_added_by_their_keys(shop):
    run(shop, "bulk_update_pkey", table="orders", primary_key_columns=["id"], records=[{"id": 1, "price": 3}])
    records = [{"id": 2, "name": "mug", "tags": {"a": 1}}, {"id": 9, "name": "jar", "tags": [1]}]
    run(shop, "bulk_upsert_pkey", table="orders", primary_key_columns="id", records=records)
    upsert = {"columns": {"0": {"column": "id", "value": 9}, "1": {"column": "name", "value": "can"}}}
    run(shop, "upsert_rows", table="orders", primary_key_columns="id", upsert_rows=upsert)
    assert sql(shop, "SELECT id, name, price, tags FROM orders ORDER BY id").data == [
        {"id": 1, "name": "tea", "price": 3, "tags": None},
        {"id": 2, "name": "mug", "price": None, "tags": {"a": 1}},
        {"id": 9, "name": "can", "price": None, "tags": [1]},
    ]


def test_a_bulk_operation_is_all_or_nothing(shop):
    with pytest.raises(QueryFailed):
        run(shop, "bulk_insert", table="orders", records=[{"name": "jar"}, {"id": 1, "name": "taken"}])
    assert sql(shop, "SELECT count(*) AS n FROM orders").data == [{"n": 2}]


def test_a_delete_needs_a_filter_and_keeps_to_its_limit(shop):
    with pytest.raises(Invalid, match="no filter"):
        run(shop, "delete_rows", table="orders")
    deleted = run(shop, "delete_rows", table="orders", limit=1, delete_rows={"where_filters": filters(("id", "gt", 0))})
    assert [row["id"] for row in deleted.data] == [1]


def test_keys_and_references_are_listed(shop):
    sql(shop, "CREATE TABLE lines (number integer PRIMARY KEY, order_id integer NOT NULL REFERENCES orders)")
    lines = next(table for table in shop.schema().tables if table.name == "lines")
    assert [(c.name, c.type, c.nullable, c.primary_key, c.foreign_key) for c in lines.columns] == [
        ("number", "integer", False, True, None),
        ("order_id", "integer", False, False, "orders.id"),
    ]


def test_the_schema_tells_who_fills_a_column_in_and_what_it_takes(driver):
    sql(driver, "CREATE SCHEMA IF NOT EXISTS other; DROP TABLE IF EXISTS other.places")
    sql(driver, "CREATE TABLE other.places (id int PRIMARY KEY)")
    sql(driver, "CREATE TYPE mood AS ENUM ('sad', 'it''s ok')")
    sql(driver, "CREATE DOMAIN size AS varchar(5) CHECK (VALUE IN ('S', 'M'))")
    sql(
        driver,
        """CREATE TABLE things (id serial PRIMARY KEY, always int GENERATED ALWAYS AS IDENTITY, mood mood,
        size size, kind varchar(9) CHECK (kind IN ('a', 'it''s', 'c, d')), word text CHECK (word IN ('x', 'y')),
        stars int CHECK (stars IN (1, 2)), price numeric(8,2) CHECK (price > 0), place int REFERENCES other.places,
        twice numeric GENERATED ALWAYS AS (price * 2) STORED, more text CHECK (more IN ('p', 'q') OR more = 'r'))""",
    )
    things = driver.find_table("things", "")
    assert {column.name: (column.made, column.choices) for column in things.columns} == {
        "id": ("identity", []), "always": ("computed", []), "mood": ("", ["sad", "it's ok"]), "size": ("", ["S", "M"]),
        "kind": ("", ["a", "it's", "c, d"]), "word": ("", ["x", "y"]), "stars": ("", ["1", "2"]), "price": ("", []),
        "place": ("", []), "twice": ("computed", []), "more": ("", []),
    }  # fmt: skip
    assert things.column("place").target == Target("other", "places", "id")
    assert (things.column("size").type, things.column("size").base) == ("size", "character varying(5)")


def test_dates_keep_their_zone(driver):
    moment = sql(driver, "SELECT '2024-05-01 10:00+02'::timestamptz AS at").data[0]["at"]
    assert moment == datetime.datetime(2024, 5, 1, 8, tzinfo=datetime.UTC)


def test_a_secret_in_an_error_is_masked(driver):
    assert driver.scrub("password a-password-for-tests refused") == f"password {MASK} refused"


@pytest.mark.parametrize("operation, query, writes", [
    ("sql", "SELECT 1", False), ("sql", "/* x */ select 1", False), ("sql", "SELECT 1; DELETE FROM t", True),
    ("sql", "WITH x AS (DELETE FROM t RETURNING *) SELECT * FROM x", True), ("list_rows", "", False),
    ("create_row", "", True),
])  # fmt: skip
def test_a_run_that_may_change_something_is_known(driver, operation, query, writes):
    assert driver.writes(operation, {"query": query}) is writes
