"""The specs know every key that ToolJet's components have."""

import pytest

from tests.components import facts
from tooljet_jupyter.components.action_spec import event_actions
from tooljet_jupyter.components.spec import spec, specs

PLACES = {"props": "properties", "validation": "validation", "styles": "styles"}


def missing(wanted, known):
    return [key for key in wanted if key not in known]


def test_every_component_has_its_facts():
    assert sorted(facts.FACTS) == list(specs())


@pytest.mark.parametrize("name", sorted(facts.FACTS))
@pytest.mark.parametrize("part", ["props", "validation", "styles", "events", "exposes", "actions"])
def test_no_key_of_tooljet_is_missing(name, part):
    found = spec(name)
    known = found.placed(PLACES[part]) if part in PLACES else getattr(found, part)
    assert missing(facts.keys(name).get(part, []), known) == []


@pytest.mark.parametrize("name", sorted(facts.FACTS))
def test_no_event_is_made_up(name):
    assert sorted(spec(name).events) == sorted(facts.keys(name)["events"])


@pytest.mark.parametrize("name", sorted(facts.FACTS))
def test_every_component_can_be_hidden_on_a_device_and_has_a_tooltip_and_a_shadow(name):
    props = spec(name).props
    assert {key: props[key].place for key in ("showOnDesktop", "showOnMobile", "boxShadow")} == {
        "showOnDesktop": "others",
        "showOnMobile": "others",
        "boxShadow": "styles",
    }
    assert props["tooltip"].place in {"properties", "general"}


@pytest.mark.parametrize(
    "component, item, wanted",
    [
        ("Table", "TableColumn", facts.COLUMN),
        ("Table", "TableAction", facts.TABLE_ACTION),
        ("Table", "Option", facts.OPTION),
        ("DropdownV2", "Option", facts.OPTION),
        ("MultiselectV2", "Option", facts.OPTION),
        ("Tabs", "TabItem", facts.TAB_ITEM),
    ],
)
def test_no_key_of_an_element_is_missing(component, item, wanted):
    assert missing(wanted.split(), spec(component).items[item].props) == []


def test_every_column_type_is_known():
    choices = spec("Table").items["TableColumn"].props["columnType"].choices
    assert [choice.value for choice in choices] == facts.COLUMN_TYPES.split()


def test_every_action_and_option_is_known():
    known = {key: set(action.options) for key, action in event_actions().items() if not action.own}
    assert sorted(known) == sorted(facts.ACTIONS)
    assert {key: missing(wanted.split(), known[key]) for key, wanted in facts.ACTIONS.items()} == {
        key: [] for key in facts.ACTIONS
    }
