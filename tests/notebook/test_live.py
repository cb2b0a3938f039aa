"""Values of a shown app in Python: read, set, observed, linked, waited for; and several outputs in step."""

import asyncio
import datetime

import ipywidgets
import pandas
import pytest
import traitlets

import tooljet_jupyter as tj
from tests.notebook.page import Output
from tooljet_jupyter.errors import Invalid, NotFound, ToolJetError

NAME, DAY, TABLE = "page-home-name", "page-home-day", "page-home-table"


@pytest.fixture
def app(workspace):
    """An app with a component of each kind of value."""
    made = tj.App("Lived in", workspace=workspace)
    options = [tj.Option(label=name, value=name, default=name == "open") for name in ("open", "paid")]
    made.add(tj.TextInput(name="name", value="Ada"), tj.NumberInput(name="count", value=2), tj.Checkbox(name="agreed"))
    made.add(tj.DropdownV2(name="status", options=options), tj.MultiselectV2(name="tags", options=options))
    made.add(tj.DatePickerV2(name="day", default_value="24/12/2026"), tj.Text(name="words", text="Hello"))
    made.add(tj.Table(name="table"), tj.Text(name="bound", text=tj.expr("components.name.value")))
    made.add(tj.Tabs(name="tabs", default_tab="1"), tj.ModalV2(name="dialog"))
    return made


@pytest.fixture
def output(app):
    """An output that shows it."""
    return Output(app)


def test_before_anybody_looks_values_are_those_of_the_definition(app):
    found = app.components
    assert (found.name.value, found.count.value, found.agreed.value) == ("Ada", 2, False)
    assert (found.status.value, found.tags.value, found.words.text) == ("open", ["open"], "Hello")
    assert found.day.value == datetime.datetime(2026, 12, 24)
    assert (found.table.currentData, found.bound.text, found.words.isVisible) == (None, None, True)


def test_values_follow_the_page(app, output):
    output.change(NAME, "value", "Grace", isValid=True)
    output.change(DAY, "value", "05/03/2026")
    assert app.components.name.value == "Grace"
    assert app.components.name.isValid is True
    assert app.components.day.value == datetime.datetime(2026, 3, 5)
    output.change(DAY, "value", None)
    assert app.components.day.value is None


def test_rows_come_as_data_frames(app, output):
    rows = [{"id": 1, "total": 2.5}, {"id": 2, "total": 4}]
    output.change(TABLE, "$selected", [0, 1], selectedRows=rows, selectedRow=rows[0])
    pandas.testing.assert_frame_equal(app.components.table.selectedRows, pandas.DataFrame(rows))
    assert app.components.table.selectedRow == rows[0]


@pytest.mark.parametrize(
    "name, key, value, raw",
    [
        ("name", "value", "Bob", "Bob"),
        ("count", "value", 7.5, 7.5),
        ("day", "value", datetime.date(2027, 1, 2), "02/01/2027"),
        ("words", "text", "Bye", "Bye"),
        ("words", "isVisible", False, False),
        ("tabs", "value", "2", "2"),
        ("dialog", "show", True, True),
        ("tags", "values", ["paid"], ["paid"]),
    ],
)
def test_setting_a_value_asks_the_page_to_do_what_a_person_would(app, output, name, key, value, raw):
    setattr(app.components[name], key, value)
    (asked,) = output.of("ask")
    asked_key = "currentTab" if name == "tabs" else key
    assert asked["wish"] == {"name": "assign", "component": f"page-home-{name}", "key": asked_key, "value": raw}
    wanted = datetime.datetime(2027, 1, 2) if name == "day" else value
    assert getattr(app.components[name], key) == wanted


def test_what_the_page_makes_of_a_value_counts(app, output):
    app.components.count.value = 3.14159
    output.change("page-home-count", "value", 2)
    assert app.components.count.value == 3.14159
    output.answer(value=3.14)
    assert app.components.count.value == 3.14


def test_a_value_that_the_page_refuses_is_told_under_the_app(app, output):
    app.components.name.value = "x"
    output.answer(error="The component is not on the page that is shown")
    assert output.of("output")[-1]["output"]["title"] == "Invalid: The component is not on the page that is shown"


