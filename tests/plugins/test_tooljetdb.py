"""Rows of the ToolJet Database: the same on a SQLite file and in a PostgreSQL schema."""

import datetime

import pytest

from tests.plugins.tables import MAY, entries, where
from tooljet_jupyter.drivers.statement import Statement
from tooljet_jupyter.errors import Invalid, QueryFailed


def test_every_type_comes_back_as_it_went_in(tables, customers):
    ann = tables.rows("list_rows", table_id=customers, list_rows={"where_filters": where("name", "eq", "Ann")})
    assert ann == [
        {"id": 1, "name": "Ann", "vip": False, "details": {"a": [1]}, "since": MAY, "score": None},
    ]


def test_columns_have_their_types_even_where_nothing_is_in_them(tables, customers):
    result = tables.run("list_rows", table_id=customers)
    assert [column.type for column in result.columns] == [
        "number",
        "string",
        "boolean",
        "json",
        "datetime",
        "number",
    ]


def test_now_as_text_is_the_time_of_the_insert(tables, customers):
    row = tables.rows("create_row", table_id=customers, create_row=entries({"name": "Cy", "since": "NOW()"}))[0]
    assert abs(row["since"] - datetime.datetime.now(datetime.UTC)) < datetime.timedelta(minutes=1)


@pytest.mark.parametrize("column, value", [("total", "ten"), ("total", 1.5), ("customer", 2**40)])
def test_a_value_of_another_type_is_refused(tables, orders, column, value):
    with pytest.raises((Invalid, QueryFailed)):
        tables.run("create_row", table_id=orders, create_row=entries({column: value}))


@pytest.mark.parametrize(
    "column, operator, value, names",
    [
        ("name", "in", ["Ann", "Cy"], ["Ann"]),
        ("name", "ilike", "b%", ["Bob"]),
        ("name", "like", "b%", []),
        ("vip", "eq", True, ["Bob"]),
        ("vip", "is", "true", ["Bob"]),
        ("details", "is", "null", ["Bob"]),
        ("details", "is", "notNull", ["Ann"]),
        ("since", "lt", "2024-05-01T09:00:00Z", ["Ann"]),
        ("id", "gte", "2", ["Bob"]),
        ("name", "neq", "Ann", ["Bob"]),
    ],
)
def test_every_operator_compares(tables, customers, column, operator, value, names):
    rows = tables.rows("list_rows", table_id=customers, list_rows={"where_filters": where(column, operator, value)})
    assert [row["name"] for row in rows] == names


def test_rows_come_in_the_order_of_their_key_or_as_asked(tables, orders):
    listed = {
        "order_filters": {"9": {"column": "total", "order": "desc", "id": "9"}},
        "limit": "2",
        "offset": "1",
    }
    assert [row["id"] for row in tables.rows("list_rows", table_id=orders)] == [1, 2, 3]
    assert [row["id"] for row in tables.rows("list_rows", table_id=orders, list_rows=listed)] == [2, 1]


def test_aggregates_answer_under_table_column_and_function(tables, orders):
    settings = {
        "aggregates": {"1": {"column": "id", "aggFx": "count"}, "2": {"column": "total", "aggFx": "sum"}},
        "group_by": {orders: ["customer"]},
        "order_filters": {"0": {"column": "customer", "order": "asc"}},
    }
    assert tables.rows("list_rows", table_id=orders, list_rows=settings) == [
        {"customer": 1, "orders_id_count": 2, "orders_total_sum": 30},
        {"customer": 2, "orders_id_count": 1, "orders_total_sum": 30},
    ]


def test_an_update_returns_the_changed_rows(tables, orders):
    settings = {"columns": entries({"total": "5"}), "where_filters": where("customer", "eq", "1")}
    result = tables.run("update_rows", table_id=orders, update_rows=settings, join_table={"left": "over"})
    assert (result.data, result.affected_rows) == (
        [{"id": 1, "customer": 1, "total": 5}, {"id": 2, "customer": 1, "total": 5}],
        2,
    )


def test_an_update_that_meets_no_row_returns_none(tables, orders):
    settings = {"columns": entries({"total": 5}), "where_filters": where("id", "eq", 99)}
    assert tables.rows("update_rows", table_id=orders, update_rows=settings) == []


def test_an_update_or_delete_without_a_filter_is_refused(tables, orders):
    with pytest.raises(Invalid, match="no filter"):
        tables.run("update_rows", table_id=orders, update_rows={"columns": entries({"total": 5})})
    with pytest.raises(Invalid, match="no filter"):
        tables.run("delete_rows", table_id=orders, delete_rows={"limit": "1"})


def test_a_delete_takes_one_row_unless_it_says_otherwise(tables, orders):
    filters = {"where_filters": where("id", "gt", 0)}
    assert [row["id"] for row in tables.rows("delete_rows", table_id=orders, delete_rows=filters)] == [1]
    assert len(tables.rows("delete_rows", table_id=orders, delete_rows={**filters, "limit": ""})) == 2


def test_a_delete_of_no_row_fails_only_where_the_query_says_so(tables, orders):
    filters = {"where_filters": where("id", "eq", 99)}
    assert tables.rows("delete_rows", table_id=orders, delete_rows=filters) == []
    with pytest.raises(QueryFailed, match="did not delete"):
        tables.run("delete_rows", table_id=orders, delete_rows={**filters, "zero_records_as_success": False})


