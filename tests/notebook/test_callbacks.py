"""Python functions as handlers: who may call them, how they run, what becomes of what they say; none is saved."""

import asyncio
import sys

import pytest

import tooljet_jupyter as tj
from tests.notebook.page import Output
from tooljet_jupyter.errors import Invalid


@pytest.fixture
def app(workspace):
    """An app on the demo, with nothing in it."""
    return tj.App("Called", workspace=workspace)


def with_button(app, function):
    """Show the app with a button that calls a function; return the output."""
    app.add(tj.Button(name="save", text="Save", on_click=function))
    return Output(app)


def said(output):
    """What functions printed."""
    return "".join(one["output"]["text"] for one in output.of("output") if one["output"]["type"] == "stream")


def test_a_function_may_take_nothing(app):
    output = with_button(app, lambda: print("called"))
    output.call("save", "onClick")
    assert said(output) == "called\n"
    assert [message["kind"] for message in output.heard][-3:] == ["started", "output", "done"]
    assert "error" not in output.of("done")[0]


def test_a_function_may_take_the_event(app):
    events = []
    app.add(tj.TextInput(name="name"), tj.DatePickerV2(name="day"))
    output = with_button(app, events.append)
    output.call("save", "onClick", values={"buttonText": "Save"}, row={"id": 3})
    (event,) = events
    assert (event.component, event.event, event.values, event.row, event.app) == (
        "save",
        "onClick",
        {"buttonText": "Save"},
        {"id": 3},
        app,
    )


def test_the_value_of_a_field_has_its_type(app):
    days = []
    app.add(tj.DatePickerV2(name="day", on_select=lambda event: days.append(event.value)))
    Output(app).call("day", "onSelect", values={"value": "05/03/2026"})
    assert (days[0].year, days[0].month, days[0].day) == (2026, 3, 5)


@pytest.mark.parametrize("function", [lambda row=3: print(row), lambda *, loud=False: print(3)])
def test_arguments_with_a_value_of_their_own_keep_it(app, function):
    output = with_button(app, function)
    output.call("save", "onClick")
    assert said(output) == "3\n"


def test_a_function_that_wants_more_is_told_so(app):
    output = with_button(app, lambda one, two: None)
    output.call("save", "onClick")
    assert "must take nothing or one argument" in output.of("done")[0]["error"]


async def test_coroutines_run_one_after_the_other(app):
    order = []

    async def slow(event):
        order.append("begins")
        await asyncio.sleep(0.01)
        order.append("ends")

    output = with_button(app, slow)
    app._session.settle()
    output.call("save", "onClick")
    output.call("save", "onClick")
    while len(output.of("done")) < 2:
        await asyncio.sleep(0.005)
    assert order == ["begins", "ends", "begins", "ends"]


async def test_what_is_printed_elsewhere_meanwhile_is_not_the_functions(app, capsys):
    async def slow():
        print("mine")
        await asyncio.sleep(0.02)
        print("mine too")

    output = with_button(app, slow)
    app._session.settle()
    output.call("save", "onClick")
    await asyncio.sleep(0.005)
    print("of another cell")
    while not output.of("done"):
        await asyncio.sleep(0.005)
    assert said(output) == "mine\nmine too\n"
    assert capsys.readouterr().out == "of another cell\n"


def test_an_error_has_the_users_line_first_and_the_next_call_runs(app):
    calls = []

    def fails():
        calls.append(1)
        raise ValueError("no such customer")

    output = with_button(app, fails)
    output.call("save", "onClick")
    output.call("save", "onClick")
    error = output.of("output")[0]["output"]
    assert error["title"] == "ValueError: no such customer"
    assert error["lines"][0].endswith("in fails")
    assert error["lines"][1].strip() == 'raise ValueError("no such customer")'
    assert output.of("done")[0]["error"] == "ValueError: no such customer"
    assert len(calls) == 2
    assert sys.last_value.args == ("no such customer",)


def test_an_error_of_ours_is_told_in_its_words(app):
    output = with_button(app, lambda: app.components.nothing)
    output.call("save", "onClick")
    assert output.of("output")[0]["output"]["title"] == "NotFound: The app has no component nothing"


@pytest.mark.parametrize(
    "change",
    [
        {"callback": "callback-99"},
        {"callback": "__class__"},
        {"component": "other"},
        {"event": "onHover"},
    ],
)
def test_only_what_the_kernel_handed_out_can_be_called_and_only_from_there(app, change):
    calls = []
    output = with_button(app, lambda: calls.append(1))
    app.add(tj.Button(name="other", on_click=lambda: None))
    message = {"callback": "callback-1", "call": "1", "component": "save", "event": "onClick", "values": {}}
    output.say("callback", **{**message, **change})
    assert calls == []
    assert "calls no Python function any more" in output.of("done")[0]["error"]


def test_a_function_that_was_replaced_cannot_be_called_any_more(app):
    calls = []
    output = with_button(app, lambda: calls.append("old"))
    old = app.definition["pages"][0]["components"][0]["events"][0]["callback"]
    app.pages[0]["save"].on_click = lambda: calls.append("new")
    output.call("save", "onClick", callback=old)
    output.call("save", "onClick")
    assert calls == ["new"]


def test_the_same_function_keeps_its_id_when_something_else_changes(app):
    output = with_button(app, lambda: None)
    before = app.definition["pages"][0]["components"][0]["events"]
    app.add(tj.Text(text="more"))
    assert app.definition["pages"][0]["components"][0]["events"] == before
    assert output.of("done") == []


def test_functions_of_rows_pages_and_queries_are_called_too(app, shop):
    calls = []
    app.query("orders", shop, sql="SELECT 1", on_success=lambda: calls.append("query"))
    app.pages[0].on_load(lambda: calls.append("page"))
    button = tj.ActionButton(name="open", text="Open", on_click=lambda event: calls.append(event.row))
    app.add(tj.Table(name="table", action_buttons=[button]))
    output = Output(app)
    for owner, event in (("orders", "onDataQuerySuccess"), ("Home", "onPageLoad")):
        places = app._session.callbacks._places.items()
        callback = next(key for key, found in places if (owner, event) in found)
        output.say("callback", call="1", callback=callback, component=owner, event=event, instance="", values={})
    output.call("table", "onClick", row={"id": 4})
    assert calls == ["query", "page", {"id": 4}]


def named():
    """A function with a name."""


def test_saving_names_every_function_and_stores_nothing(app):
    app.add(tj.Button(name="save", on_click=named), tj.Table(name="table"))
    app.pages[0]["table"].on("onRowClicked", named, lambda: None)
    with pytest.raises(Invalid) as refused:
        app.save()
    assert refused.value.detail["callbacks"] == [
        {"component": "save", "event": "onClick", "function": "named()"},
        {"component": "table", "event": "onRowClicked", "function": "named()"},
        {"component": "table", "event": "onRowClicked", "function": "<lambda>()"},
    ]
    assert "onRowClicked of table calls <lambda>()" in refused.value.message
    assert "app.query(name, 'runpy', code=...)" in refused.value.message
    assert app.slug not in app.workspace.apps
    with pytest.raises(Invalid, match="onClick of save calls named"):
        app.release()
