"""Apps on a running server: what viewers get, any version for builders, and queries that really run."""

import json

import pytest

from tests.headless.building import component, definition, on, script, sql
from tests.services.web import Reply
from tooljet_jupyter.errors import Conflict, NotFound, NotReleased
from tooljet_jupyter.headless.records import Alert
from tooljet_jupyter.notebook.load import load


@pytest.fixture
def orders(workspace):
    """The demo's Orders app, its queries on the server."""
    with load("orders", workspace=workspace) as app:
        yield app


def count(demo_server, where="1"):
    return demo_server.rows(f"SELECT count(*) FROM orders WHERE {where}")[0][0]


def test_the_orders_app_runs_on_the_server(orders, demo_server):
    orders.set("since", "2000-01-01").set("until", "2100-01-01")
    assert len(orders.components.ordersTable.currentData) == 20
    assert orders.queries.numbers.data[0]["orders"] == count(demo_server)
    orders.set("status", "open")
    assert orders.queries.numbers.data[0]["orders"] == count(demo_server, "status = 'open'")
    assert {row["status"] for row in orders.components.ordersTable.currentData} == {"open"}
    assert orders.errors == []
    assert {run.mode for run in orders.runs} == {"real"}


def test_an_order_is_added_and_deleted_as_a_person_would(orders, demo_server):
    before = count(demo_server)
    orders.set("since", "2000-01-01").set("until", "2100-01-01").click("newOrder")
    customer = orders.queries.customers.data[0]["value"]
    product = orders.queries.products.data[0]["value"]
    orders.set("newCustomer", customer).set("newProduct", product).set("newQuantity", 3).click("submitOrder")
    assert Alert("success", "Order added") in orders.alerts
    assert count(demo_server) == before + 1
    orders.click("ordersTable", row=0).click("deleteOrder")
    assert orders.question == "Delete this order with all its items? This cannot be undone."
    assert Alert("success", "Order deleted") in orders.alerts
    assert count(demo_server) == before


def test_who_looks_is_who_is_connected(orders, workspace):
    assert orders.globals["currentUser"]["id"] == workspace.user_id
    assert orders.globals["environment"] == {"name": "production"}


def test_a_stub_goes_before_the_server(workspace):
    with load("orders", workspace=workspace) as app:
        app.stub("numbers", [{"orders": 7, "revenue": 1, "average": 1, "waiting": 0}])
        assert app.queries.numbers.data[0]["orders"] == 7
        assert {run.name: run.mode for run in app.runs}["numbers"] == "stubbed"
        assert {run.name: run.mode for run in app.runs}["orders"] == "real"


def test_stubs_alone_never_ask_the_server(workspace, demo_server):
    with load("orders", workspace=workspace, queries="stubbed") as app:
        for name in app.queries:
            app.stub(name, [])
        asked = len([path for method, path in demo_server.requests() if method == "POST"])
        app.start()
        assert len([path for method, path in demo_server.requests() if method == "POST"]) == asked


def test_an_app_that_is_not_released_can_be_loaded_by_version(workspace, demo_server):
    demo_server.api("POST", "apps", {
        "name": "Draft", "slug": "draft", "definition": definition(component("Text", "title", text="Draft")),
    })  # fmt: skip
    version = demo_server.api("GET", "apps/draft/versions")[0]["name"]
    with pytest.raises(NotReleased, match=r"Draft is not released yet: release it, or tj.load\('draft', version=…\)"):
        load("draft", workspace=workspace)
    with load("draft", workspace=workspace, version=version) as app:
        assert app.components.title.text == "Draft"
        assert app.globals["environment"] == {"name": "development"}
    with pytest.raises(NotFound, match="version"):
        load("draft", workspace=workspace, version="v77")


def test_an_app_that_does_not_exist_is_said(workspace):
    with pytest.raises(NotFound, match="No app is called nothing"):
        load("nothing", workspace=workspace)


def test_a_query_that_fails_on_the_server_fails_in_the_app(workspace, demo_server):
    shop = workspace.source("shop").id
    wrong = {**sql("wrong", "SELECT missing FROM nowhere"), "source": shop}
    with load(definition(queries=[wrong]), workspace=workspace) as app:
        app.run("wrong")
        assert app.queries.wrong.error["code"] == "QueryFailed"
        assert "nowhere" in app.runs[-1].error


