"""Rows as a stream: the same rights, limits and records as every run, and an end that says how it was."""

import json

import msgspec
import pyarrow
import pytest

from tests.notebook.warehouse import options
from tooljet_jupyter.drivers.lines import LineEncoder
from tooljet_jupyter.drivers.sink import Sink
from tooljet_jupyter.services import apps, queries, sources
from tooljet_jupyter.wire.apps import CreateApp, Release
from tooljet_jupyter.wire.definitions import Definition
from tooljet_jupyter.wire.queries import RunOnce
from tooljet_jupyter.wire.sources import CreateSource
from tooljet_jupyter.wire.streams import ARROW, LINES, METADATA_KEY

MANY = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 100000) SELECT n, 'text' AS t FROM c"


@pytest.fixture
def jp_server_config(jp_server_config):
    """A server with tight limits."""
    limits = {"max_stream_bytes": 300_000, "query_timeout_seconds": 1.5, "max_rows": 10}
    jp_server_config["TooljetApp"].update(limits)
    return jp_server_config


@pytest.fixture
def ask(jp_fetch, shop_api):
    """Run SQL on a source and return the answer as it came: `await ask(sql, accept)`."""

    async def run(sql, accept, source="shop", **more):
        body = {"source": source, "options": {"mode": "sql", "query": sql, **more}}
        headers = {"Accept": accept}
        given = {"method": "POST", "body": json.dumps(body), "headers": headers, "raise_error": False}
        return await jp_fetch("tooljet", "api", "queries", "run", **given)

    return run


@pytest.fixture
def read_only(jupyter_ctx, postgresql_database):
    """A PostgreSQL source that may only read."""
    made = CreateSource(name="books", kind="postgresql", options={**options(postgresql_database), "read_only": True})
    sources.create(jupyter_ctx, made)
    jupyter_ctx.db.commit()


def lines(answer):
    """Return the objects of an answer in lines."""
    return [json.loads(line) for line in answer.body.splitlines()]


def end(answer):
    """Return what an answer in Arrow says at its end."""
    source = pyarrow.BufferReader(answer.body)
    while True:
        reader = pyarrow.ipc.open_stream(source)
        said = json.loads(reader.schema.metadata[METADATA_KEY])
        if isinstance(said, dict):
            return said
        reader.read_all()


async def test_any_reader_of_arrow_reads_the_rows(ask):
    answer = await ask("SELECT id, customer FROM orders ORDER BY id", ARROW)
    assert answer.headers["Content-Type"] == ARROW
    table = pyarrow.ipc.open_stream(answer.body).read_all()
    assert table.to_pylist()[0] == {"id": 1, "customer": "Ada"}
    assert end(answer)["end"]["rows"] == 3


async def test_lines_hold_columns_rows_and_the_end(ask):
    head, rows, last = lines(await ask("SELECT id, total FROM orders WHERE id = 1", LINES))
    assert head == {"columns": [{"name": "id", "type": "int64"}, {"name": "total", "type": "float64"}]}
    assert rows == {"rows": [[1, 10.5]]}
    assert {key: last["end"][key] for key in ("rows", "truncated")} == {"rows": 1, "truncated": False}


async def test_who_does_not_ask_for_a_stream_gets_one_json(ask):
    answer = await ask("SELECT id FROM orders", "application/json")
    assert json.loads(answer.body)["data"] == [{"id": 1}, {"id": 2}, {"id": 3}]


@pytest.mark.parametrize("accept, said", [(ARROW, end), (LINES, lambda answer: lines(answer)[-1])])
async def test_a_stream_has_a_limit_of_its_own_and_says_when_it_was_cut_off(accept, said, ask):
    answer = await ask(MANY, accept)
    last = said(answer)["end"]
    assert last["truncated"]
    assert 10 < last["rows"] < 100_000
    assert last["limitBytes"] == 300_000 <= len(answer.body)


