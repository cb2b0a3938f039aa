"""Queries: values are bound, the SQL stays on the server, errors are the user's words."""

import msgspec
import pytest

from tooljet_jupyter.errors import Conflict, Invalid, UnsafeTemplate
from tooljet_jupyter.services import apps, queries
from tooljet_jupyter.wire.apps import CreateApp, Release
from tooljet_jupyter.wire.definitions import Definition
from tooljet_jupyter.wire.queries import ChangeQuery, CreateQuery, RunOnce, RunSaved

BY_STATUS = {"mode": "sql", "query": "SELECT id FROM orders WHERE status = {{status}} ORDER BY id"}


@pytest.fixture
def released(jupyter_ctx, shop_api, definition):
    """A released app with one query on the shop; its data source."""
    sql = "SELECT id FROM orders WHERE status = {{components.status.value}}"
    options = {"mode": "sql", "query": sql}
    query = {"id": "q1", "name": "orders", "kind": "sqlite", "source": shop_api, "options": options}
    content = msgspec.convert(definition(query), Definition)
    apps.create(jupyter_ctx, CreateApp(name="Orders", definition=content))
    apps.release(jupyter_ctx, "orders", Release(version="v1"))
    return shop_api


def test_a_saved_query_runs_with_its_parameters(ctx, shop):
    made = queries.create(ctx, CreateQuery(name="by status", source="shop", options=BY_STATUS))
    assert made.parameters == ["status"]
    run = queries.run_saved(ctx, "by status", RunSaved(parameters={"status": "open"}))
    assert [column.name for column in run.columns] == ["id"]
    assert run.data == [{"id": 1}, {"id": 3}]


def test_a_parameter_is_bound_not_pasted(ctx, shop):
    queries.create(ctx, CreateQuery(name="by status", source="shop", options=BY_STATUS))
    run = queries.run_saved(ctx, "by status", RunSaved(parameters={"status": "open' OR '1'='1"}))
    assert run.data == []


def test_a_missing_parameter_is_named(ctx, shop):
    queries.create(ctx, CreateQuery(name="by status", source="shop", options=BY_STATUS))
    with pytest.raises(Invalid) as caught:
        queries.run_saved(ctx, "by status", RunSaved())
    assert (caught.value.message, caught.value.detail) == ("Missing query parameters", {"names": ["status"]})


def test_an_unsafe_query_is_refused_when_it_is_saved(ctx, shop):
    unsafe = {"mode": "sql", "query": "SELECT * FROM orders ORDER BY {{column}}"}
    with pytest.raises(UnsafeTemplate):
        queries.create(ctx, CreateQuery(name="sorted", source="shop", options=unsafe))
    assert queries.listing(ctx) == []


def test_a_marked_identifier_is_checked_against_the_source(ctx, shop):
    options = {"mode": "sql", "query": "SELECT id FROM orders ORDER BY {{identifier: column}} DESC"}
    queries.create(ctx, CreateQuery(name="sorted", source="shop", options=options))
    run = queries.run_saved(ctx, "sorted", RunSaved(parameters={"column": "total"}))
    assert run.data == [{"id": 3}, {"id": 2}, {"id": 1}]
    with pytest.raises(Invalid, match="no table or column"):
        queries.run_saved(ctx, "sorted", RunSaved(parameters={"column": "id; DROP TABLE orders"}))


def test_a_name_that_is_taken_is_refused(ctx, shop):
    queries.create(ctx, CreateQuery(name="by status", source="shop", options=BY_STATUS))
    ctx.db.commit()
    with pytest.raises(Conflict):
        queries.create(ctx, CreateQuery(name="by status", source="shop", options=BY_STATUS))
    assert len(queries.listing(ctx)) == 1


