"""The ToolJet Database with two tables in it, on each of its stores; and which tests are for which plugin."""

from contextlib import closing
from typing import Any

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


# Tried against a web server in `test_restapi.py`; the suite's live half is about SQL.
WITHOUT_SQL = {"restapi"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the SQL tests of plugins that speak none: there is nothing to skip."""
    left_out = [item for item in items if speaks_no_sql(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


def speaks_no_sql(item: Any) -> bool:
    """Say whether this is a live SQL test of a plugin without SQL."""
    chosen = getattr(item, "callspec", None)
    plugin = chosen.params.get("plugin_folder") if chosen else None
    return plugin is not None and plugin.name in WITHOUT_SQL and "live_options" in item.fixturenames
