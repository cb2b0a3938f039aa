"""Values as a tidy Python file has them: double quotes, a line for each row where one line is too short."""

import json
from typing import Any

WIDTH = 120


def literal(value: Any, *, indent: int = 0, before: int = 0) -> str:
    """Return a value as code; what stands before it on its line takes place, too."""
    line = flat(value)
    if not isinstance(value, list | dict) or not value or indent + before + len(line) <= WIDTH:
        return line
    inner = " " * (indent + 4)
    opened, closed = "[]" if isinstance(value, list) else "{}"
    if isinstance(value, list):
        parts = [literal(item, indent=indent + 4) for item in value]
    else:
        parts = [f"{flat(key)}: {literal(item, indent=indent + 4)}" for key, item in value.items()]
    return "\n".join([opened, *(f"{inner}{part}," for part in parts), f"{' ' * indent}{closed}"])


def flat(value: Any) -> str:
    """Return a value as code on one line."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{flat(key)}: {flat(item)}" for key, item in value.items()) + "}"
    if isinstance(value, set):
        return "{" + ", ".join(map(flat, sorted(value))) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flat, value)) + "]"
    return repr(value)