@pytest.mark.parametrize("accept", [ARROW, LINES])
async def test_a_stream_is_recorded_with_the_number_of_its_rows(accept, ask, api, jp_serverapp):
    await ask("SELECT id FROM orders", accept)
    jp_serverapp.web_app.settings["tooljet"].runs.flush()
    _, [run] = await api("GET", "runs")
    assert (run["status"], run["rowCount"]) == ("done", 3)


@pytest.mark.parametrize("accept", [ARROW, LINES])
async def test_an_error_before_the_first_row_has_its_status(accept, ask):
    answer = await ask("SELECT * FROM nowhere", accept)
    assert (answer.code, json.loads(answer.body)["code"]) == (422, "QueryFailed")


@pytest.mark.parametrize("accept", [ARROW, LINES])
async def test_the_first_row_has_the_deadline_of_every_query(accept, ask, read_only):
    answer = await ask("SELECT pg_sleep(30)::text AS slept", accept, source="books")
    assert (answer.code, json.loads(answer.body)["code"]) == (504, "QueryTimeout")
    assert "longer than 1.5 s" in json.loads(answer.body)["message"]


async def test_rows_that_keep_coming_outlive_that_deadline(ask, read_only):
    slowly = "CASE WHEN n % 100 = 0 THEN pg_sleep(0.05)::text END AS slept"
    sql = f"SELECT n, {slowly} FROM generate_series(1, 4000) AS n"
    answer = await ask(sql, LINES, source="books")
    assert lines(answer)[-1]["end"]["rows"] == 4000


@pytest.mark.parametrize("accept", [ARROW, LINES])
async def test_a_source_that_may_only_read_writes_by_no_way(accept, ask, read_only, postgresql_database):
    for sql in ("CREATE TABLE t (n int)", "WITH made AS (SELECT setval('s', 1)) SELECT * FROM made"):
        answer = await ask(sql, accept, source="books")
        assert (answer.code, json.loads(answer.body)["code"]) == (422, "QueryFailed")
    function = "CREATE SEQUENCE s"
    assert (await ask(function, accept, source="books")).code == 422


def test_a_transformation_sees_all_rows_and_its_value_is_no_stream(ctx, shop):
    options = {"enableTransformation": True, "transformationLanguage": "python", "transformation": "len(data)"}
    body = RunOnce(source="shop", options={"mode": "sql", "query": "SELECT id FROM orders", **options})
    sent = []
    assert queries.run_once(ctx, body, Sink(LineEncoder(), sent.append, max_bytes=1_000)).data == 3
    assert sent == []


async def test_viewers_never_get_a_stream(jp_fetch, jupyter_ctx, shop_api, definition):
    query = {"id": "q1", "name": "orders", "kind": "sqlite", "source": shop_api}
    query["options"] = {"mode": "sql", "query": "SELECT id FROM orders"}
    content = msgspec.convert(definition(query), Definition)
    apps.create(jupyter_ctx, CreateApp(name="Orders", definition=content))
    apps.release(jupyter_ctx, "orders", Release(version="v1"))
    place = ("tooljet", "api", "apps", "orders", "queries", "q1", "run")
    answer = await jp_fetch(*place, method="POST", body="{}", headers={"Accept": ARROW})
    assert json.loads(answer.body)["data"] == [{"id": 1}, {"id": 2}, {"id": 3}]


async def test_values_of_sqlite_come_with_one_type_for_each_column(ask):
    sql = (
        "SELECT 1 AS whole, 1.5 AS real, 'x' AS text, x'00ff' AS bytes, NULL AS missing, 1 AS mixed, 1 AS number "
        "UNION ALL SELECT 9007199254740993, -1, NULL, NULL, NULL, 'two', 0.5"
    )
    head, rows, _ = lines(await ask(sql, LINES))
    assert [column["type"] for column in head["columns"]] == [
        *("int64", "float64", "string", "binary", "null", "string", "float64"),
    ]
    assert rows["rows"] == [
        [1, 1.5, "x", "AP8=", None, "1", 1.0],
        [9007199254740993, -1.0, None, None, None, "two", 0.5],
    ]
