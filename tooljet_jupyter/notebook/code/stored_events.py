"""Stored events as actions again, pointing at objects, so that renaming one of them breaks nothing."""

from collections.abc import Iterator
from typing import Any

from ...components.base import Component
from ...components.events import Action, Json
from ...components.held import Element, elements
from ..page import ON_LOAD, Page
from ..query import Query

# Everything an event can point at, by noun and id.
Things = dict[tuple[str, str], Any]
WHEN = {"debounce": "debounce", "runOnlyIf": "run_only_if"}


def give(owner: Page | Query, events: list[Json], things: Things) -> None:
    """Give a page or a query its stored events."""
    stored = [pair_of(event, things, refs=False) for event in events]
    for about, action in stored:
        event = about["eventId"]
        if isinstance(owner, Query):
            owner.on(event, action)
        elif event == ON_LOAD:
            owner.on_load(action)
        else:
            owner.on(event, action)
    keep_order(owner, stored)


def give_component(component: Component, events: list[Json], things: Things) -> None:
    """Give a component and its elements their stored events."""
    stored = [pair_of(event, things, refs=True) for event in events]
    for about, action in stored:
        event = about["eventId"]
        element = element_of(component, about) if "ref" in about else None
        if element is not None:
            element.handlers.setdefault(event, []).append(action)
        elif "ref" in about:
            component.refs.append((about, action))
        else:
            component.on(event, action)
    keep_order(component, stored)


def keep_order(owner: Component | Page | Query, stored: list[tuple[Json, Action]]) -> None:
    """Remember the order of the stored events, where it is not the usual one."""
    actions = [action for _, action in stored]
    if [id(action) for action in actions] != [id(handler) for _, handler in owner.pairs()]:
        owner.order = actions


def pair_of(event: Json, things: Things, *, refs: bool) -> tuple[Json, Action]:
    """Return what a stored event is about, and what it does."""
    options = dict(event)
    about = {"eventId": options.pop("eventId", "")}
    if refs and isinstance(options.get("ref"), str) and options["ref"]:
        about["ref"] = options.pop("ref")
    identity = ""
    if isinstance(options.get("id"), str) and options["id"]:
        identity = options.pop("id")
    action = action_of(options.pop("actionId", ""), options, things)
    action.id = identity
    return about, action


def action_of(action_id: str, options: Json, things: Things) -> Action:
    """Return a stored action; one that points at nothing there is stays as it is written."""
    kind = Action._kinds.get(action_id, Action)
    targets = {key: things.get((noun, str(options.get(key)))) for key, noun in kind._names.items() if key in options}
    if None in targets.values():
        kind, targets = Action, {}
    when = {name: options.pop(key) for key, name in WHEN.items() if options.get(key) is not None}
    action = kind.__new__(kind)
    Action.__init__(action, action_id, options | targets, **when)
    return action


def element_of(component: Component, about: Json) -> Element | None:
    """Return the element whose event it is."""
    for element in every_element(component.props):
        if about["eventId"] in element._events.values() and element.about(about["eventId"]) == about:
            return element
    return None


def every_element(props: Json) -> Iterator[Element]:
    """Return the elements of all list properties, and those inside of them."""
    for element in elements(props):
        yield element
        yield from every_element(element.props)