def test_changing_and_deleting(ctx, shop):
    queries.create(ctx, CreateQuery(name="by status", source="shop", options=BY_STATUS))
    queries.change(ctx, "by status", ChangeQuery(name="open ones", options={"mode": "sql", "query": "SELECT 1 AS n"}))
    assert queries.run_saved(ctx, "open ones", RunSaved()).data == [{"n": 1}]
    queries.remove(ctx, "open ones")
    assert queries.listing(ctx) == []


def test_python_on_the_server_gives_its_last_value(ctx):
    code = {"code": "rows = [1, 2, 3]\nsum(rows) + parameters.more"}
    run = queries.run_once(ctx, RunOnce(kind="runpy", options=code, parameters={"more": 4}))
    assert run.data == 10


def test_a_python_transformation_changes_the_rows(ctx, shop):
    options = {
        "mode": "sql",
        "query": "SELECT id, total FROM orders ORDER BY id",
        "enableTransformation": True,
        "transformationLanguage": "python",
        "transformation": "[row['total'] for row in data]",
    }
    assert queries.run_once(ctx, RunOnce(source="shop", options=options)).data == [10.5, 20, 30.25]


async def test_an_app_runs_its_query_with_one_value_per_binding(api, released):
    status, run = await api("POST", "apps", "orders", "queries", "q1", "run", body={"values": ["paid"]})
    assert (status, run["data"], run["truncated"]) == (200, [{"id": 2}], False)


async def test_values_of_another_version_are_refused(api, released):
    status, error = await api("POST", "apps", "orders", "queries", "q1", "run", body={"values": []})
    assert (status, error["code"], error["detail"]) == (422, "Invalid", {"expected": 1, "given": 0})


async def test_a_viewer_cannot_send_sql(api, released):
    body = {"values": ["open"], "options": {"query": "DROP TABLE orders"}}
    status, error = await api("POST", "apps", "orders", "queries", "q1", "run", body=body)
    assert (status, error["detail"]["reason"]) == (422, "Object contains unknown field `options`")


async def test_an_unknown_query_is_not_found(api, released):
    status, error = await api("POST", "apps", "orders", "queries", "q9", "run", body={"values": []})
    assert (status, error["code"]) == (404, "NotFound")


async def test_a_failing_query_says_what_the_database_says(api, shop_api):
    body = {"source": "shop", "options": {"mode": "sql", "query": "SELECT * FROM nowhere"}}
    status, error = await api("POST", "queries", "run", body=body)
    assert (status, error["code"]) == (422, "QueryFailed")
    assert "no such table: nowhere" in error["message"]


async def test_a_deleted_source_takes_down_its_query_and_not_the_app(api, released):
    await api("DELETE", "sources", released)
    status, app = await api("GET", "apps", "orders", "released")
    assert (status, app["app"]["name"]) == (200, "Orders")
    status, error = await api("POST", "apps", "orders", "queries", "q1", "run", body={"values": ["open"]})
    assert (status, error["code"]) == (404, "NotFound")


async def test_a_warm_run_asks_nothing_of_the_metadata_database(api, released, jp_serverapp):
    from sqlalchemy import event

    running = jp_serverapp.web_app.settings["tooljet"]
    await api("POST", "apps", "orders", "queries", "q1", "run", body={"values": ["open"]})
    running.runs.flush()
    asked = []

    def note(connection, cursor, statement, *_):
        if not statement.startswith("INSERT INTO query_runs"):
            asked.append(statement)

    event.listen(running.engine, "before_cursor_execute", note)
    for word in ("open", "paid", "open"):
        await api("POST", "apps", "orders", "queries", "q1", "run", body={"values": [word]})
    assert asked == []


def test_a_named_parameter_of_tooljet_is_bound(ctx, shop):
    options = {
        "mode": "sql",
        "query": "SELECT id FROM orders WHERE status = :status AND id > :after",
        "query_params": [["status", "{{status}}"], ["after", "1"]],
    }
    assert queries.run_once(ctx, RunOnce(source="shop", options=options, parameters={"status": "open"})).data == [
        {"id": 3}
    ]
