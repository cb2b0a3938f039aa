"""What the options of GUI operations hold, read in any of the shapes in which ToolJet has written it."""

import json
from collections.abc import Mapping
from typing import Any

from ..errors import Invalid


def entries(given: Any) -> list[Mapping[str, Any]]:
    """Return the entries of a filter, sort or column map in the order of its keys; the keys mean nothing."""
    items = list(given.values()) if isinstance(given, Mapping) else list(given or [])
    return [item for item in items if isinstance(item, Mapping)]


def complete(given: Any) -> list[Mapping[str, Any]]:
    """Return the filters that are filled in; one with `any` holds others, which hold none."""
    return [item for item in entries(given) if filled(item) or alternatives(item)]


def alternatives(item: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the filters of which one must hold, where a filter is made of several."""
    return [inner for inner in entries(item.get("any")) if filled(inner)]


def filled(item: Mapping[str, Any]) -> bool:
    """Say whether a filter names a column and an operator."""
    return bool(item.get("column") and item.get("operator"))


def assignments(given: Any) -> dict[str, Any]:
    """Return `{column: value}` of a map of `{column, value}` entries; one whose `set` is false is left out."""
    chosen = [item for item in entries(given) if item.get("column") and item.get("set", True) is not False]
    return {str(item["column"]): item.get("value") for item in chosen}


def grouping(given: Any) -> list[str]:
    """Return the columns to group by, from `{table: [columns]}` or a list of names or `{column}` entries."""
    names: list[str] = []
    for item in list(given.values()) if isinstance(given, Mapping) else list(given or []):
        for name in item if isinstance(item, list) else [item]:
            found = name.get("column") if isinstance(name, Mapping) else name
            names += [str(found)] if found else []
    return names


def records(given: Any) -> list[Mapping[str, Any]]:
    """Return the records of a bulk operation, given as a list of objects or as its JSON text."""
    try:
        found = json.loads(given) if isinstance(given, str) else given
    except json.JSONDecodeError as error:
        raise Invalid("The records are not valid JSON", field="records", reason=str(error)) from error
    if not isinstance(found, list) or not found or not all(isinstance(record, Mapping) for record in found):
        raise Invalid("The records must be a list of objects, with at least one", field="records")
    return found


def key_names(given: Any) -> list[str]:
    """Return the key columns, given as one name, a comma-separated text or a list."""
    names = given if isinstance(given, list) else str(given or "").split(",")
    found = [str(name).strip() for name in names if str(name).strip()]
    if not found:
        raise Invalid("Choose the primary key columns", field="primary_key_columns")
    return found


def whole(name: str, value: Any) -> int | None:
    """Return a limit or an offset as a whole number; an empty one is None."""
    if value is None or value == "":
        return None
    text = str(value).strip()
    if not text.isdigit():
        raise Invalid(f"The {name} must be a whole number", field=name, value=text)
    return int(text)
