"""TypeScript types of the API: `schema/src/generated/api.ts`, one interface for each body and reply."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..handlers.openapi import document
from .places import SCHEMA, notice
from .typescript import comment, interface, keys, text

SOURCE = "`tooljet_jupyter/docs/openapi.json`"
PREFIX = "/tooljet/api/"
JSON = "application/json"
PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}
Schema = dict[str, Any]


def files() -> dict[Path, str]:
    """Return the generated file with its text."""
    described = document()
    parts = [
        f"/** {notice(SOURCE)} */\n",
        *(declared(name, schema) for name, schema in described["components"]["schemas"].items()),
        endpoints(described["paths"]),
    ]
    return {SCHEMA / "api.ts": "\n".join(parts)}


def declared(name: str, schema: Schema) -> str:
    """Return one named type; what a client sends may leave out what has a default."""
    required = set(schema.get("required", []))
    sent = schema.get("additionalProperties") is False
    fields = {
        f"{key}?" if sent and key not in required else key: (kinds(field), "")
        for key, field in schema.get("properties", {}).items()
    }
    return interface(name, fields, doc=schema.get("description", name))


def kinds(schema: Schema) -> list[str]:
    """Return the members of the type that a schema describes."""
    if "$ref" in schema:
        return [str(schema["$ref"]).rpartition("/")[2]]
    if "enum" in schema:
        return [text(str(value)) for value in schema["enum"]]
    for many in ("anyOf", "oneOf"):
        if many in schema:
            return list(dict.fromkeys(kind for option in schema[many] for kind in kinds(option)))
    if schema.get("type") == "array":
        return [listed(kinds(schema.get("items", {})))]
    if schema.get("type") == "object":
        inner = schema.get("additionalProperties")
        return [f"Record<string, {' | '.join(kinds(inner)) if isinstance(inner, dict) else 'unknown'}>"]
    return [PLAIN.get(str(schema.get("type")), "unknown")]


def listed(members: list[str]) -> str:
    """Return the type of a list of such members."""
    return f"{members[0]}[]" if len(members) == 1 else f"({' | '.join(members)})[]"


def endpoints(paths: dict[str, Any]) -> str:
    """Return the map from a verb and an address to what is sent and what is answered."""
    entries = dict(entry for path, verbs in paths.items() for entry in written(path, verbs))
    names = keys(entries)
    lines = "".join(f"  {names[name]}: {entries[name]};\n" for name in sorted(entries))
    doc = "Every endpoint below `/tooljet/api/`: its holes, its questions, its body and its reply."
    return comment(doc) + f"export interface Endpoints {{\n{lines}}}\n"


def written(path: str, verbs: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the entries of one address, whole lines of TypeScript."""
    for verb, operation in verbs.items():
        name = f"{verb.upper()} {path.removeprefix(PREFIX)}"
        holes = [f"{hole}: string" for hole in re.findall(r"{(\w+)}", path)]
        asked = [f"{given['name']}?: string" for given in operation["parameters"] if given["in"] == "query"]
        yield name, entry(name, record(holes), record(asked), body(operation), reply(operation))


def entry(name: str, *types: str) -> str:
    """Return one entry on one line, or over several where it is too long."""
    fields = [f"{key}: {kind}" for key, kind in zip(("path", "query", "body", "reply"), types, strict=True)]
    line = "{ " + "; ".join(fields) + " }"
    if len(line) + len(text(name)) + 5 <= 120:
        return line
    return "{\n" + "".join(f"    {field};\n" for field in fields) + "  }"


def record(fields: list[str]) -> str:
    """Return an object type, or the type of an object without keys."""
    return "{ " + "; ".join(fields) + " }" if fields else "Record<never, never>"


def body(operation: dict[str, Any]) -> str:
    """Return the type of what is sent."""
    asked = operation.get("requestBody")
    return " | ".join(kinds(asked["content"][JSON]["schema"])) if asked else "undefined"


def reply(operation: dict[str, Any]) -> str:
    """Return the type of what is answered; what is no JSON comes as it is."""
    content = operation["responses"]["200"]["content"]
    return " | ".join(kinds(content[JSON].get("schema", {}))) if JSON in content else "Blob"
