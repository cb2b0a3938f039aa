"""A Python class for everything an event can do: `components/actions.py`."""

from pathlib import Path

from ..components.action_spec import EventAction, Option, event_actions
from . import python
from .places import COMPONENTS, notice

SOURCE = "`components/actions.toml`"
TYPES = {
    "any": "Any",
    "array": "list[Any] | Expr",
    "boolean": "bool | Expr",
    "number": "float | Expr",
    "object": "dict[str, Any] | Expr",
    "string": "str",
}
TARGETS = {
    "callback": "Callable[..., Any]",
    "component": "str | Named",
    "page": "str | Named",
    "query": "str | Named",
}
WHEN = {
    "debounce": ("int, optional", "Milliseconds without another such event before it is done."),
    "run_only_if": ("str, optional", "An expression; it is done only when that is true."),
}
HEAD = '''"""{notice}"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Literal

from .events import Action, Kind, Named, numbered
from .expressions import Expr
'''


def files() -> dict[Path, str]:
    """The generated file with its text."""
    classes = [action_class(action) for action in sorted(event_actions().values(), key=lambda action: action.name)]
    return {COMPONENTS / "actions.py": HEAD.format(notice=notice(SOURCE)) + "".join(f"\n\n{part}" for part in classes)}


def action_class(action: EventAction) -> str:
    """The class of one action."""
    options = [option for option in action.options.values() if option.written]
    names = {option.key: option.names for option in options if option.names}
    words = {option.name: (described(option), python.ended(option.doc)) for option in options}
    head = f"class {action.name}(Action):\n" + python.docstring(action.doc, words | WHEN)
    tables = f'\n    _action_id = "{action.action_id}"\n'
    tables += python.mapping("_names", dict(names), type_name="dict[str, Kind]") if names else ""
    return head + tables + "\n" + python.signature(parameters(options)) + body(action, options)


def parameters(options: list[Option]) -> list[str]:
    """What the class takes: what must be given, then the rest by name."""
    needed = [f"{option.name}: {annotation(option)}" for option in options if not option.optional]
    chosen = [f"{o.name}: {annotation(o)} = {default(o)}" for o in options if o.optional and not o.rest]
    values = [f"*{option.name}: Any" for option in options if option.type == "params"]
    extra = [f"**{option.name}: Any" for option in options if option.rest and option.type == "object"]
    when = ["debounce: int | None = None", "run_only_if: str | None = None"]
    return [*needed, *(values or ["*"]), *chosen, *when, *extra]


def annotation(option: Option) -> str:
    """The type of one parameter."""
    if option.names:
        return TARGETS[option.names]
    plain = python.choices(option.choices) + " | Expr" if option.choices else TYPES[option.type]
    return f"{plain} | None" if default(option) == "None" and option.optional else plain


def default(option: Option) -> str:
    """The default of one parameter; lists are left out instead."""
    return python.value(None if isinstance(option.default, list | dict) else option.default)


def described(option: Option) -> str:
    """The type of a parameter for its docstring."""
    if option.rest:
        return "Any"
    plain = annotation(option).removesuffix(" | None").removesuffix(" | Expr")
    return plain + (f", default {default(option)}" if option.optional else "")


def body(action: EventAction, options: list[Option]) -> str:
    """The call that keeps the options by ToolJet's keys."""
    lines = [f'            "{option.key}": {kept(option)},\n' for option in options]
    table = "{\n" + "".join(lines) + "        }" if lines else "{}"
    when = "debounce=debounce, run_only_if=run_only_if"
    assign = f"        options: dict[str, Any] = {table}\n"
    return assign + f"        super().__init__({python.value(action.action_id)}, options, {when})\n"


def kept(option: Option) -> str:
    """The expression for the value of one option."""
    if option.type == "params":
        return f"numbered({option.name})"
    if option.optional and option.type == "array":
        return f"{option.name} or []"
    return option.name