def test_tables_are_joined(tables, customers, orders):
    def column(table, name):
        return {"table": table, "columnName": name, "type": "Column"}

    on = {"operator": "=", "leftField": column(orders, "customer"), "rightField": column(customers, "id")}
    over = {
        "operator": ">",
        "leftField": column(orders, "total"),
        "rightField": {"type": "Value", "value": "15"},
    }
    join = {
        "from": {"name": orders, "type": "Table"},
        "joins": [{"joinType": "INNER", "table": customers, "conditions": {"conditionsList": [on]}}],
        "fields": [
            {"name": "id", "table": orders},
            {"name": "id", "table": customers},
            {"name": "vip", "table": customers},
        ],
        "conditions": {"operator": "AND", "conditionsList": [over]},
        "order_by": [{"columnName": "total", "table": orders, "direction": "DESC"}],
    }
    assert tables.rows("join_tables", join_table=join) == [
        {"orders_id": 3, "customers_id": 2, "vip": True},
        {"orders_id": 2, "customers_id": 1, "vip": False},
    ]


def test_a_join_can_count_by_group(tables, customers, orders):
    on = {
        "operator": "=",
        "leftField": {"table": customers, "columnName": "id"},
        "rightField": {"table": orders, "columnName": "customer"},
    }
    join = {
        "from": {"name": customers},
        "joins": [{"joinType": "LEFT", "table": orders, "conditions": {"conditionsList": [on]}}],
        "fields": [{"name": "name", "table": customers}],
        "aggregates": {"1": {"aggFx": "count", "column": "id", "table_id": orders}},
        "group_by": {customers: ["name"]},
        "order_by": [{"columnName": "name", "table": customers}],
    }
    assert tables.rows("join_tables", join_table=join) == [
        {"name": "Ann", "orders_id_count": 2},
        {"name": "Bob", "orders_id_count": 1},
    ]


def test_many_rows_are_changed_or_added_by_their_key(tables, customers):
    changes = {"primary_key": ["id"], "rows_update": [{"id": 1, "name": "Anna"}, {"id": 2, "name": "Bobby"}]}
    tables.run("bulk_update_with_primary_key", table_id=customers, bulk_update_with_primary_key=changes)
    upserts = {"primary_key": ["id"], "rows": [{"id": 1, "name": "A"}, {"id": 7, "name": "G"}]}
    tables.run("bulk_upsert_with_primary_key", table_id=customers, bulk_upsert_with_primary_key=upserts)
    names = [(row["id"], row["name"]) for row in tables.rows("list_rows", table_id=customers)]
    assert names == [(1, "A"), (2, "Bobby"), (7, "G")]


def test_sql_runs_on_the_tables_with_bound_values(tables, customers, orders):
    text = (
        "SELECT c.name, count(*)::integer AS n FROM customers c JOIN orders o ON o.customer = c.id "
        "WHERE c.name ILIKE %s AND o.total < %s GROUP BY c.name ORDER BY 1"
    )
    query = {"sqlQuery": Statement(text, ["%%n%%".replace("%%", "%"), 100])}
    assert tables.rows("sql_execution", sql_execution=query) == [{"name": "Ann", "n": 2}]


def test_sql_changes_rows_with_bound_values(tables, orders):
    text = (
        "INSERT INTO orders (id, total) VALUES (%s, %s) "
        "ON CONFLICT (id) DO UPDATE SET total = excluded.total RETURNING id, total"
    )
    assert tables.rows("sql_execution", sql_execution={"sqlQuery": Statement(text, [1, 99])}) == [
        {"id": 1, "total": 99}
    ]
    text = "WITH b AS (SELECT id FROM orders WHERE total > %s) DELETE FROM orders WHERE id IN (SELECT id FROM b)"
    tables.run("sql_execution", sql_execution={"sqlQuery": Statement(text, [25])})
    assert [row["id"] for row in tables.rows("list_rows", table_id=orders)] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * FROM tooljet_tables",
        "SELECT * FROM public.users",
        "SELECT * FROM pg_authid",
        "WITH pg_authid2 AS (SELECT 1) SELECT * FROM pg_authid",
        "SELECT * FROM (WITH secret AS (SELECT 1) SELECT * FROM secret) x, secret",
        "SELECT set_config('role', 'postgres', false)",
        "SELECT query_to_xml('SELECT 1', true, true, '')",
        "SELECT pg_catalog.pg_read_file('/etc/passwd')",
        "SELECT * FROM pg_ls_dir('/')",
        "SELECT * FROM dblink('x', 'y')",
        "SELECT * INTO copied FROM orders",
        "SELECT 1; SELECT 2",
        "DROP TABLE orders",
        "COPY orders TO '/tmp/x'",
        "DO $$ BEGIN END $$",
        "SELEC",
    ],
)
def test_sql_cannot_leave_the_tables_of_the_workspace(tables, orders, text):
    with pytest.raises(QueryFailed):
        tables.run("sql_execution", sql_execution={"sqlQuery": text})
