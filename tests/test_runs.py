"""Runs: cancelled in the database, ended at their deadline, recorded without rows or values."""

import threading
import time

import pytest

from tooljet_jupyter.errors import Cancelled, NotFound, QueryFailed, QueryTimeout
from tooljet_jupyter.services import queries, runs, sources
from tooljet_jupyter.services.server import Limits, Server
from tooljet_jupyter.wire.queries import RunOnce
from tooljet_jupyter.wire.sources import CreateSource

# Counts for minutes unless somebody stops it.
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


def once(sql, **given):
    return RunOnce(source="shop", options={"mode": "sql", "query": sql}, **given)


def test_a_run_is_recorded_without_rows_or_values(ctx, shop, server):
    queries.run_once(ctx, once("SELECT * FROM orders WHERE customer = {{who}}", parameters={"who": "Ada"}))
    server.runs.flush()
    [record] = runs.recent(ctx)
    assert (record.status, record.row_count, record.kind, record.error) == ("done", 1, "sqlite", None)


def test_a_failed_run_is_recorded_with_its_error(ctx, shop, server):
    with pytest.raises(QueryFailed):
        queries.run_once(ctx, once("SELECT colour FROM orders"))
    server.runs.flush()
    [record] = runs.recent(ctx)
    assert (record.status, record.error) == ("failed", "no such column: colour")


def test_a_run_is_ended_at_its_deadline(ctx, shop):
    started = time.monotonic()
    slow = RunOnce(source="shop", options={"mode": "sql", "query": ENDLESS, "query_timeout": 300})
    with pytest.raises(QueryTimeout):
        queries.run_once(ctx, slow)
    assert time.monotonic() - started < 5


def test_a_run_is_cancelled_in_the_database(ctx, shop, server):
    failure = []

    def work():
        with server.context() as mine:
            try:
                queries.run_once(mine, once(ENDLESS, run="the-slow-one"))
            except Cancelled as error:
                failure.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    while "the-slow-one" not in server.runs.under_way():
        time.sleep(0.01)
    runs.cancel(ctx, "the-slow-one")
    thread.join(timeout=5)
    assert len(failure) == 1


def test_a_run_that_ended_cannot_be_cancelled(ctx, shop):
    queries.run_once(ctx, once("SELECT 1", run="quick"))
    with pytest.raises(NotFound, match="under way"):
        runs.cancel(ctx, "quick")


def test_a_result_over_the_limit_is_cut_off_and_marked(place, shop_file):
    small = Server(place, Limits(max_rows=2))
    with small.context() as ctx:
        sources.create(ctx, CreateSource(name="shop", kind="sqlite", options={"path": str(shop_file)}))
        run = queries.run_once(ctx, once("SELECT id FROM orders ORDER BY id"))
    small.close()
    assert (run.data, run.truncated, run.limit) == ([{"id": 1}, {"id": 2}], True, 2)


async def test_the_record_of_a_run_is_listed(api, shop_api, jp_serverapp):
    await api("POST", "queries", "run", body={"source": "shop", "options": {"mode": "sql", "query": "SELECT 1"}})
    jp_serverapp.web_app.settings["tooljet"].runs.flush()
    status, [record] = await api("GET", "runs")
    assert (status, record["status"]) == (200, "done")
    assert (await api("GET", "runs", record["id"]))[1] == record
