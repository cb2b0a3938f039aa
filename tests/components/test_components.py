"""Components in Python: signatures, names in the place of ids, and the way to JSON and back."""

import datetime
import inspect
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tooljet_jupyter.components import generated
from tooljet_jupyter.components.actions import ControlComponent, RunQuery, ShowAlert, ShowModal, SwitchPage
from tooljet_jupyter.components.base import Component, Layout
from tooljet_jupyter.components.events import Action
from tooljet_jupyter.components.expressions import Expr, expr
from tooljet_jupyter.components.held import Element
from tooljet_jupyter.components.problems import problems
from tooljet_jupyter.components.spec import specs
from tooljet_jupyter.errors import Invalid

SPECS = specs()
VALUES = {
    "boolean": st.booleans(),
    "number": st.integers(0, 10),
    "object": st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
    "any": st.none() | st.integers() | st.text(max_size=5),
    "json": st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
}
LISTS = {"array", "data", "options", "columns", "tabs", "buttons", "fields"}


def value_of(prop):
    if prop.type == "enum":
        return st.sampled_from([choice.value for choice in prop.choices])
    if prop.type in LISTS:
        return st.lists(st.dictionaries(st.text(max_size=3), st.integers(), max_size=2), max_size=2)
    return VALUES.get(prop.type, st.text(max_size=10)) | st.just(expr("components.a.value"))


def given_to(found):
    props = {prop.name: value_of(prop) for prop in found.props.values()}
    handlers = {
        event.name: st.sampled_from(["orders", ShowAlert("done"), ["a", "b"]]) for event in found.events.values()
    }
    return st.fixed_dictionaries({}, optional=props | handlers)


def make(kind, **given):
    return getattr(generated, kind)(**given)


def ids(kind, thing):
    return f"{kind}-{getattr(thing, 'name', thing)}"


@pytest.mark.parametrize("name", SPECS)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_json_and_back_is_the_same(name, data):
    component = make(name, name="x", **data.draw(given_to(SPECS[name])))
    written = component.to_json()
    assert json.loads(json.dumps(written)) == written
    back = Component.from_json(written)
    assert type(back) is type(component)
    assert back.to_json() == written


@pytest.mark.parametrize("name", SPECS)
def test_defaults_are_left_out(name):
    assert make(name).to_json()["props"] == {}


@pytest.mark.parametrize("name", SPECS)
def test_a_class_takes_what_the_spec_has(name):
    found = SPECS[name]
    taken = set(inspect.signature(getattr(generated, name)).parameters)
    wanted = {prop.name for prop in found.props.values()} | {event.name for event in found.events.values()}
    assert taken - {"name", "layout", "mobile_layout", "children", "more"} == wanted


@pytest.mark.parametrize("name", SPECS)
def test_no_property_hides_what_every_component_has(name):
    own = set(vars(make(name))) | {member for member in dir(Component) if not member.startswith("_")}
    assert own & set(getattr(generated, name)._keys) == set()


@pytest.mark.parametrize("name", SPECS)
def test_further_properties_are_kept_as_they_are(name):
    more = {"unheardOf": None, "visibility": True}
    assert make(name, more=more).props_json() == more


@pytest.mark.parametrize("name", SPECS)
def test_a_class_explains_every_parameter(name):
    kind = getattr(generated, name)
    lines = [line.strip() for line in inspect.getdoc(kind).splitlines()]
    explained = {line.split(" : ")[0] for line in lines if " : " in line}
    assert explained == set(inspect.signature(kind).parameters)


def test_properties_are_kept_by_their_own_keys():
    button = generated.Button(text="Save", visible=expr("queries.orders.data"), background="red")
    assert button.props == {
        "text": "Save",
        "visibility": "{{queries.orders.data}}",
        "backgroundColor": "red",
    }


def test_one_is_not_true():
    assert generated.Button(visible=1).props == {"visibility": 1}


def test_properties_can_be_read_and_set():
    seen = []
    button = generated.Button(text="Save")
    button.changed = lambda: seen.append(button.text)
    button.text = "Saved"
    button.on_click = "orders"
    assert (button.text, button.type, button.on_click, seen) == (
        "Saved",
        "primary",
        ["orders"],
        ["Saved", "Saved"],
    )


def test_an_unknown_property_is_an_error():
    with pytest.raises(AttributeError, match="Button has no colour"):
        _ = generated.Button().colour


def test_handlers_become_events_in_their_order():
    button = generated.Button(name="save", on_click=["orders", RunQuery("log", who="me"), ShowModal("sure")])
    assert button.definition(ids, parent="box")["events"] == [
        {
            "id": "component-save-event-0",
            "eventId": "onClick",
            "actionId": "run-query",
            "queryId": "query-orders",
            "parameters": {},
        },
        {
            "id": "component-save-event-1",
            "eventId": "onClick",
            "actionId": "run-query",
            "queryId": "query-log",
            "parameters": {"who": "me"},
        },
        {
            "id": "component-save-event-2",
            "eventId": "onClick",
            "actionId": "show-modal",
            "modal": "component-sure",
        },
    ]


def test_an_action_can_wait_and_ask():
    action = ShowAlert("Saved", kind="success", debounce=300, run_only_if="{{queries.save.data}}")
    assert action.to_json() == {
        "actionId": "show-alert",
        "message": "Saved",
        "alertType": "success",
        "debounce": 300,
        "runOnlyIf": "{{queries.save.data}}",
    }


def test_a_component_can_be_pointed_at_as_an_object():
    box = generated.TextInput(name="search")
    assert ControlComponent(box, "setText", "hello", 2).to_json() == {
        "actionId": "control-component",
        "componentId": "search",
        "componentSpecificActionHandle": "setText",
        "componentSpecificActionParams": [{"handle": "0", "value": "hello"}, {"handle": "1", "value": 2}],
    }


