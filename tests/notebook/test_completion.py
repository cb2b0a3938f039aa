"""Tab in a cell: names of the workspace, tables and columns, variables; in a kernel as front ends ask it."""

import os
import threading
import time

import pytest
from jupyter_client.manager import start_new_kernel

from tests.services.demo import TOKEN
from tooljet_jupyter.errors import SourceUnreachable
from tooljet_jupyter.notebook.magics.ahead import PATIENCE_SECONDS, Ahead
from tooljet_jupyter.notebook.magics.schema import Schema
from tooljet_jupyter.notebook.magics.sql_context import place


def at(text):
    """Return what fits at the bar in a text."""
    return place(text.replace("|", "", 1), text.index("|"))


@pytest.mark.parametrize(
    "text, wanted, owner, start",
    [
        ("SELECT * FROM |", "table", "", ""),
        ("select * from or|", "table", "", "or"),
        ("SELECT * FROM a, |", "table", "", ""),
        ("SELECT * FROM a AS x, b y, c|", "table", "", "c"),
        ("SELECT * FROM a JOIN b|", "table", "", "b"),
        ("INSERT INTO |", "table", "", ""),
        ("UPDATE or|", "table", "", "or"),
        ("SELECT a, | FROM t", "column", "", ""),
        ("SELECT o.| FROM orders o", "column", "o", ""),
        ("SELECT o.cu| FROM orders o", "column", "o", "cu"),
        ('SELECT "two words".| FROM t', "column", "two words", ""),
        ("SELECT * FROM t WHERE |", "column", "", ""),
        ("SELECT * FROM main.or|", "column", "main", "or"),
        ("SELECT 'it''s or|", "", "", ""),
        ("SELECT 1 -- FROM |", "", "", ""),
        ("SELECT 1 /* FROM |", "", "", ""),
        ("SELECT '--' FROM |", "table", "", ""),
        ("SELECT {{st|", "variable", "", "st"),
        ("SELECT '%{{st|", "variable", "", "st"),
        ("SELECT {{limits.lo|}} FROM t", "variable", "limits", "lo"),
        ("SELECT {{a}} FROM |", "table", "", ""),
        ("|", "column", "", ""),
    ],
)
def test_what_fits_is_known_from_what_stands_before(text, wanted, owner, start):
    found = at(text)
    assert found.wanted == wanted
    if wanted:
        assert (found.owner, found.start) == (owner, start)


def test_tables_are_known_by_alias_wherever_they_stand():
    text = 'WITH late AS (SELECT 1) SELECT | FROM late, main.orders AS o, "Two words" t2 LEFT JOIN customers c ON 1'
    found = at(text)
    assert found.tables == {"o": "main.orders", "c": "customers", "late": "late", "t2": "Two words"}
    assert found.named == ["late"]


def test_each_statement_has_tables_of_its_own():
    assert at("SELECT 1 FROM a; SELECT | FROM b; SELECT 2 FROM c").tables == {"b": "b"}


def table(schema, name, *columns):
    """Return a table as the server describes it."""
    return {"schema": schema, "name": name, "columns": [{"name": column} for column in columns]}


def test_names_are_written_as_the_database_takes_them():
    tables = [table("public", "Orders", "id", "Two words"), table("sales", "items")]
    written = {kind: [one.written for one in Schema(kind, tables).tables()] for kind in ("postgresql", "sqlite")}
    assert written == {"postgresql": ['"Orders"', "sales.items"], "sqlite": ["Orders", "sales.items"]}
    assert [one.written for one in Schema("mysql", tables).columns("orders")] == ["id", "`Two words`"]
    assert [one.name for one in Schema("sqlite", tables).members("sales", "sales")] == ["items"]


def test_an_answer_that_takes_long_is_not_waited_for_and_is_there_next_time():
    ahead, asked, answered = Ahead(), [], threading.Event()

    def slow():
        asked.append(1)
        answered.wait(10)
        return ["late"]

    assert ahead.get("x", slow, until=time.monotonic() + 0.05) is None
    done = ahead.ask("x", slow)
    answered.set()
    done.wait(10)
    assert (ahead.get("x", slow, until=time.monotonic()), len(asked)) == (["late"], 1)


