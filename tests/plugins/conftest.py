"""The ToolJet Database with two tables in it, on each of its stores."""

from contextlib import closing

import pytest

from tests.plugins.tables import CUSTOMERS, ORDERS, Tables, entries
from tooljet_jupyter.drivers.catalog import builtin


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
    tables.run("create_row", table_name="customers", create_row=entries({"name": "Bob", "vip": "true", "score": ""}))
    return table["id"]


@pytest.fixture
def orders(tables, customers):
    key = {"column_names": ["customer"], "referenced_table_id": customers, "referenced_column_names": ["id"]}
    table = tables.rows(
        "create_table", table_name="orders", columns=ORDERS, foreign_keys=[{**key, "on_delete": "CASCADE"}]
    )
    for customer, total in ((1, 10), (1, "20"), (2, 30)):
        tables.run("create_row", table_id=table["id"], create_row=entries({"customer": customer, "total": total}))
    return table["id"]
