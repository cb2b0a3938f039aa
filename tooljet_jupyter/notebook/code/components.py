"""Components as Python: made anew with what their constructors take, and the calls that do so."""

from collections.abc import Callable, Sequence
from typing import Any

from ...components.base import Component, Layout, Nowhere
from ...components.events import Action
from ...components.held import Element, Held, differs
from ..layout import Flowed
from .actions import Json
from .text import Code, Node, call, json_node, listed, mapped, number, shallow, text_node

Write = Callable[[Sequence[Action]], Node]
# Beyond this a number with a point is written with it.
WHOLE = 1e9


def rebuilt(component: Component, twins: dict[int, Component]) -> Component:
    """Return a component made by its constructor, and what is inside it, without ids and with the same actions.

    `twins` takes note of which component each of them stands for.
    """
    if type(component) is Component:
        made = Component.from_json({"type": component.kind, "name": component.name, "props": component.props})
        made.handlers = {key: list(handlers) for key, handlers in component.handlers.items()}
    else:
        made = type(component)(name=component.name, **constructed(component))  # type: ignore[call-arg]
    for event, handlers in component.handlers.items():
        if event not in component._events.values():
            made.handlers[event] = list(handlers)
    made.refs = list(component.refs)
    made.layouts = dict(component.layouts)
    twins[id(made)] = component
    for slot, children in component.children.items():
        made.children[slot] = [rebuilt(child, twins) for child in children]
    # The constructor's slots come first in the program.
    made.children = taken(made) | made.children
    return made


def constructed(held: Held) -> Json:
    """Return what the constructor of a component or an element is given to make the same one."""
    defaults = held.defaults()
    names = {key: name for name, key in held._keys.items()}
    given, more = {}, {}
    for key, value in held.props.items():
        name = names.get(key)
        if name and differs(value, defaults[name]):
            given[name] = made_anew(value)
        else:
            more[key] = value
    given = {name: given[name] for name in held._keys if name in given}
    events = {name: list(held.handlers[key]) for name, key in held._events.items() if held.handlers.get(key)}
    return given | events | ({"more": more} if more else {})


def made_anew(value: Any) -> Any:
    """Return a value whose elements are made by their constructors."""
    if not isinstance(value, list):
        return value
    return [type(item)(**constructed(item)) if isinstance(item, Element) else item for item in value]


def component_node(component: Component, write: Write, variables: dict[int, str]) -> Node:
    """Return the call that makes a component; `variables` are those of what is inside it."""
    if type(component) is Component:
        layouts = {device: place._asdict() for device, place in explicit(component).items()}
        stored = {"type": component.kind, "name": component.name, "props": component.props_json(), "layouts": layouts}
        return call("tj.Component.from_json", json_node(stored))
    nodes: dict[str, Node] = {"name": text_node(str(component.name))} | held_nodes(component, write)
    more = nodes.pop("more", None)
    devices = {"desktop": "layout", "mobile": "mobile_layout"}
    nodes |= {devices[device]: layout_node(place) for device, place in explicit(component).items()}
    inside = {slot: names_node(children, variables) for slot, children in taken(component).items()}
    if inside:
        first = [next(iter(component._slots), None)]
        nodes["children"] = inside[str(first[0])] if list(inside) == first else mapped(inside)
    return call(f"tj.{component.kind}", **nodes | ({"more": more} if more else {}))


def held_nodes(held: Held, write: Write) -> dict[str, Node]:
    """Return the properties and handlers of a component or an element as arguments."""
    found: dict[str, Node] = {}
    for name, value in constructed(held).items():
        if name in held._events:
            found[name] = write(value)
        elif name == "more":
            found[name] = json_node({key: held.props_json()[key] for key in value})
        else:
            found[name] = value_node(value, write)
    return found


def value_node(value: Any, write: Write) -> Node:
    """Return the value of a property: an expression, a text, a list of elements, or any other JSON."""
    if isinstance(value, str):
        return expression_node(value)
    if isinstance(value, list) and any(isinstance(item, Element) for item in value):
        return listed([element_node(item, write) if isinstance(item, Element) else json_node(item) for item in value])
    return json_node(value)


def element_node(element: Element, write: Write) -> Node:
    """Return the call that makes an element."""
    return call(f"tj.{type(element).__name__}", **held_nodes(element, write))


def expression_node(value: str) -> Node:
    """Return a text; one that is a single expression is said to be one."""
    inner = value[2:-2]
    if value.startswith("{{") and value.endswith("}}") and inner and not {"{{", "}}"} & pairs_of_letters(inner):
        return call("tj.expr", text_node(inner))
    return text_node(value)


def pairs_of_letters(value: str) -> set[str]:
    """Return every two letters that stand beside each other."""
    return {value[place : place + 2] for place in range(len(value))}


def explicit(component: Component) -> dict[str, Layout]:
    """Return the places that must be said."""
    return {device: place for device, place in component.layouts.items() if not isinstance(place, Flowed | Nowhere)}


def layout_node(place: Layout) -> Node:
    """Return the call that makes a place."""
    return call("tj.Layout", *(shallow(round_number(side)) for side in place))


def round_number(side: float) -> float:
    """Return a whole number without its point."""
    return int(side) if abs(side) < WHOLE and side == int(side) else side


def taken(component: Component) -> dict[str, list[Component]]:
    """Return the children that the constructor takes."""
    if "children" not in component.defaults():
        return {}
    slots = component._slots
    return {slot: inside for slot, inside in component.children.items() if not slots or slot in slots}


def names_node(components: Sequence[Component], variables: dict[int, str]) -> Node:
    """Return a list of variables."""
    return listed([Code(variables[id(component)]) for component in components])


def places_node(layouts: dict[str, Layout]) -> Node:
    """Return places by device."""
    return mapped({device: layout_node(place) for device, place in layouts.items()})


def widths_node(widths: Sequence[float]) -> Node:
    """Return the proportions of a row."""
    return listed([Code(number(width)) for width in widths])
