"""Spec files made complete: shared groups merged in, keys, labels and defaults filled."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "specs"
PLACES = {
    "props": ("properties", "Properties"),
    "validation": ("validation", "Validation"),
    "styles": ("styles", "Style"),
    "general": ("general", "Behaviour"),
    "others": ("others", "Devices"),
}
OWN = "own"  # in `include`: where the spec's own entries stand among those of its groups
PARTS = (*PLACES, "events", "exposes", "actions", "items")
EMPTY = {
    "array": [],
    "boolean": False,
    "buttons": [],
    "columns": [],
    "data": [],
    "fields": [],
    "number": None,
    "object": {},
    "options": [],
    "tabs": [],
    "any": None,
    "json": None,
}

Raw = dict[str, Any]


def spec_files() -> Iterator[Path]:
    """The spec files, one per component; a name that starts with `_` is shared by others."""
    return (path for path in sorted(FOLDER.glob("*.toml")) if not path.name.startswith("_"))


@cache
def shared() -> Raw:
    """The groups of `_shared.toml` by name."""
    return tomllib.loads((FOLDER / "_shared.toml").read_text("utf-8"))


def read(path: Path) -> Raw:
    """One spec file as the complete data of a `Spec`."""
    raw = tomllib.loads(path.read_text("utf-8"))
    names = raw.pop("include", [])
    names = names if OWN in names else [OWN, *names]
    groups = [None if name == OWN else shared()[name] for name in [*names, "every"]]
    parts = {part: merged(part, raw, groups) for part in PARTS}
    for part in PARTS:
        raw.pop(part, None)
    props: Raw = {}
    for part, (place, section) in PLACES.items():
        props |= complete_props(parts[part], place=place, section=section)
    return {
        "displayName": spaced(raw["name"]),
        **raw,
        "props": props,
        "items": {key: complete_item(key, item) for key, item in parts["items"].items()},
        "events": keyed(parts["events"], prefix="on_"),
        "exposes": {key: {"key": key, **value} for key, value in parts["exposes"].items()},
        "actions": {key: {"key": key, **value} for key, value in parts["actions"].items()},
        "slots": [slot | {"when": lists(slot.get("when", {}))} for slot in raw.get("slots", [])],
    }


def merged(part: str, raw: Raw, groups: list[Raw | None]) -> Raw:
    """One part of a spec in the order of its groups; its own words win, and `false` leaves an entry out."""
    own: Raw = raw.get(part, {})
    given = {key for group in groups if group for key in group.get(part, {})}
    whole: Raw = {}
    for group in groups:
        if group is None:
            whole |= {key: entry for key, entry in own.items() if key not in given}
        else:
            whole |= {key: entry | (own.get(key) or {}) for key, entry in group.get(part, {}).items()}
    return {key: entry for key, entry in whole.items() if own.get(key) is not False}


def complete_props(props: Raw, *, place: str, section: str) -> Raw:
    """Properties by ToolJet's key, each with every field that a reader may leave out."""
    done = [complete_prop(name, prop, place=place, section=section) for name, prop in props.items()]
    return {prop["key"]: prop for prop in done}


def complete_prop(name: str, prop: Raw, *, place: str, section: str) -> Raw:
    """One property with its key, label, default and section."""
    choices = [choice if isinstance(choice, dict) else plain_choice(choice) for choice in prop.get("choices", [])]
    return {
        "name": name,
        "key": camel(name),
        "label": sentence(name),
        "place": place,
        "section": section,
        "default": EMPTY.get(prop["type"], ""),
        **prop,
        "choices": choices,
        "when": lists(prop.get("when", {})),
    }


def complete_item(name: str, item: Raw) -> Raw:
    """One item with its fields made complete like properties."""
    fields = complete_props(item["props"], place="properties", section="Properties")
    events = keyed(item.get("events", {}), prefix="on_")
    return {"name": name, "typeName": name, **item, "props": fields, "events": events}


def keyed(entries: Raw, *, prefix: str) -> Raw:
    """Entries by ToolJet's key, each knowing its Python name."""
    done = [{"name": prefix + name, "key": camel(prefix + name), **entry} for name, entry in entries.items()]
    return {entry["key"]: entry for entry in done}


def lists(when: Raw) -> Raw:
    """Conditions as lists of the wanted values."""
    return {key: want if isinstance(want, list) else [want] for key, want in when.items()}


def plain_choice(value: str) -> dict[str, str]:
    """A choice whose label is its own value in words."""
    return {"value": value, "label": sentence(re.sub(r"(?<=[a-z])(?=[A-Z])|-", "_", value))}


def camel(name: str) -> str:
    """`show_clear_button` as `showClearButton`."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def sentence(name: str) -> str:
    """`show_clear_button` as `Show clear button`."""
    words = name.replace("_", " ").strip().lower()
    return words[:1].upper() + words[1:]


def spaced(name: str) -> str:
    """`TextInput` as `Text input`."""
    return sentence(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name))
