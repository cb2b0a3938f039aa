"""The ToolJet Database: the same on a SQLite file and in a PostgreSQL schema."""

import datetime
from contextlib import closing

import pytest

from tooljet_jupyter.drivers.catalog import builtin
from tooljet_jupyter.drivers.driver import Run
from tooljet_jupyter.drivers.statement import Statement
from tooljet_jupyter.errors import Conflict, Invalid, NotFound, QueryFailed, ToolJetError

KEY = {"is_primary_key": True, "is_not_null": True}
CUSTOMERS = [
    {"column_name": "id", "data_type": "serial", "constraints_type": KEY},
    {"column_name": "name", "data_type": "character varying", "constraints_type": {"is_not_null": True}},
    {"column_name": "vip", "data_type": "boolean", "column_default": "false"},
    {"column_name": "details", "data_type": "jsonb"},
    {"column_name": "since", "data_type": "timestamp with time zone", "column_default": "now()"},
    {"column_name": "score", "data_type": "double precision"},
]
ORDERS = [
    {
        "column_name": "id",
        "data_type": "integer",
        "column_default": 'nextval("x_id_seq"',
        "keytype": "PRIMARY KEY",
    },
    {"column_name": "customer", "data_type": "integer"},
    {"column_name": "total", "data_type": "bigint"},
]
MAY = datetime.datetime(2024, 5, 1, 8, tzinfo=datetime.UTC)


class Tables:
    """A store, its operations with the options of ToolJet's queries."""

    def __init__(self, driver):
        self.driver = driver

    def run(self, operation, **options):
        return self.driver.run(operation, options, Run())

    def rows(self, operation, **options):
        return self.run(operation, **options).data


@pytest.fixture(params=["sqlite", "postgresql"])
def tables(request, tmp_path):
    if request.param == "sqlite":
        options = {"path": str(tmp_path / "tables.db")}
    else:
        options = {"url": request.getfixturevalue("postgresql_url"), "schema": f"workspace {tmp_path.name}"}
    with closing(builtin().open("tooljetdb", options)) as driver:
        yield Tables(driver)


@pytest.fixture
def customers(tables):
    table = tables.rows("create_table", table_name="customers", columns=CUSTOMERS)
    ann = {"name": "Ann", "details": {"a": [1]}, "since": "2024-05-01T10:00:00+02:00"}
    tables.run("create_row", table_id=table["id"], create_row=entries(ann))
    tables.run(
        "create_row", table_name="customers", create_row=entries({"name": "Bob", "vip": "true", "score": ""})
    )
    return table["id"]


@pytest.fixture
def orders(tables, customers):
    key = {"column_names": ["customer"], "referenced_table_id": customers, "referenced_column_names": ["id"]}
    table = tables.rows(
        "create_table", table_name="orders", columns=ORDERS, foreign_keys=[{**key, "on_delete": "CASCADE"}]
    )
    for customer, total in ((1, 10), (1, "20"), (2, 30)):
        tables.run(
            "create_row", table_id=table["id"], create_row=entries({"customer": customer, "total": total})
        )
    return table["id"]


def entries(values):
    """A column map as ToolJet stores it: the keys mean nothing."""
    return {f"key-{name}": {"column": name, "value": value} for name, value in values.items()}


def where(column, operator, value):
    return {
        "3f": {"column": column, "operator": operator, "value": value, "id": "3f"},
        "0": {"column": "", "value": ""},
    }


def test_every_type_comes_back_as_it_went_in(tables, customers):
    ann = tables.rows(
        "list_rows", table_id=customers, list_rows={"where_filters": where("name", "eq", "Ann")}
    )
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
    row = tables.rows("create_row", table_id=customers, create_row=entries({"name": "Cy", "since": "NOW()"}))[
        0
    ]
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
    rows = tables.rows(
        "list_rows", table_id=customers, list_rows={"where_filters": where(column, operator, value)}
    )
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


def test_a_table_is_described_as_it_was_made(tables, orders, customers):
    described = tables.rows("describe_table", table_id="orders")
    assert (described["id"], described["name"]) == (orders, "orders")
    assert [(c["column_name"], c["data_type"], c["keytype"]) for c in described["columns"]] == [
        ("id", "serial", "PRIMARY KEY"),
        ("customer", "integer", ""),
        ("total", "bigint", ""),
    ]
    assert described["foreign_keys"] == [
        {
            "column_names": ["customer"],
            "referenced_table_id": customers,
            "referenced_table_name": "customers",
            "referenced_column_names": ["id"],
            "on_delete": "CASCADE",
            "on_update": "NO ACTION",
        }
    ]


