"""Rows in batches, and what happens to a query that nobody waits for any more."""

import json
import os
import signal
import subprocess
import sys
import time
from itertools import count
from pathlib import Path
from threading import Thread

import psycopg
import pytest

import tooljet_jupyter as tj
from tests.notebook.warehouse import options
from tests.services.demo import TOKEN, demo
from tooljet_jupyter.errors import Cancelled, QueryFailed, SourceUnreachable
from tooljet_jupyter.notebook.data.batches import whole
from tooljet_jupyter.wire.streams import ARROW, LINES

NUMBERS = count(1)
MANY = "SELECT n, 'row ' || n AS name FROM generate_series(1, {{rows}}) AS n"
# Thousands of rows each second, for minutes.
ENDLESS = "SELECT a.n, repeat('x', 1000) AS text FROM generate_series(1, 50000) AS a(n), generate_series(1, 50000)"
# `time` is no type that ADBC reads, so this comes through psycopg.
SLOWLY = ENDLESS.replace("text FROM", "text, NULL::time AS other FROM")
SILENT = "SELECT pg_sleep(100)::text AS slept"
BUSY = "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid()"
CELL = """
import sys
import tooljet_jupyter as tj

ws = tj.connect(sys.argv[1], sys.argv[2])
source = ws.source(sys.argv[3])
print("asking", flush=True)
try:
    print("got", len(source.sql(sys.argv[4]).df()), flush=True)
except KeyboardInterrupt as error:
    print("interrupted:", error, flush=True)
print(source.sql("SELECT 1 AS n").rows(), flush=True)
"""


@pytest.fixture
def warehouse(workspace, postgresql_database):
    """A PostgreSQL source."""
    return workspace.add_source(f"store {next(NUMBERS)}", "postgresql", **options(postgresql_database))


@pytest.fixture
def busy(postgresql_database):
    """How many queries run in the database at this moment."""
    with psycopg.connect(postgresql_database, autocommit=True) as connection:

        def ask():
            return connection.execute(BUSY).fetchone()[0]

        yield ask


def until(true, seconds=30):
    """Wait for something to become true."""
    ends = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < ends, "it did not come to pass"


@pytest.mark.parametrize("accept", [ARROW, LINES])
def test_batches_have_the_size_that_was_asked_for(accept, warehouse):
    warehouse.client.accepts = accept
    parts = list(warehouse.sql(MANY, rows=25_000).batches(10_000))
    assert [len(part) for part in parts] == [10_000, 10_000, 5_000]
    assert [part.rows()[0]["n"] for part in parts] == [1, 10_001, 20_001]
    assert list(parts[2].df().columns) == ["n", "name"]


@pytest.mark.parametrize("accept", [ARROW, LINES])
def test_a_result_without_rows_is_one_empty_batch_with_its_columns(accept, warehouse):
    warehouse.client.accepts = accept
    [part] = warehouse.sql(MANY, rows=0).batches(10)
    assert (len(part), part.columns) == (0, ["n", "name"])


def test_a_query_is_a_loop_over_its_rows(warehouse):
    assert sum(row["n"] for row in warehouse.sql(MANY, rows=1_000)) == 500_500


def test_saved_queries_and_operations_come_in_batches_too(warehouse, workspace, shop):
    saved = warehouse.sql(MANY).save(f"many_{next(NUMBERS)}")
    assert [len(part) for part in saved.batches(600, rows=1_000)] == [600, 400]
    parts = shop.batches("list_rows", 100, table="orders", list_rows={})
    assert sum(len(part) for part in parts) == 300


def test_what_is_no_table_comes_as_one_batch(workspace):
    assert [part.data for part in workspace.run_python("{'a': 1}").batches()] == [[{"a": 1}]]


@pytest.mark.parametrize("sql", [ENDLESS, SLOWLY])
def test_leaving_a_loop_cancels_the_query_in_the_database(sql, warehouse, busy):
    for part in warehouse.sql(sql).batches(1_000):
        assert len(part) == 1_000
        assert busy() == 1
        break
    until(lambda: busy() == 0)
    assert warehouse.sql("SELECT 1 AS n").rows() == [{"n": 1}]


@pytest.mark.parametrize("sql", [ENDLESS, SLOWLY, SILENT])
def test_an_interrupt_cancels_the_query_and_the_next_one_runs(sql, warehouse, busy, demo_server):
    command = [sys.executable, "-c", CELL, demo_server.url, TOKEN, warehouse.name, sql]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as cell:
        assert cell.stdout.readline() == "asking\n"
        until(lambda: busy() == 1 or cell.poll() is not None)
        cell.send_signal(signal.SIGINT)
        said, failed = cell.communicate(timeout=30)
    assert (said.splitlines(), failed) == (
        ["interrupted: The query was cancelled on the server", "[{'n': 1}]"],
        "",
    )
    until(lambda: busy() == 0)


@pytest.mark.parametrize("sql", [ENDLESS, SILENT])
def test_a_notebook_that_is_killed_leaves_no_query_behind(sql, warehouse, busy, demo_server):
    command = [sys.executable, "-c", CELL, demo_server.url, TOKEN, warehouse.name, sql]
    with subprocess.Popen(command) as cell:
        until(lambda: busy() == 1)
        cell.kill()
    until(lambda: busy() == 0)


@pytest.mark.parametrize("sql", [ENDLESS, SLOWLY, SILENT])
def test_a_run_cancelled_elsewhere_says_so(sql, warehouse, busy, demo_server):
    body = {"source": warehouse.id, "options": {"mode": "sql", "query": sql}, "run": f"run-{next(NUMBERS)}"}

    def cancel():
        until(lambda: busy() == 1)
        tj.connect(demo_server.url, TOKEN).client.delete(f"runs/{body['run']}")

    other = Thread(target=cancel)
    other.start()
    with pytest.raises(Cancelled):
        whole(warehouse.client, "queries/run", body)
    other.join()
    assert busy() == 0


@pytest.mark.parametrize("accept", [ARROW, LINES])
def test_an_error_in_the_middle_is_the_databases_own(accept, warehouse):
    warehouse.client.accepts = accept
    query = warehouse.sql("SELECT n, repeat('x', 100) AS t, 1 / (n - 90000) AS d FROM generate_series(1, 100000) AS n")
    arrived = []
    with pytest.raises(QueryFailed, match="division by zero"):
        arrived.extend(len(part) for part in query.batches(10_000))
    assert sum(arrived) < 100_000
    with pytest.raises(QueryFailed, match="division by zero"):
        query.df()


def process_of(running):
    """Return the id of a server's process, as the server wrote it down."""
    for path in Path(os.environ["JUPYTER_RUNTIME_DIR"]).glob("jpserver-*.json"):
        told = json.loads(path.read_text())
        if told["port"] == running.port:
            return told["pid"]
    raise LookupError(running.port)


def test_a_server_that_goes_away_in_the_middle_is_an_error_that_says_what_had_come(tmp_path, postgresql_database):
    with demo(tmp_path, orders=10) as running:
        source = tj.connect(running.url, TOKEN).add_source("store", "postgresql", **options(postgresql_database))
        parts = source.sql(ENDLESS).batches(1_000)
        next(parts)
        os.kill(process_of(running), signal.SIGKILL)
        with pytest.raises(SourceUnreachable, match=r"went away in the middle .* rows had arrived") as caught:
            list(parts)
    assert caught.value.detail["rows"] >= 1_000
