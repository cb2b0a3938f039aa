"""What an event can do: the model of `actions.toml`, shared by the notebook and the runtime."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Literal

import msgspec

from .reading import camel
from .spec import Model

FILE = Path(__file__).parent / "actions.toml"
OptionType = Literal["any", "array", "boolean", "number", "object", "params", "string"]
Kind = Literal["", "callback", "component", "page", "query"]


class Option(Model, frozen=True):
    """One option of an action; `names` says what its value points at, `written` whether new apps use it."""

    name: str
    key: str
    type: OptionType
    doc: str
    default: Any = None
    optional: bool = False
    choices: list[str] = []
    names: Kind = ""
    rest: bool = False
    written: bool = True


class EventAction(Model, frozen=True):
    """One action; `js` is its function in `actions`, `own` says that ToolJet does not have it."""

    action_id: str
    name: str
    doc: str
    js: str = ""
    options: dict[str, Option] = {}
    own: bool = False


@cache
def event_actions() -> dict[str, EventAction]:
    """Every action by its id, in the order of the file."""
    raw = tomllib.loads(FILE.read_text("utf-8"))
    found = [msgspec.convert(entry | {"options": options(entry)}, EventAction) for entry in raw.values()]
    return {action.action_id: action for action in found}


def options(entry: dict[str, Any]) -> dict[str, Any]:
    """The options of an action by ToolJet's key, complete."""
    given = entry.get("options", {})
    done = [{"name": name, "key": camel(name), "optional": "default" in raw, **raw} for name, raw in given.items()]
    return {option["key"]: option for option in done}