def test_a_file_runs_on_the_sources_of_the_same_names(workspace, tmp_path):
    exported = workspace.client.get("apps/orders/export")
    path = tmp_path / "orders.json"
    path.write_text(json.dumps(exported))
    with load(path, workspace=workspace, queries="real") as app:
        app.set("since", "2000-01-01").set("until", "2100-01-01")
        assert len(app.queries.orders.data) == 20
        assert repr(app) == "<HeadlessApp 'Orders'>"


def test_a_source_that_the_server_lacks_is_named(workspace):
    lost = {
        "tooljetJupyter": 1, "name": "Lost", "slug": "lost", "definition": definition(queries=[sql("rows")]),
        "sources": [{"id": "shop", "name": "elsewhere", "kind": "sqlite"}],
    }  # fmt: skip
    with load(lost, workspace=workspace, queries="real") as app:
        app.run("rows")
        assert app.queries.rows.error["message"] == "The server has no source for the query rows"


def test_a_python_query_runs_in_a_kernel(workspace):
    python = {"id": "py", "name": "py", "kind": "runpy", "options": {"code": "len(components.name.value) * 2"}}
    with load(definition(component("TextInput", "name", value="Ada"), queries=[python]), workspace=workspace) as app:
        assert app.run("py") == 6


def test_app_code_asks_only_hosts_that_the_app_lists(workspace, demo_server, web):
    web.on("/rate", Reply({"rate": 1.1}))
    code = f"return (await axios.get('{web.url}/rate')).data"
    allowed = definition(queries=[script("ask", code)], allowedHosts=["127.0.0.1"])
    demo_server.release("asks", allowed)
    with load("asks", workspace=workspace) as app:
        asked = app.run("ask")
        assert asked == {"rate": 1.1} or app.queries.ask.error["code"] in ("Forbidden", "SourceUnreachable")
        assert app.requests[0].url == f"{web.url}/rate"
    with load(definition(queries=[script("ask", code)]), workspace=workspace) as app:
        app.run("ask")
        assert app.queries.ask.error["message"].startswith("Save the app first")


def test_many_queries_of_a_page_run_side_by_side(orders):
    orders.start()
    assert {run.name for run in orders.runs} == {"orders", "numbers", "months", "bySegment", "customers", "products"}


@pytest.fixture
def changed(workspace):
    """Orders, then the same app with another filter in one query."""
    exported = workspace.client.get("apps/orders/export")
    other = json.loads(json.dumps(exported))
    for query in other["definition"]["queries"]:
        if query["name"] == "numbers":
            query["options"]["query"] = query["options"]["query"].replace("count(*)", "count(o.id)")
    return exported, other


def test_a_recording_plays_back_without_a_server(workspace, tmp_path, changed):
    cassette = tmp_path / "tapes" / "orders.json"
    with load(changed[0], workspace=workspace, queries="recorded", cassette=cassette) as app:
        recorded = app.set("status", "open").queries.numbers.data
    assert cassette.exists()
    with load(changed[0], queries="recorded", cassette=cassette) as app:
        assert app.set("status", "open").queries.numbers.data == recorded
        assert {run.mode for run in app.runs} == {"recorded"}


def test_a_recording_is_refused_when_the_query_changed(workspace, tmp_path, changed):
    cassette = tmp_path / "orders.json"
    with load(changed[0], workspace=workspace, queries="recorded", cassette=cassette) as app:
        app.start()
    with (
        load(changed[1], queries="recorded", cassette=cassette) as app,
        pytest.raises(Conflict, match="numbers is not what orders.json recorded: its query changed"),
    ):
        app.start()


def test_an_app_of_the_server_is_recorded_with_its_sql(workspace, tmp_path):
    cassette = tmp_path / "orders.json"
    with load("orders", workspace=workspace, queries="recorded", cassette=cassette) as app:
        app.start()
    assert "query" in json.loads(cassette.read_text())["definitions"]["numbers"]
    with load("orders", workspace=workspace, queries="recorded", cassette=cassette) as app:
        assert app.queries.numbers.data[0]["orders"] > 0
        assert {run.mode for run in app.runs} == {"recorded"}


def test_an_event_of_the_page_reaches_the_server(workspace):
    shop = workspace.source("shop").id
    rows = {**sql("rows", "SELECT count(*) AS n FROM orders"), "source": shop}
    go = component("Button", "go", text="Go", events=[on("onClick", "run-query", queryId="rows")])
    with load(definition(go, queries=[rows]), workspace=workspace) as app:
        assert app.click("go").queries.rows.data[0]["n"] >= 300
