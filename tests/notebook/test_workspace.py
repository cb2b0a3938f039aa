"""Sources and queries from Python: rows out, errors in the user's words, and a way to stop."""

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress

import pytest

from tooljet_jupyter.errors import NotFound, QueryFailed

# Works for minutes, and holds the lock of the database while it does.
CELL = '''
import tooljet_jupyter as tj

shop = tj.connect().source("shop")
shop.sql("""
    INSERT INTO products (name, category, price, stock)
    WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 4000000000)
    SELECT n, 'never', 1, 1 FROM counted WHERE n < 0
""").run()
'''


def written_to(database):
    """Say whether somebody writes to the database at this moment."""
    with closing(sqlite3.connect(database, timeout=0)) as db:
        try:
            db.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return True
    return False


def test_a_query_comes_back_as_rows_and_as_a_frame(shop):
    query = shop.sql("SELECT id, status FROM orders WHERE id IN ({{ids}}) ORDER BY id", ids=[1, 3])
    assert [row["id"] for row in query.rows()] == [1, 3]
    assert list(query.df().columns) == ["id", "status"]


def test_a_parameter_is_a_value_whatever_is_in_it(shop):
    assert shop.sql("SELECT {{text}} AS text", text="' OR 1=1 --").rows() == [{"text": "' OR 1=1 --"}]


def test_a_saved_query_runs_with_its_parameters(workspace, shop):
    shop.sql("SELECT count(*) AS n FROM orders WHERE status = {{status}}").save("by_status")
    query = workspace.query("by_status")
    assert query.parameters == ["status"]
    assert query.run(status="delivered").rows()[0]["n"] > 0


def test_tables_and_columns_are_listed(shop):
    assert {"customers", "orders"} <= set(shop.tables())
    assert list(shop.columns("orders"))[0] == "id"


def test_an_unknown_source_is_named(workspace):
    with pytest.raises(NotFound, match="No data source is called shoop"):
        workspace.source("shoop")


def test_an_error_of_the_database_is_said_in_its_words(shop):
    with pytest.raises(QueryFailed, match="no such table: ordres"):
        shop.sql("SELECT * FROM ordres").run()


def test_an_error_in_a_cell_is_a_few_lines_with_the_users_own(shop):
    try:
        shop.sql("SELECT * FROM ordres").run()
    except QueryFailed as error:
        shown = error._render_traceback_()
    assert "QueryFailed" in shown[0]
    assert "no such table: ordres" in shown[0]
    assert 'shop.sql("SELECT * FROM ordres").run()' in shown[-1]
    assert len(shown) == 2


def test_stopping_the_cell_stops_the_query_in_the_database(demo_server, invited, tmp_path):
    cell = tmp_path / "cell.py"
    cell.write_text(CELL)
    with subprocess.Popen([sys.executable, cell], stderr=subprocess.PIPE, text=True) as kernel:
        while not written_to(demo_server.room / "shop.sqlite"):
            with suppress(subprocess.TimeoutExpired):
                pytest.fail(f"it ended by itself: {kernel.wait(0.05)}")
        kernel.send_signal(signal.SIGINT)
        _, said = kernel.communicate(timeout=20)
    assert said.endswith("KeyboardInterrupt: The query was cancelled on the server\n")
    assert not written_to(demo_server.room / "shop.sqlite")
