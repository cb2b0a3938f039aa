"""What answers an app's queries and requests: stubs, failures, and runs that are held back."""

from datetime import date, datetime

import pandas
import pytest

from tests.headless.building import component, on, script, sql
from tooljet_jupyter.errors import Invalid, QueryFailed, ToolJetError
from tooljet_jupyter.headless.records import Alert

LOAD = {"runOnPageLoad": True}


def test_rows_given_before_the_first_touch_answer_the_page_load(app_of):
    app = app_of(component("Text", "total", text="{{queries.orders.data.length}}"), queries=[sql("orders", **LOAD)])
    assert app.stub("orders", [{"id": 1}]).components.total.text == "1"
    assert [(run.name, run.mode, run.rows) for run in app.runs] == [("orders", "stubbed", 1)]


def test_a_function_is_given_the_values_by_their_binding(app_of):
    search = component("TextInput", "search")
    text = "SELECT * FROM t WHERE name LIKE '%{{components.search.value}}%'"
    app = app_of(search, queries=[sql("found", text, runOnDependencyChange=True)])
    app.stub("found", lambda values: [{"name": values["components.search.value"]}])
    app.set("search", "ada")
    assert app.queries.found.data == [{"name": "ada"}]
    assert app.runs[-1].values == {"components.search.value": "ada"}


def test_a_dataframe_answers_as_the_server_would_send_it(app_of):
    frame = pandas.DataFrame(
        {
            "day": [datetime(2026, 1, 2, 3, 4), None],
            "amount": [1.5, float("nan")],
            "number": pandas.array([1, None], dtype="Int64"),
        }
    )
    app = app_of(queries=[sql("days")]).stub("days", frame)
    assert app.run("days") == [
        {"day": "2026-01-02T03:04:00", "amount": 1.5, "number": 1},
        {"day": None, "amount": None, "number": None},
    ]


@pytest.mark.parametrize(
    "data, sent",
    [
        (None, None),
        (7, 7),
        ("text", "text"),
        ({"nested": [date(2026, 1, 2)]}, {"nested": ["2026-01-02"]}),
        ([], []),
        (2**60, str(2**60)),
        (b"raw", "cmF3"),
    ],
)
def test_any_json_is_an_answer(app_of, data, sent):
    app = app_of(queries=[sql("q")]).stub("q", data)
    assert app.run("q") == sent


def test_what_json_has_no_word_for_is_refused(app_of):
    with pytest.raises(Invalid, match="That is no data an app can be given"):
        app_of(queries=[sql("q")]).stub("q", object())


def test_a_failure_reaches_the_app_as_one_of_the_source(app_of):
    app = app_of(queries=[sql("orders")]).fail("orders", "database is locked")
    app.run("orders")
    assert app.queries.orders.error == {"code": "QueryFailed", "message": "database is locked", "detail": {}}
    assert app.alerts == [Alert("error", "orders: database is locked")]
    assert [str(entry) for entry in app.errors] == ["error: orders: database is locked"]
    assert app.runs[-1].error == "database is locked"


def test_an_exception_is_a_failure_too(app_of):
    app = app_of(queries=[sql("a"), sql("b")])
    app.stub("a", ValueError("no such column")).stub("b", lambda values: QueryFailed("gone", table="t"))
    app.run("a")
    app.run("b")
    assert app.queries.a.error["message"] == "no such column"
    assert app.queries.b.error["detail"] == {"table": "t"}


def test_a_stub_can_be_changed_while_the_app_runs(app_of):
    app = app_of(queries=[sql("orders", **LOAD)]).stub("orders", [1])
    assert app.queries.orders.data == [1]
    assert app.stub("orders", [1, 2]).run("orders") == [1, 2]
    app.fail("orders", "down").run("orders")
    assert app.queries.orders.data == [1, 2], "the old data stays"


