"""The JSON Schema of spec files, so that editors complete `components/specs/*.toml`."""

import json
from pathlib import Path
from typing import Any

import msgspec

from ..components.reading import OWN, PLACES, shared
from ..components.spec import Spec
from .places import DOCS, notice

# What reading a file fills in, so that nobody writes it.
FILLED = {
    "Prop": {"name", "place"},
    "Item": {"name"},
    "EventSpec": {"name"},
    "Exposed": {"key"},
    "ActionSpec": {"key"},
}
NEEDED = {"Spec": ["name", "doc", "group", "icon", "size"], "Item": ["doc", "props"]}

Schema = dict[str, Any]


def files() -> dict[Path, str]:
    """The schema with its text."""
    text = json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
    return {DOCS / "schemas" / "spec.schema.json": text}


def schema() -> Schema:
    """The schema of a spec as it is written: the model's, without what is filled in."""
    (_,), parts = msgspec.json.schema_components([Spec], ref_template="#/$defs/{name}")
    written = {name: as_written(name, part) for name, part in sorted(parts.items())}
    whole = written.pop("Spec")
    whole["properties"] |= places() | {"include": included()}
    whole["properties"] |= {name: table(ref) for name, ref in TABLES.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": notice("`tooljet_jupyter/components/spec.py`"),
        **whole,
        "$defs": written,
    }


TABLES = {
    "props": "Prop",
    "items": "Item",
    "events": "EventSpec",
    "exposes": "Exposed",
    "actions": "ActionSpec",
}


def as_written(name: str, part: Schema) -> Schema:
    """One part of the model as a file says it."""
    properties = {key: field for key, field in part["properties"].items() if key not in FILLED.get(name, set())}
    required = NEEDED.get(name, [key for key in part.get("required", []) if name not in FILLED])
    for key, entry in TABLES.items():
        if name == "Item" and key in properties:
            properties[key] = table(entry)
    if "when" in properties:
        properties["when"] = {"type": "object"}
    if "choices" in properties:
        properties["choices"]["items"] = {"anyOf": [{"type": "string"}, properties["choices"]["items"]]}
    return {**part, "properties": properties, "required": required}


def places() -> Schema:
    """The parts of a file that hold properties."""
    return {name: table("Prop") for name in PLACES}


def table(name: str) -> Schema:
    """Entries by name; `false` leaves out one that an included group has."""
    entry = {"anyOf": [{"$ref": f"#/$defs/{name}"}, {"const": False}]}
    return {"type": "object", "additionalProperties": entry}


def included() -> Schema:
    """The groups that a file may include."""
    return {"type": "array", "items": {"enum": sorted([OWN, *shared()])}}
