"""Events as Python: each action as the class a person would have written, or by its id and options."""

import json
from collections.abc import Callable, Sequence
from keyword import iskeyword
from typing import Any

from ...components.action_spec import Option, event_actions
from ...components.events import Action
from ...errors import NotFound
from ..identities import Identities
from .text import Code, Node, call, json_node, listed, mapped, text, text_node

Json = dict[str, Any]


def handlers_node(actions: Sequence[Action], resolve: Identities) -> Node:
    """Return what stands for the handlers of one event."""
    nodes = [action_node(action, resolve) for action in actions]
    return nodes[0] if len(nodes) == 1 else listed(nodes)


def action_node(action: Action, resolve: Identities) -> Node:
    """Return a call that makes the action."""
    if type(action) is not Action:
        found = typed_node(action, resolve)
        if found is not None:
            return found
    stored = action.definition(resolve)
    options = {key: value for key, value in stored.items() if key not in ("actionId", *action.conditions())}
    values = mapped({key: json_node(value) for key, value in options.items()})
    return call("tj.Action", text_node(action.action_id), values, **conditions(action))


def typed_node(action: Action, resolve: Identities) -> Node | None:
    """Return a call of the action's own class; None where that would not make the same action."""
    options = event_actions()[action.action_id].options.values()
    named = dict(action.options)
    for key, noun in action._names.items():
        if key not in named or (name := name_of(noun, named[key], resolve)) is None:
            return None
        named[key] = name
    values, given = arguments([option for option in options if option.written], named)
    kind: Callable[..., Action] = type(action)
    try:
        made = kind(*values, **given, **when(action))
    except TypeError:  # A query's parameter has the name of one of the action's own.
        return None
    if not same(made.options, named) or not all(map(writable, given)):
        return None
    return call(
        f"tj.{type(action).__name__}",
        *map(json_node, values),
        **{key: json_node(value) for key, value in given.items()},
        **conditions(action),
    )


def arguments(options: Sequence[Option], named: Json) -> tuple[list[Any], Json]:
    """Return what an action is made with: values in their order, then those by name that are not the default."""
    values: list[Any] = []
    given: Json = {}
    for option in options:
        value = named.get(option.key)
        if option.type == "params":
            found = value if isinstance(value, list) else []
            values += [item.get("value") for item in found if isinstance(item, dict)]
        elif option.rest:
            given |= value if isinstance(value, dict) else {}
        elif not option.optional:
            values.append(value)
        elif value != option.default:
            given[option.name] = value
    return values, given


def name_of(noun: Any, thing: Any, resolve: Identities) -> str | None:
    """Return the name by which an action finds the thing; None where that would be another one."""
    name = thing.name
    try:
        return str(name) if resolve(noun, name) == resolve(noun, thing) else None
    except NotFound:
        return None


def conditions(action: Action) -> dict[str, Node]:
    """Return when it is done, as far as that is said."""
    return {key: json_node(value) for key, value in when(action).items()}


def when(action: Action) -> Json:
    """Return the conditions of an action by Python's names, as far as there are any."""
    given = {"debounce": action.debounce, "run_only_if": action.run_only_if}
    return {key: value for key, value in given.items() if value is not None}


def same(one: Json, other: Json) -> bool:
    """Say whether two objects are the same JSON; for Python, 0 and False are equal."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def writable(name: str) -> bool:
    """Say whether a name can stand before `=` in a call: Python changes some letters that are not ASCII."""
    return name.isascii() and name.isidentifier() and not iskeyword(name)


def quoted(names: Sequence[str | None]) -> Node:
    """Return a list of names."""
    return listed([Code("None" if name is None else text(name)) for name in names])
