"""TypeScript types and data of every component: `components.ts`, `specs.ts` and `help.ts`."""

from pathlib import Path
from typing import Any

import msgspec

from ..components.spec import ActionSpec, Exposed, Item, Param, Prop, Spec, specs
from .places import SCHEMA, notice
from .typescript import comment, interface, literal, text, union

SOURCE = "`tooljet_jupyter/components/specs/`"
TYPES = {
    "any": "unknown",
    "array": "unknown[]",
    "boolean": "boolean",
    "data": "Record<string, unknown>[]",
    "json": "unknown",
    "number": "number",
    "object": "Record<string, unknown>",
    "rule": "boolean | string",
    "source": "unknown",
}
LISTS = {"options", "columns", "tabs", "buttons", "fields"}


def files() -> dict[Path, str]:
    """The generated files with their text."""
    texts = {"components.ts": types_text(), "specs.ts": specs_text(), "help.ts": help_text()}
    return {SCHEMA / name: written for name, written in texts.items()}


def types_text() -> str:
    """Types of the properties, exposed values, events and actions of every component."""
    every = specs()
    items = {item.name: item for spec in every.values() for item in spec.items.values()}
    parts = [
        f"/** {notice(SOURCE)} */\nexport {{ specs }} from './specs';\n",
        comment("The type names of components.") + union([text(n) for n in every], before="export type Name =") + "\n",
        *(item_type(items[name]) for name in sorted(items)),
        *(part for spec in every.values() for part in component_types(spec)),
        lookup(
            "Props",
            "Props",
            "The properties of each component, complete: defaults filled in, templates resolved.",
        ),
        lookup("Exposed", "Exposed", "What other expressions can read of each component."),
        lookup("Events", "Event", "The events of each component."),
        lookup("Actions", "Actions", "What each component can be told to do, with its arguments."),
    ]
    return "\n".join(parts)


def specs_text() -> str:
    """The specs as data for the runtime and the inspector."""
    data = {name: as_data(spec) for name, spec in specs().items()}
    return module("Spec", "specs", data, doc="Every component as data.")


def module(kind: str, name: str, data: dict[str, Any], *, doc: str) -> str:
    """A module with one constant: something of one kind for every component."""
    imports = f"import type {{ {kind} }} from '../spec';\nimport type {{ Name }} from './components';\n"
    head = f"/** {notice(SOURCE)} */\n{imports}"
    return f"{head}\n{comment(doc)}export const {name}: Record<Name, {kind}> = {literal(data)};\n"


def component_types(spec: Spec) -> list[str]:
    """The four types of one component."""
    said = f"of {spec.display_name} ({spec.group.lower()})"
    inner = [key for item in spec.items.values() for key in item.events]
    events = [text(key) for key in dict.fromkeys([*spec.events, *inner])] or ["never"]
    actions = {key: ([arguments(action)], action.doc) for key, action in spec.actions.items()}
    exposed = {key: (exposed_type(value), value.doc) for key, value in spec.exposes.items()}
    return [
        interface(f"{spec.name}Props", prop_fields(spec.props), doc=f"Properties {said}."),
        interface(f"{spec.name}Exposed", exposed, doc=f"Exposed values {said}."),
        comment(f"Events {said}.") + union(events, before=f"export type {spec.name}Event =") + "\n",
        interface(f"{spec.name}Actions", actions, doc=f"Actions {said}."),
    ]


def item_type(item: Item) -> str:
    """The type of one element of a list property."""
    return interface(item.name, prop_fields(item.props), doc=item.doc)


def prop_fields(props: dict[str, Prop]) -> dict[str, tuple[list[str], str]]:
    """The fields of an interface for properties."""
    return {key: (prop_type(prop), prop.doc) for key, prop in props.items()}


def prop_type(prop: Prop) -> list[str]:
    """The members of the type of one resolved property."""
    if prop.type == "enum":
        return [text(choice.value) for choice in prop.choices]
    if prop.item:
        return [f"{prop.item}[]"]
    plain = TYPES.get(prop.type, "unknown[]" if prop.type in LISTS else "string")
    return [plain, "null"] if prop.nullable else [plain]


def exposed_type(value: Exposed) -> list[str]:
    """The members of the type of one exposed value."""
    plain = TYPES.get(value.type, "string")
    return [plain, "null"] if value.nullable else [plain]


def arguments(action: ActionSpec) -> str:
    """The arguments of an action as a labelled tuple."""
    return "[" + ", ".join(argument(param) for param in action.params) + "]"


def argument(param: Param) -> str:
    """One argument of an action."""
    optional = "?" if param.optional or param.default is not None else ""
    return f"{param.key}{optional}: {TYPES.get(param.type, 'string')}"


def lookup(name: str, suffix: str, doc: str) -> str:
    """An interface that finds a component's type by its name."""
    return interface(name, {spec: ([f"{spec}{suffix}"], "") for spec in specs()}, doc=doc)


def as_data(spec: Spec) -> dict[str, Any]:
    """A spec as plain data without what is empty and without its words, which are in `help.ts`."""
    data: dict[str, Any] = msgspec.to_builtins(spec)
    data["sections"] = spec.sections
    data["children"] = [lean(child) for child in data["children"]]
    data["props"] = {key: prop_data(prop) for key, prop in data["props"].items()}
    data["items"] = {key: item_data(item) for key, item in data["items"].items()}
    data["events"] = list(spec.events)
    data["exposes"] = {key: lean(value, "key") for key, value in data["exposes"].items()}
    data["actions"] = {key: action_data(action) for key, action in data["actions"].items()}
    data["slots"] = [lean(slot) for slot in data["slots"]]
    del data["doc"]
    return data


def action_data(action: dict[str, Any]) -> dict[str, Any]:
    """One component action as data."""
    return {"params": [lean(param) for param in action["params"]]} | lean(action, "key", "params")


def item_data(item: dict[str, Any]) -> dict[str, Any]:
    """One item as data."""
    fields = {key: prop_data(prop) for key, prop in item["props"].items()}
    return lean({"name": item["name"], "ref": item["ref"], "events": list(item["events"])}) | {"props": fields}


def prop_data(prop: dict[str, Any]) -> dict[str, Any]:
    """One property as data: its default always, the rest where it says something."""
    return lean(prop, "name", "default") | {"default": prop["default"]}


def lean(data: dict[str, Any], *left_out: str) -> dict[str, Any]:
    """Data without its words and without empty or false fields."""
    kept = {key: value for key, value in data.items() if key not in {"doc", *left_out}}
    return {key: value for key, value in kept.items() if value is not False and value not in ("", None, [], {})}


def help_text() -> str:
    """What the inspector and the reference say about every property, event, exposed value and action."""
    data = {name: words(spec) for name, spec in specs().items()}
    doc = "The words about every component, apart from the specs so that only the editor carries them."
    return module("Help", "help", data, doc=doc)


def words(spec: Spec) -> dict[str, Any]:
    """All sentences of one spec by key."""
    return {
        "doc": spec.doc,
        "props": docs(spec.props),
        "items": {key: docs(item.props) for key, item in spec.items.items()},
        "events": docs(spec.events),
        "exposes": docs(spec.exposes),
        "actions": docs(spec.actions),
    }


def docs(entries: dict[str, Any]) -> dict[str, str]:
    """The sentence of each entry."""
    return {key: entry.doc for key, entry in entries.items()}
