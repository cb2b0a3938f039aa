"""A Python class for every component and every item: `components/generated.py`."""

from pathlib import Path

from ..components.spec import EventSpec, Item, Prop, Spec, specs
from . import python
from .places import COMPONENTS, notice

SOURCE = "`components/specs/`"
TYPES = {
    "any": "Any",
    "array": "list[Any] | Expr",
    "boolean": "bool | Expr",
    "data": "Any",
    "json": "Any",
    "number": "float | Expr",
    "object": "dict[str, Any] | Expr",
    "rule": "str | bool",
    "source": "Any",
}
LISTS = {"array", "options", "columns", "tabs", "buttons", "fields"}
COMMON = {
    "name": ("str, optional", "The name other expressions read the component by."),
    "layout": ("Layout, optional", "Where it is on the page; found by the app when left out."),
    "mobile_layout": ("Layout, optional", "Where it is on a phone."),
}
MORE = {"more": ("dict, optional", "Further properties by ToolJet's names, kept as they are.")}
CHILDREN = ("list or dict, optional", "The components inside; a dict gives them by slot.")
HEAD = '''"""{notice}"""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from .base import Children, Component, Layout
from .expressions import Expr
from .handlers import Handlers
from .held import Element
'''


def files() -> dict[Path, str]:
    """The generated file with its text."""
    every = specs()
    items = {item.type_name: item for spec in every.values() for item in spec.items.values()}
    names = {item.name: item.type_name for item in items.values()}
    classes = [item_class(items[name], names) for name in sorted(items)]
    classes += [component_class(spec) for spec in every.values()]
    aliases = [
        python.alias(alias_name(owner, prop), [choice.value for choice in prop.choices])
        for owner, props in owners()
        for prop in props.values()
        if is_long(prop)
    ]
    text = HEAD.format(notice=notice(SOURCE)) + "".join(f"\n{part}" for part in aliases)
    return {COMPONENTS / "generated.py": text + "".join(f"\n\n{part}" for part in classes)}


def owners() -> list[tuple[str, dict[str, Prop]]]:
    """Every class name with its properties, in the order of the classes."""
    every = specs()
    items = {item.type_name: item for spec in every.values() for item in spec.items.values()}
    return [(name, items[name].props) for name in sorted(items)] + [(name, every[name].props) for name in every]


def item_class(item: Item, names: dict[str, str]) -> str:
    """The class of one element of a list property."""
    body = class_body(item.props, item.events, names)
    ref = f'    _ref = "{item.props[item.ref].name}"\n' if item.ref else ""
    parameters = [parameter(item.type_name, prop, names) for prop in item.props.values()]
    parameters += [f"{event.name}: Handlers = None" for event in item.events.values()]
    parameters += ["more: dict[str, Any] | None = None"]
    words = described(item.type_name, item.props, item.events, names) | MORE
    return (
        f"class {item.type_name}(Element):\n"
        + python.docstring(item.doc, words)
        + "\n"
        + ref
        + body
        + "\n"
        + python.signature(["*", *parameters])
        + "        super().__init__(locals())\n"
    )


def component_class(spec: Spec) -> str:
    """The class of one component."""
    items = {name: item.type_name for name, item in spec.items.items()}
    common = [
        "name: str | None = None",
        "layout: Layout | None = None",
        "mobile_layout: Layout | None = None",
    ]
    parameters = [parameter(spec.name, prop, items) for prop in spec.props.values()]
    parameters += [f"{event.name}: Handlers = None" for event in spec.events.values()]
    parameters += ["children: Children = None"] if spec.slots else []
    parameters += ["more: dict[str, Any] | None = None"]
    words = COMMON | described(spec.name, spec.props, spec.events, items)
    words |= ({"children": CHILDREN} if spec.slots else {}) | MORE
    slots = {slot.name: slot.suffix for slot in spec.slots if not slot.each or slot.each == "row"}
    return (
        f"class {spec.name}(Component):\n"
        + python.docstring(spec.doc, words)
        + f'\n    _type = "{spec.name}"\n    _size = ({spec.size.width}, {spec.size.height})\n'
        + class_body(spec.props, spec.events, items)
        + (python.mapping("_slots", slots, type_name="dict[str, str]") if spec.slots else "")
        + "\n"
        + python.signature(["*", *common, *parameters])
        + "        super().__init__(locals())\n"
    )


def class_body(props: dict[str, Prop], events: dict[str, EventSpec], items: dict[str, str]) -> str:
    """The tables from Python's names to ToolJet's, and of the classes of the elements of lists."""
    keys = {prop.name: key for key, prop in props.items()}
    names = {event.name: key for key, event in events.items()}
    classes = {key: items[prop.item] for key, prop in props.items() if prop.item in items}
    tables = {"_keys": keys, "_events": names} | ({"_items": classes} if classes else {})
    return "".join(python.mapping(name, table, type_name="dict[str, str]") for name, table in tables.items())


def parameter(owner: str, prop: Prop, items: dict[str, str]) -> str:
    """One property as a parameter with its type and default."""
    return f"{prop.name}: {annotation(owner, prop, items)} = {default(prop)}"


def annotation(owner: str, prop: Prop, items: dict[str, str]) -> str:
    """The type of one parameter."""
    plain = TYPES.get(prop.type, "str")
    if prop.type == "enum":
        plain = (
            alias_name(owner, prop) if is_long(prop) else python.choices(c.value for c in prop.choices)
        ) + " | Expr"
    elif prop.type in LISTS:
        plain = f"list[{items.get(prop.item, prop.item) or 'Any'}] | Expr"
    return f"{plain} | None" if default(prop) == "None" and plain != "Any" else plain


def default(prop: Prop) -> str:
    """The default of one parameter; lists and objects are left out instead."""
    return python.value(None if isinstance(prop.default, list | dict) else prop.default)


def is_long(prop: Prop) -> bool:
    """Whether the choices of a property do not fit into its line."""
    return len(python.choices(choice.value for choice in prop.choices)) > 70


def alias_name(owner: str, prop: Prop) -> str:
    """The name of the type of a property with many choices."""
    return owner + "".join(word.capitalize() for word in prop.name.split("_"))


def described(
    owner: str, props: dict[str, Prop], events: dict[str, EventSpec], items: dict[str, str]
) -> dict[str, tuple[str, str]]:
    """The words about every parameter."""
    words = {prop.name: (kind(owner, prop, items), python.ended(prop.doc)) for prop in props.values()}
    return words | {event.name: ("Action, str, function or list", python.ended(event.doc)) for event in events.values()}


def kind(owner: str, prop: Prop, items: dict[str, str]) -> str:
    """The type and default of a parameter for its docstring."""
    plain = annotation(owner, prop, items).removesuffix(" | None").removesuffix(" | Expr")
    shown = "{" + ", ".join(python.value(c.value) for c in prop.choices) + "}" if prop.type == "enum" else plain
    shown = "str" if len(shown) > 80 else shown
    return f"{shown}, optional" if default(prop) == "None" else f"{shown}, default {default(prop)}"
