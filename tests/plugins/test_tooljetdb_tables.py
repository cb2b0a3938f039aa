"""Tables of the ToolJet Database: made, described, changed, dropped, the same on both stores."""

import pytest

from tests.plugins.tables import CUSTOMERS, KEY, ORDERS, entries, where
from tooljet_jupyter.errors import Conflict, Invalid, NotFound, QueryFailed, ToolJetError


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
        add_columns=[{"column_name": "mail", "data_type": "varchar", "constraints_type": {"is_unique": True}}],
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
    assert tables.rows("describe_table", table_id=orders)["foreign_keys"][0]["referenced_column_names"] == ["number"]


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
