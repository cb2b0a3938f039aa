"""Every spec can be read, is explained, and agrees with itself."""

import json
import re
import tomllib
from collections import Counter

import pytest

from tooljet_jupyter.codegen import places
from tooljet_jupyter.components.action_spec import event_actions
from tooljet_jupyter.components.base import Component
from tooljet_jupyter.components.reading import spec_files
from tooljet_jupyter.components.spec import Spec, spec, specs
from tooljet_jupyter.errors import NotFound

jsonschema = pytest.importorskip("jsonschema")
EVERY = list(specs().values())
NAMES = [found.name for found in EVERY]


def entries(found):
    yield from found.props.values()
    yield from found.events.values()
    yield from found.exposes.values()
    yield from found.actions.values()
    yield from found.slots
    for action in found.actions.values():
        yield from action.params
    for item in found.items.values():
        yield from item.props.values()
        yield from item.events.values()


@pytest.mark.parametrize("path", list(spec_files()), ids=lambda path: path.stem)
def test_a_spec_file_fits_its_schema(path):
    schema = json.loads((places.DOCS / "schemas" / "spec.schema.json").read_text("utf-8"))
    jsonschema.validate(tomllib.loads(path.read_text("utf-8")), schema)


@pytest.mark.parametrize("path", list(spec_files()), ids=lambda path: path.stem)
def test_a_spec_file_is_named_after_its_component(path):
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", Spec.load(path).name).lower()
    assert path.stem == re.sub(r"(?<=[a-z])(v2)$", r"_\1", words)


@pytest.mark.parametrize("found", EVERY, ids=NAMES)
def test_everything_is_explained(found):
    assert found.doc.endswith(".")
    assert [entry for entry in entries(found) if len(entry.doc.split()) < 2 or entry.doc.endswith(".")] == []


@pytest.mark.parametrize("found", EVERY, ids=NAMES)
def test_names_in_python_are_unique_and_free(found):
    taken = {
        "name",
        "layout",
        "mobile_layout",
        "children",
        *(name for name in dir(Component) if name[0] != "_"),
    }
    names = Counter(entry.name for entry in [*found.props.values(), *found.events.values()])
    assert [name for name, count in names.items() if count > 1 or name in taken] == []
    assert [name for name in names if not name.isidentifier() or name != name.lower()] == []


@pytest.mark.parametrize("found", EVERY, ids=NAMES)
def test_what_a_property_points_at_exists(found):
    for prop in found.props.values():
        assert set(prop.when) <= set(found.props), prop.key
        assert not prop.action or prop.action in found.actions, prop.key
        assert not prop.item or prop.item in found.items, prop.key
        assert (prop.type == "enum") == bool(prop.choices), prop.key
    for item in found.items.values():
        for prop in item.props.values():
            assert set(prop.when) <= set(item.props), prop.key
        assert not item.ref or item.ref in item.props
    for value in found.exposes.values():
        assert not value.follows or value.follows in found.props, value.key


@pytest.mark.parametrize("found", EVERY, ids=NAMES)
def test_a_condition_asks_for_a_possible_value(found):
    for prop in found.props.values():
        for key, wanted in prop.when.items():
            other = found.props[key]
            allowed = {choice.value for choice in other.choices} or {True, False}
            assert set(wanted) <= allowed or other.type == "source", (prop.key, key)


@pytest.mark.parametrize("found", EVERY, ids=NAMES)
def test_defaults_and_examples_are_valid(found):
    examples = {key: prop.example for key, prop in found.props.items() if prop.example is not None}
    assert found.validate_props(found.defaults) == []
    assert found.validate_props(examples) == []
    for item in found.items.values():
        assert [prop.key for prop in item.props.values() if prop.default is None and not nullable(prop)] == []


def nullable(prop):
    return prop.nullable or prop.type in {"any", "json"}


@pytest.mark.parametrize("found", EVERY, ids=NAMES)
def test_a_number_without_a_default_may_be_null(found):
    assert [prop.key for prop in found.props.values() if prop.default is None and not nullable(prop)] == []


@pytest.mark.parametrize("found", EVERY, ids=NAMES)
def test_colours_are_roles(found):
    role = re.compile(r"|transparent|var\(--tj-[a-z-]+\)")
    colours = {prop.key: prop.default for prop in found.props.values() if prop.type == "color"}
    assert [key for key, value in colours.items() if not role.fullmatch(value)] == []


@pytest.mark.parametrize("found", EVERY, ids=NAMES)
def test_a_new_component_lies_on_the_grid(found):
    assert 1 <= found.size.width <= 43
    assert found.size.height % 10 == 0
    slots = {slot.name for slot in found.slots}
    for child in found.children:
        assert child.slot in slots
        assert spec(child.type).validate_props(child.props) == []
        assert set(child.props) <= set(spec(child.type).props)
        assert child.layout["left"] + child.layout["width"] <= 43


def test_an_unknown_type_is_named():
    with pytest.raises(NotFound, match="no component of type Buton"):
        spec("Buton")


def test_actions_are_explained():
    for action in event_actions().values():
        assert action.doc.endswith(".")
        assert all(len(option.doc.split()) > 1 for option in action.options.values()), action.name


@pytest.mark.parametrize(
    "type_name, props, problems",
    [
        ("Button", {"text": 5, "unknown": object()}, {}),
        ("Button", {"visibility": "yes"}, {"visibility": "must be true or false"}),
        ("Button", {"visibility": "{{yes}}"}, {}),
        ("Button", {"textSize": "16", "loadingState": "false"}, {}),
        ("Button", {"textSize": "big"}, {"textSize": "must be a number"}),
        ("Button", {"textSize": 1}, {"textSize": "must be at least 8"}),
        ("Button", {"type": "primray"}, {"type": "must be one of primary, outline"}),
        ("Button", {"text": ["a"]}, {"text": "must be a text"}),
        ("Button", {"type": ""}, {}),
        ("Table", {"columns": {}}, {"columns": "must be a list"}),
        ("Chart", {"data": '[{"x": 1, "y": 2}]'}, {}),
        ("Chart", {"data": "x, y"}, {"data": "must be a list"}),
        ("Table", {"columns": ["a"]}, {"columns": "element 0 must be an object"}),
        (
            "Table",
            {"columns": [{"key": "a"}, {"columnType": "txt"}]},
            {
                "columns": "element 1: columnType must be one of "
                + ", ".join(choice.value for choice in spec("Table").items["TableColumn"].props["columnType"].choices)
            },
        ),
        ("DropdownV2", {"options": [{"label": "A", "disable": {"value": "{{a}}"}}]}, {}),
        (
            "DropdownV2",
            {"options": [{"visible": {"value": 3}}]},
            {"options": "element 0: visible must be true or false"},
        ),
        ("Table", {"defaultSelectedRow": [1]}, {"defaultSelectedRow": "must be an object"}),
        ("Table", {"defaultSelectedRow": None}, {}),
    ],
)
def test_literals_are_checked_and_templates_are_not(type_name, props, problems):
    found = spec(type_name).validate_props(props)
    assert {problem.key: problem.message for problem in found} == problems