def test_a_held_run_is_pending_until_it_is_released(app_of):
    busy = component("Text", "busy", text="{{queries.orders.isLoading ? 'wait' : queries.orders.data.length}}")
    app = app_of(busy, queries=[sql("orders", **LOAD)]).stub("orders", [1, 2]).hold("orders")
    assert app.components.busy.text == "wait"
    assert app.wait(10).components.busy.text == "wait"
    assert app.release("orders").components.busy.text == "2"
    assert app.run("orders") == [1, 2], "no longer held"


def test_an_aborted_run_is_answered_no_more(app_of):
    app = app_of(queries=[sql("slow"), script("stop", "queries.slow.abort()")]).stub("slow", [1]).hold("slow")
    app.run("slow")
    app.run("stop")
    assert app.queries.slow.isLoading is False
    assert app.release("slow").queries.slow.data == []


def test_a_run_without_a_stub_is_an_error_that_says_what_to_do(app_of):
    app = app_of(queries=[sql("orders", **LOAD), sql("totals", **LOAD)], way="stubbed")
    with pytest.raises(Invalid) as raised:
        app.start()
    assert 'app.stub("orders", rows)' in raised.value.message
    assert 'app.stub("totals", rows)' in raised.value.message
    assert app.queries.orders.error["code"] == "Invalid", "the app saw a failed query, and lives on"


def test_a_way_to_run_queries_that_is_none_is_refused(app_of):
    with pytest.raises(Invalid, match="There is no way fake to run queries; there is auto, real, stubbed or recorded"):
        app_of(way="fake")


def test_what_an_answer_leads_to_runs_before_the_gesture_returns(app_of):
    chain = [on("onDataQuerySuccess", "run-query", queryId="second")]
    go = component("Button", "go", text="Go", events=[on("onClick", "run-query", queryId="first")])
    app = app_of(go, queries=[sql("first", events=chain), sql("second")]).stub("first", 1).stub("second", 2)
    app.click("go")
    assert [run.name for run in app.runs] == ["first", "second"]


def test_queries_that_start_each_other_for_ever_are_stopped(app_of):
    forth = [on("onDataQuerySuccess", "run-query", queryId="back")]
    back = [on("onDataQuerySuccess", "run-query", queryId="forth")]
    app = app_of(queries=[sql("forth", events=forth), sql("back", events=back)]).stub("forth", 1).stub("back", 2)
    with pytest.raises(ToolJetError, match="The app never comes to rest: it runs (forth|back) again and again"):
        app.run("forth")


REQUEST = """
const answer = await axios.post('https://api.example.com/orders?all=1', {id: 7});
const other = await fetch('https://other.example.com/x');
return [answer.data, answer.status, await other.text(), other.ok];
"""


def test_requests_of_app_code_are_answered_by_stubs(app_of):
    app = app_of(queries=[script("ask", REQUEST)])
    app.stub_request("https://api.example.com/*", lambda call: {"got": call["body"]}, method="post", status=201)
    app.stub_request("https://other.example.com/x", "nothing", status=404)
    assert app.run("ask") == [{"got": {"id": 7}}, 201, "nothing", False]
    asked = [(request.method, request.url, request.status) for request in app.requests]
    assert asked == [
        ("POST", "https://api.example.com/orders?all=1", 201),
        ("GET", "https://other.example.com/x", 404),
    ]


def test_a_network_that_fails_is_caught_as_in_a_browser(app_of):
    code = "try { await axios.get('https://down.example.com') } catch (error) { return error.message }"
    app = app_of(queries=[script("ask", code)]).stub_request("https://down.example.com", OSError("Network Error"))
    assert app.run("ask") == "Network Error"


def test_a_request_without_a_stub_is_an_error_that_says_what_to_do(app_of):
    app = app_of(queries=[script("ask", "await fetch('https://api.example.com/[1]')")])
    with pytest.raises(Invalid, match="app.stub_request"):
        app.run("ask")


def test_a_python_query_takes_a_stub_like_any_other(app_of):
    count = {"id": "py", "name": "py", "kind": "runpy", "options": {"code": "components.number.value + 1"}}
    app = app_of(component("NumberInput", "number", value="{{4}}"), queries=[count])
    app.stub("py", lambda values: values["components.number"]["value"] + 1)
    assert app.run("py") == 5