def test_a_component_without_a_name_cannot_be_pointed_at():
    with pytest.raises(Invalid, match="points at a component that has no name"):
        ShowModal(generated.ModalV2()).to_json()


def test_a_python_function_is_called_by_the_notebook_and_cannot_be_kept():
    def save():
        return None

    button = generated.Button(name="save", on_click=save)
    event = button.definition(lambda kind, thing: f"{kind}:{getattr(thing, '__name__', thing)}")["events"][0]
    assert (event["actionId"], event["callback"]) == ("call-python", "callback:save")
    with pytest.raises(Invalid, match="Python function cannot be kept"):
        button.to_json()


def test_an_action_is_read_back_as_its_class():
    action = SwitchPage("Orders", query_params=[["id", "1"]])
    assert Action.from_json(action.to_json()) == action
    assert type(Action.from_json({"actionId": "show-confetti", "colour": "red"})) is Action


def test_elements_say_their_events():
    column = generated.Column(name="Active", key="active", type="toggle", on_change="save")
    button = generated.ActionButton(name="open", on_click=ShowModal("details"))
    table = generated.Table(name="orders", columns=[column], action_buttons=[button])
    written = table.to_json()
    assert written["props"] == {
        "columns": [{"name": "Active", "key": "active", "columnType": "toggle"}],
        "actions": [{"name": "open"}],
    }
    assert written["events"] == [
        {
            "eventId": "onChange",
            "ref": "active",
            "actionId": "run-query",
            "queryId": "save",
            "parameters": {},
        },
        {"eventId": "onClick", "ref": "open", "actionId": "show-modal", "modal": "details"},
    ]
    assert Component.from_json(written).to_json() == written


def test_events_of_buttons_in_a_column_name_the_button():
    button = generated.ColumnButton(id="pay", label="Pay", on_click=ShowModal("details"))
    column = generated.Column(key="do", type="button", buttons=[button])
    events = generated.Table(columns=[column]).to_json()["events"]
    assert events == [{"eventId": "onClick", "ref": "pay", "actionId": "show-modal", "modal": "details"}]


def test_elements_compare_by_what_they_hold():
    assert generated.Option(label="A", value=1) == generated.Option(label="A", value=1)
    assert isinstance(generated.TabItem(id="0"), Element)


def test_children_say_their_slot_in_their_parent():
    tabs = generated.Tabs(name="tabs", children={"0": [generated.Text(name="one")], "1": [generated.Text(name="two")]})
    form = generated.Form(name="form", children={"body": [tabs], "footer": [generated.Button(name="send")]})
    parents = {record["name"]: record["parent"] for record in form.definitions(ids)}
    assert parents == {
        "form": None,
        "tabs": "component-form",
        "one": "component-tabs-0",
        "two": "component-tabs-1",
        "send": "component-form-footer",
    }


def test_children_without_a_slot_go_into_the_first():
    box = generated.Container(name="box", children=[generated.Text(name="one")])
    assert [inner.name for inner in box.walk()] == ["box", "one"]
    assert Component.from_json(box.to_json()).to_json() == box.to_json()


def test_a_slot_that_is_not_there_is_named():
    with pytest.raises(Invalid, match="Container has no slot footer"):
        generated.Container(children={"footer": [generated.Text()]})
    with pytest.raises(Invalid, match="in which of the tabs"):
        generated.Tabs(children=[generated.Text()])


def test_events_of_elements_find_their_ids_after_a_round_trip():
    button = generated.ActionButton(name="open", on_click=ShowModal("details"))
    table = Component.from_json(generated.Table(name="orders", action_buttons=[button]).to_json())
    assert table.definition(ids)["events"] == [
        {
            "id": "component-orders-event-0",
            "eventId": "onClick",
            "ref": "open",
            "actionId": "show-modal",
            "modal": "component-details",
        }
    ]


def test_none_stands_for_the_default():
    assert generated.Button(text=None, on_click=None).to_json()["props"] == {}


def test_a_component_without_a_place_has_its_own_size():
    assert generated.Button(name="b").definition(ids)["layouts"] == {
        "desktop": {"top": 0, "left": 0, "width": 4, "height": 40}
    }
    placed = generated.Button(name="b", layout=Layout(10, 2, 6, 40), mobile_layout=Layout(0, 0, 43, 40))
    assert placed.definition(ids)["layouts"] == {
        "desktop": {"top": 10, "left": 2, "width": 6, "height": 40},
        "mobile": {"top": 0, "left": 0, "width": 43, "height": 40},
    }


def test_an_unknown_type_keeps_all_it_has():
    written = {
        "type": "Kaleidoscope",
        "name": "k",
        "props": {"mirrors": 3},
        "layouts": {},
        "events": [{"eventId": "onTurn", "actionId": "show-confetti", "colour": "red"}],
        "children": {"body": []},
    }
    assert Component.from_json(written).to_json() == written


def test_problems_are_named():
    assert [problem.key for problem in problems(generated.Button(text_size="big"))] == ["textSize"]


def test_dates_and_missing_numbers_become_json():
    table = generated.Table(data=[{"on": datetime.date(2026, 1, 2), "price": float("nan")}])
    assert table.to_json()["props"] == {"data": [{"on": "2026-01-02", "price": None}]}


def test_what_is_no_json_is_refused():
    with pytest.raises(Invalid, match="cannot hold a object"):
        generated.Table(data=object()).to_json()


def test_an_expression_gets_its_braces_once():
    assert (expr("a.b"), expr("Hello {{a.b}}")) == ("{{a.b}}", "Hello {{a.b}}")
    assert isinstance(expr("a"), Expr)