def test_a_table_changes_in_every_way_at_once_and_keeps_its_rows(tables, customers, orders):
    changed = tables.rows(
        "alter_table",
        table_id=customers,
        new_name="clients",
        add_columns=[
            {"column_name": "mail", "data_type": "varchar", "constraints_type": {"is_unique": True}}
        ],
        change_columns=[
            {"column_name": "name", "new_column_name": "full_name"},
            {"column_name": "id", "new_column_name": "number"},
            {"column_name": "score", "data_type": "integer"},
        ],
        drop_columns=["details"],
    )
    assert changed["id"] == customers
    row = tables.rows("list_rows", table_id=customers)[0]
    assert list(row) == ["number", "full_name", "vip", "since", "score", "mail"]
    assert tables.rows("describe_table", table_id=orders)["foreign_keys"][0]["referenced_column_names"] == [
        "number"
    ]


def test_references_still_hold_after_a_change(tables, customers, orders):
    tables.run("alter_table", table_id=customers, new_name="clients", drop_columns=["details"])
    with pytest.raises(QueryFailed):
        tables.run("create_row", table_id=orders, create_row=entries({"customer": 99}))
    tables.run("delete_rows", table_id=customers, delete_rows={"where_filters": where("id", "eq", 1)})
    assert [row["customer"] for row in tables.rows("list_rows", table_id=orders)] == [2]


def test_a_change_that_a_row_does_not_survive_changes_nothing(tables, customers):
    change = [{"column_name": "name", "data_type": "integer"}]
    with pytest.raises(ToolJetError):
        tables.run("alter_table", table_id=customers, add_columns=[ORDERS[2]], change_columns=change)
    assert [row["name"] for row in tables.rows("list_rows", table_id=customers)] == ["Ann", "Bob"]
    assert len(tables.rows("describe_table", table_id=customers)["columns"]) == len(CUSTOMERS)


def test_a_unique_column_and_a_required_one_are_kept(tables, customers):
    unique = [{"column_name": "name", "constraints_type": {"is_unique": True, "is_not_null": True}}]
    tables.run("alter_table", table_id=customers, change_columns=unique)
    for values in ({"name": "Ann"}, {"vip": True}):
        with pytest.raises(QueryFailed):
            tables.run("create_row", table_id=customers, create_row=entries(values))
    loose = [{"column_name": "name", "constraints_type": {"is_unique": False, "is_not_null": False}}]
    tables.run("alter_table", table_id=customers, change_columns=loose)
    tables.run("create_row", table_id=customers, create_row=entries({"name": "Ann"}))
    tables.run("create_row", table_id=customers, create_row=entries({"vip": True}))


def test_a_key_can_have_several_columns(tables):
    parts = [{"column_name": name, "data_type": "integer", "constraints_type": KEY} for name in ("a", "b")]
    table = tables.rows(
        "create_table", table_name="pairs", columns=[*parts, {"column_name": "n", "data_type": "serial"}]
    )
    for b in (1, 2):
        tables.run("create_row", table_id=table["id"], create_row=entries({"a": 1, "b": b}))
    with pytest.raises(QueryFailed):
        tables.run("create_row", table_id=table["id"], create_row=entries({"a": 1, "b": 2}))
    assert tables.rows("list_rows", table_id=table["id"]) == [
        {"a": 1, "b": 1, "n": 1},
        {"a": 1, "b": 2, "n": 2},
    ]


def test_a_table_that_is_referred_to_cannot_be_dropped(tables, customers, orders):
    with pytest.raises(Conflict, match="orders"):
        tables.run("drop_table", table_id=customers)
    with pytest.raises(Conflict, match="orders"):
        tables.run("alter_table", table_id=customers, drop_columns=["id"])
    tables.run("drop_table", table_id=orders)
    tables.run("drop_table", table_id=customers)
    assert tables.rows("list_tables") == []


def test_a_name_is_taken_once(tables, customers):
    with pytest.raises(Conflict):
        tables.run("create_table", table_name="customers", columns=CUSTOMERS)


@pytest.mark.parametrize("name", ["", "pg_authid", "tooljet_tables", "sqlite_master", "x" * 64])
def test_a_name_that_is_the_databases_own_is_refused(tables, name):
    with pytest.raises(Invalid):
        tables.run("create_table", table_name=name, columns=CUSTOMERS)


@pytest.mark.parametrize("name", ['we"ird; name', "Bücher", "select"])
def test_any_other_name_is_only_a_name(tables, name):
    columns = [
        CUSTOMERS[0],
        {"column_name": name, "data_type": "character varying", "column_default": "it's"},
    ]
    table = tables.rows("create_table", table_name=name, columns=columns)
    assert tables.rows("create_row", table_id=table["id"], create_row={}) == [{"id": 1, name: "it's"}]


def test_a_missing_table_is_not_found(tables):
    with pytest.raises(NotFound):
        tables.run("list_rows", table_id="nowhere")


def test_selectors_offer_tables_by_id_and_columns_by_name(tables, customers):
    assert tables.driver.invoke("listTables", {}) == [{"value": customers, "label": "customers"}]
    assert {"value": "vip", "label": "vip"} in tables.driver.invoke("listColumns", {"table_id": customers})


def test_a_store_stays_warm(tables, customers):
    tables.run("list_rows", table_id=customers)
    assert tables.driver.reusable()