def test_what_is_set_before_anybody_looks_is_what_the_app_starts_with(app):
    app.components.name.value = "Early"
    app.components.words.text = "Set"
    settings = Output(app).of("welcome")[0]["settings"]
    assert [(one["of"], one["key"], one["value"]) for one in settings] == [
        (NAME, "value", "Early"),
        ("page-home-words", "@text", "Set"),
    ]
    assert app.components.name.value == "Early"


@pytest.mark.parametrize(
    "wrong, error, message",
    [
        (lambda found: found.nam, NotFound, "no component nam; did you mean name"),
        (lambda found: found.name.valeu, AttributeError, "no value valeu; did you mean value"),
        (lambda found: setattr(found.name, "valeu", 1), NotFound, "no value valeu; did you mean value"),
        (lambda found: setattr(found.name, "isValid", True), Invalid, "follows from other values.*value"),
        (lambda found: setattr(found.table, "currentData", []), Invalid, "follows from other values.*searchText"),
        (lambda found: setattr(found, "name", "x"), Invalid, r"app.components.name.value = "),
    ],
)
def test_a_mistake_is_answered_with_what_there_is(app, wrong, error, message):
    with pytest.raises(error, match=message):
        wrong(app.components)


def test_values_are_observed_from_both_sides(app, output):
    changes = []
    app.components.name.observe(lambda change: changes.append((change.old, change.new)), "value")
    output.change(NAME, "value", "Grace")
    app.components.name.value = "Bob"
    output.answer(value="Bob")
    output.change(NAME, "value", "Bob")
    assert changes == [("Ada", "Grace"), ("Grace", "Bob")]


def test_an_observer_that_fails_is_told_under_the_app(app, output):
    app.components.name.observe(lambda change: 1 / 0, "value")
    output.change(NAME, "value", "Grace")
    assert output.of("output")[0]["output"]["title"] == "ZeroDivisionError: division by zero"
    assert app.components.name.value == "Grace"


def test_links_of_traitlets_and_ipywidgets_hold_both_ways(app, output):
    slider, box = ipywidgets.IntSlider(max=50), ipywidgets.Text()
    traitlets.link((app.components.count, "value"), (slider, "value"))
    ipywidgets.link((app.components.name, "value"), (box, "value"))
    assert (slider.value, box.value) == (2, "Ada")
    output.change("page-home-count", "value", 9)
    box.value = "Grace"
    assert (slider.value, app.components.name.value) == (9, "Grace")
    assert [one["wish"]["value"] for one in output.of("ask")] == ["Grace"]


def test_interactive_calls_with_the_value(app, output):
    calls = []
    ipywidgets.interactive(lambda count: calls.append(count), count=app.components.count)
    output.change("page-home-count", "value", 5)
    assert calls == [2, 5]


@pytest.mark.parametrize(
    "use", [lambda one: ipywidgets.jslink((one, "value"), (ipywidgets.Text(), "value")), ipywidgets.HBox]
)
def test_what_only_the_browser_could_do_is_refused_in_a_sentence(app, use):
    with pytest.raises(Invalid, match="use ipywidgets.link or traitlets.link in the place of jslink"):
        use([app.components.name] if use is ipywidgets.HBox else app.components.name)


def test_an_app_inside_another_widget_is_shown_when_an_output_asks(workspace):
    app = tj.App("Inside", workspace=workspace)
    app.add(tj.Text(name="words", text="Hello"))
    ipywidgets.VBox([app])
    assert app.definition == {}
    Output(app)
    assert app.definition["pages"][0]["components"][0]["name"] == "words"


def test_long_values_come_only_when_they_are_asked_for(app, output):
    output.say("state", number=1, settings=[], exposed=[{"instance": TABLE, "exposed": {}, "large": ["currentData"]}])
    with pytest.raises(ToolJetError, match=r"await app.components.table.fetch\('currentData'\)"):
        app.components.table.currentData.head()
    assert output.of("ask") == []


async def test_a_long_value_is_fetched(app, output):
    output.say("state", number=1, settings=[], exposed=[{"instance": TABLE, "exposed": {}, "large": ["currentData"]}])
    fetching = asyncio.ensure_future(app.components.table.fetch("currentData"))
    await asyncio.sleep(0)
    output.answer(value=[{"id": 1}])
    assert len(await fetching) == 1


