"""TypeScript text in Prettier's style, so that what is generated needs no formatter."""

import re
from collections.abc import Iterable
from typing import Any

WIDTH = 120
PLAIN = re.compile(r"^[A-Za-z_$][\w$]*$")


def text(value: str) -> str:
    """A string literal with the quotes Prettier prefers."""
    escaped = value.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
    if value.count("'") > value.count('"'):
        return '"' + escaped.replace('"', '\\"') + '"'
    return "'" + escaped.replace("'", "\\'") + "'"


def keys(names: Iterable[str]) -> dict[str, str]:
    """The keys of one object as they are written: quotes only where a name needs them."""
    return {name: name if PLAIN.match(name) else text(name) for name in names}


def flat(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, bool):
        return str(value).lower()
    if value is None:
        return "null"
    if isinstance(value, str):
        return text(value)
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, dict):
        written = keys(value)
        return (
            "{ " + ", ".join(f"{written[key]}: {flat(item)}" for key, item in value.items()) + " }" if value else "{}"
        )
    if isinstance(value, list | tuple):
        return "[" + ", ".join(flat(item) for item in value) + "]"
    return str(value)


def literal(value: Any, *, indent: int = 0, used: int = 0) -> str:
    """A value over as many lines as it needs; `used` is what stands before and after it on its first line."""
    if not isinstance(value, dict | list) or not value:
        return flat(value)
    if not broken(value) and indent + used + len(flat(value)) <= WIDTH:
        return flat(value)
    inner = indent + 2
    if isinstance(value, list):
        lines = [literal(item, indent=inner, used=1) for item in value]
        return wrapped("[", lines, "]", indent)
    written = keys(value)
    lines = [
        f"{written[key]}: {literal(item, indent=inner, used=len(written[key]) + 3)}" for key, item in value.items()
    ]
    return wrapped("{", lines, "}", indent)


def wrapped(opening: str, lines: list[str], closing: str, indent: int) -> str:
    """Lines between brackets, one step further in, with a comma after each."""
    inner = " " * (indent + 2)
    return opening + "\n" + "".join(f"{inner}{line},\n" for line in lines) + " " * indent + closing


def broken(value: Any) -> bool:
    """Whether Prettier breaks a value even where it would fit: a list of several objects of several keys."""
    if isinstance(value, dict):
        return any(broken(item) for item in value.values())
    if not isinstance(value, list):
        return False
    rich = [isinstance(item, dict | list) and len(item) > 1 for item in value]
    alike = len({type(item) for item in value}) == 1
    return (len(value) > 1 and all(rich) and alike) or any(broken(item) for item in value)


def union(members: list[str], *, before: str, indent: int = 0) -> str:
    """`before` and a union type, one member per line where one line is too long, ended with a semicolon."""
    line = f"{before} {' | '.join(members)};"
    if indent + len(line) <= WIDTH:
        return line
    inner = " " * (indent + 2)
    return before + "".join(f"\n{inner}| {member}" for member in members) + ";"


def comment(words: str, *, indent: int = 0) -> str:
    """A doc comment on one line, or over several where it is long."""
    space = " " * indent
    safe = words.replace("*/", "* /")
    return f"{space}/** {safe} */\n"


def interface(name: str, fields: dict[str, tuple[list[str], str]], *, doc: str) -> str:
    """An interface whose fields are a union of types and words for each key."""
    if not fields:
        return comment(doc) + f"export type {name} = Record<never, never>;\n"
    written = {key: key if key.endswith("?") else name for key, name in keys(fields).items()}
    body = "".join(
        (comment(words, indent=2) if words else "") + "  " + union(types, before=f"{written[key]}:", indent=2) + "\n"
        for key, (types, words) in fields.items()
    )
    return comment(doc) + f"export interface {name} {{\n{body}}}\n"