def test_where_nobody_answers_there_is_nothing_and_no_error():
    def nobody():
        raise SourceUnreachable("No server")

    assert Ahead().get("x", nobody, until=time.monotonic() + PATIENCE_SECONDS) is None


def test_two_thousand_tables_are_searched_at_once():
    tables = [table("public", f"table_{number}", *(f"column_{n}" for n in range(30))) for number in range(2000)]
    schema = Schema("postgresql", tables)
    began = time.perf_counter()
    assert len(schema.tables()) == 2000
    assert len(schema.columns("public.table_1999")) == 30
    assert time.perf_counter() - began < 0.2


@pytest.fixture(scope="module")
def start(demo_server):
    """Start kernels: `start(**environment)` returns what Tab offers at the bar of a cell, and what runs code."""
    running = []

    def kernel(**environment):
        manager, client = start_new_kernel(env={**os.environ, **environment})
        running.append((manager, client))

        def tab(cell):
            client.complete(cell.replace("|", "", 1), cell.index("|"))
            return client.get_shell_msg(timeout=30)["content"]

        def run(code):
            reply = client.execute_interactive(code, timeout=60, output_hook=lambda _: None)
            assert reply["content"]["status"] == "ok", reply["content"]

        run("%load_ext tooljet_jupyter")
        return tab, run

    yield kernel
    for manager, client in running:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
        manager.cleanup_resources()


@pytest.fixture(scope="module")
def tab(start, demo_server):
    """What Tab offers in a kernel that a server has started, with some variables."""
    offered, run = start(TOOLJET_URL=demo_server.url, TOOLJET_TOKEN=TOKEN)
    run("import pandas\nstatus, limits, frame = 'open', {'low': 1}, pandas.DataFrame({'two': [1]})")
    run("%%tj late_ones --source shop\nSELECT id FROM orders WHERE status = {{status}}")
    return offered


@pytest.mark.parametrize(
    "cell, offered",
    [
        ("%tj |", ["apps", "help", "open", "queries", "sources", "tables", "use"]),
        ("%tj open status-|", ["status-board"]),
        ("listed = %tj tables sh|", ["shop"]),
        ("%%tj la|", ["late_ones"]),
        ("%%tj late_ones --source sh|", ["shop"]),
        ("%%tj late_ones --|", ["--no-save", "--replace", "--source", "--to"]),
        ("%%tj --source shop\nSELECT * FROM or|", ["order_items", "orders"]),
        ("%%tj\nSELECT * FROM or|", ["order_items", "orders"]),
        ("%%tj -s shop\nSELECT c.se|\nFROM orders o\nJOIN customers c ON c.id = o.customer_id", ["segment"]),
        ("%%tj -s shop\nSELECT customer_| FROM orders", ["customer_id"]),
        ("%%tj -s shop\nSELECT id FROM orders WHERE status = {{st|", ["status"]),
        ("%%tj -s shop\nSELECT {{limits.|}}", ["low"]),
        ("%%tj -s shop\nSELECT {{frame.t|}}", ["two"]),
        ("%%tj -s shop\nsel|", ["select"]),
    ],
)
def test_tab_offers_what_may_stand_there(tab, cell, offered):
    found = tab(cell)
    before = cell[: cell.index("|")]
    assert sorted(found["matches"]) == offered
    assert all(match.lower().startswith(before[found["cursor_start"] :].lower()) for match in found["matches"])


def test_tab_elsewhere_is_as_it_was(tab):
    assert "path" in tab("import os\nos.pa|")["matches"]
    assert "%%timeit" in tab("%%timei|")["matches"]


def test_without_a_server_tab_is_quick_and_offers_what_the_notebook_knows(start, tmp_path):
    tab, run = start(JUPYTER_RUNTIME_DIR=str(tmp_path), TOOLJET_URL="http://127.0.0.1:9/", TOOLJET_TOKEN="x")
    run("status = 'open'")
    began = time.perf_counter()
    assert tab("%%tj -s shop\nSELECT * FROM t WHERE a = {{st|")["matches"] == ["status"]
    tab("%%tj --source |")
    assert time.perf_counter() - began < 5