def test_a_long_value_that_is_observed_is_told_at_every_change(app, output):
    seen = []
    app.components.table.observe(lambda change: seen.append(len(change.new)), "currentData")
    assert output.of("watch")[0]["key"] == "currentData"
    assert Output(app, "two").of("welcome")[0]["watched"] == [[TABLE, "currentData"]]
    output.say(
        "state",
        number=1,
        settings=[],
        exposed=[{"instance": TABLE, "exposed": {"currentData": [{"id": 1}]}, "large": []}],
    )
    assert seen == [1]


def test_outputs_hear_of_each_others_changes_in_one_order(app):
    one, two = Output(app), Output(app, "two")
    one.change(NAME, "value", "from one")
    two.change(NAME, "value", "from two")
    told = [(message["view"], [setting["value"] for setting in message["settings"]]) for message in one.of("settings")]
    assert told == [("one", ["from one"]), ("two", ["from two"])]
    assert one.of("settings") == two.of("settings")[-2:]
    assert Output(app, "three").of("welcome")[0]["settings"][0]["value"] == "from two"


def test_a_change_that_is_none_goes_to_nobody(app):
    one, two = Output(app), Output(app, "two")
    one.change(NAME, "value", "same")
    two.change(NAME, "value", "same")
    assert two.of("settings")[-1] == {"kind": "settings", "view": "two", "number": 1, "settings": []}


def test_with_another_page_the_values_of_the_first_are_over(app):
    app.page("Second").add(tj.TextInput(name="name", value="second"))
    output = Output(app)
    output.change(NAME, "value", "first")
    page = {"kind": "page", "of": "", "key": "", "value": {"handle": "second", "urlparams": {}}}
    output.say("state", number=9, settings=[page], exposed=[])
    assert app.components.name.value == "second"
    assert Output(app, "two").of("welcome")[0]["settings"] == [page]


async def test_an_event_is_waited_for(app, output):
    app.add(tj.Button(name="save"))
    waiting = asyncio.ensure_future(app.event("save", "on_click"))
    await asyncio.sleep(0.01)
    output.say("here")
    assert output.of("awaited")[-1]["events"] == ["page-home-save onClick"]
    output.say("event", component="page-home-save", event="onClick")
    event = await waiting
    assert (event.component, event.event, event.app) == ("save", "onClick", app)
    assert output.of("awaited")[-1]["events"] == []


async def test_a_wait_can_end(app, output):
    app.add(tj.Button(name="save"))
    waiting = asyncio.ensure_future(app.event("save", timeout=0.05))
    await asyncio.sleep(0.01)
    output.say("here")
    with pytest.raises(TimeoutError, match="no onClick of save in 0.05 seconds"):
        await waiting


async def test_nobody_waits_for_ever_for_an_app_that_nobody_shows(app, monkeypatch):
    app.add(tj.Button(name="save"))
    monkeypatch.setattr("tooljet_jupyter.notebook.live.session.GRACE_SECONDS", 0.05)
    with pytest.raises(ToolJetError, match="Nothing shows the app"):
        await app.event("save")


async def test_an_event_that_no_component_has_is_refused(app):
    with pytest.raises(NotFound, match="did you mean onChange"):
        await app.event("name", "onChagne")


def test_a_silent_output_is_given_up_for_the_next(app, monkeypatch):
    monkeypatch.setattr("tooljet_jupyter.notebook.live.questions.PATIENCE_SECONDS", -1.0)
    one = Output(app)
    Output(app, "two")
    app.components.name.value = "x"
    assert one.of("ask")[0]["view"] == "two"
    app._session._questions._look()
    assert one.of("ask")[1]["view"] == "one"
    app._session._questions._look()
    assert "Nothing that shows the app answers" in one.of("output")[0]["output"]["title"]


def test_nothing_secret_is_in_what_the_page_gets(app, output):
    token = app.workspace.client._http.headers["Authorization"].removeprefix("Bearer ")
    assert token not in repr(app.get_state())
    assert token not in repr(output.heard)
