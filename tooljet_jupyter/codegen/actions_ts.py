"""TypeScript types and data of what events can do: `packages/schema/src/generated/actions.ts`."""

from pathlib import Path
from typing import Any

from ..components.action_spec import EventAction, Option, event_actions
from .components_ts import lean
from .places import SCHEMA, notice
from .typescript import comment, interface, keys, literal, text, union

SOURCE = "`tooljet_jupyter/components/actions.toml`"
TYPES = {
    "any": "unknown",
    "array": "unknown[]",
    "boolean": "boolean | string",
    "number": "number | string",
    "object": "Record<string, unknown>",
    "params": "ActionParam[]",
}


def files() -> dict[Path, str]:
    """The generated file with its text."""
    every = event_actions()
    written = keys(name_of(action) for action in every.values())
    table = {action_id: ([written[name_of(action)]], "") for action_id, action in every.items()}
    parts = [
        f"/** {notice(SOURCE)} */\nimport type {{ EventActionSpec, ActionParam }} from '../spec';\n",
        comment("The ids of actions.")
        + union([text(key) for key in every], before="export type EventActionId =")
        + "\n",
        *(options_type(action) for action in every.values()),
        interface(
            "EventActionOptions",
            table,
            doc="The options of each action, as they are written in a definition.",
        ),
        comment("Every action as data.")
        + "export const eventActions: Record<EventActionId, EventActionSpec> = "
        + literal({key: as_data(action) for key, action in every.items()})
        + ";\n",
    ]
    return {SCHEMA / "actions.ts": "\n".join(parts)}


def name_of(action: EventAction) -> str:
    """The name of the type of an action's options."""
    return f"{action.name}Options"


def options_type(action: EventAction) -> str:
    """The options of one action; all may be missing in an imported app, which the runtime bears."""
    fields = {f"{key}?": (option_type(option), option.doc) for key, option in action.options.items()}
    return interface(name_of(action), fields, doc=action.doc)


def option_type(option: Option) -> list[str]:
    """The members of the type of one option."""
    if option.choices:
        return [text(choice) for choice in option.choices]
    return [TYPES.get(option.type, "string")]


def as_data(action: EventAction) -> dict[str, Any]:
    """One action as data for the runtime and the inspector."""
    options = {key: option_data(option) for key, option in action.options.items()}
    return lean({"name": action.name, "js": action.js, "own": action.own}) | {
        "doc": action.doc,
        "options": options,
    }


def option_data(option: Option) -> dict[str, Any]:
    """One option as data."""
    fields = {"type": option.type, "doc": option.doc, "names": option.names, "choices": option.choices}
    return {
        **{key: value for key, value in fields.items() if value},
        **({"default": option.default} if option.optional else {}),
    }
