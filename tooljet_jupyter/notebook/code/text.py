"""Python as text, formatted as ruff would: calls, lists, dictionaries and texts of one line or several."""

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

WIDTH = 120
INDENT = " " * 4
# A text with line breaks stays on one line up to here.
SHORT = 30
# Deeper than this, Python's own parser gives up before long.
DEEPEST = 60
NAMED = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


@dataclass(frozen=True)
class Code:
    """Python that is written as it is; `flat` says whether it may share its line."""

    text: str
    flat: bool = True


@dataclass(frozen=True)
class Group:
    """Things between brackets: the arguments of a call, the elements of a list, the entries of a dictionary."""

    opening: str
    items: Sequence[tuple[str, "Node"]]
    closing: str


Node = Code | Group


def call(name: str, /, *values: Node, **named: Node) -> Group:
    """Return a call."""
    return Group(f"{name}(", [*(("", value) for value in values), *((f"{key}=", named[key]) for key in named)], ")")


def listed(nodes: Sequence[Node]) -> Group:
    """Return a list."""
    return Group("[", [("", node) for node in nodes], "]")


def mapped(nodes: dict[str, Node]) -> Group:
    """Return a dictionary."""
    return Group("{", [(f"{text(key)}: ", node) for key, node in nodes.items()], "}")


def json_node(value: Any) -> Node:
    """Return a JSON value as Python."""
    return deep(value) if depth(value) > DEEPEST else shallow(value)


def shallow(value: Any) -> Node:
    """Return a JSON value as Python, level by level."""
    if isinstance(value, dict):
        return mapped({str(key): shallow(item) for key, item in value.items()})
    if isinstance(value, list):
        return listed([shallow(item) for item in value])
    return text_node(value) if isinstance(value, str) else Code(number(value))


def deep(value: Any) -> Node:
    """Return a JSON value that Python's parser could not read as one that it can."""
    return call('__import__("json").loads', text_node(json.dumps(value)))


def depth(value: Any) -> int:
    """Return how many lists and dictionaries lie inside each other, counted to where it is too many."""
    level, reached = [value], 0
    while level and reached <= DEEPEST:
        inner = [item for item in level if isinstance(item, dict | list)]
        level = [part for item in inner for part in (item.values() if isinstance(item, dict) else item)]
        reached += bool(inner)
    return reached


def number(value: Any) -> str:
    """Return a number, a truth or nothing."""
    return repr(value).replace("e+", "e") if isinstance(value, float) else repr(value)


def text_node(value: str) -> Node:
    """Return a text: between three quotes where it has lines, on one line otherwise."""
    if "\n" not in value or len(value) <= SHORT:
        return Code(text(value))
    for quotes in ('"""', "'''"):
        if quotes not in value and not value.endswith(quotes[0]):
            start = "" if value.startswith("\n") else "\\\n"
            return Code(quotes + start + "".join(map(in_lines, value)) + quotes, flat=False)
    return Code(text(value))


def text(value: str) -> str:
    """Return a text on one line, between the quotes that need fewer escapes."""
    quote = "'" if value.count('"') > value.count("'") else '"'
    letters = (f"\\{quote}" if letter == quote else NAMED.get(letter) or plain(letter) for letter in value)
    return f"{quote}{''.join(letters)}{quote}"


def in_lines(letter: str) -> str:
    """Return one character of a text that has lines; a reader of files would change other line ends."""
    return letter if letter in "\n\t" else NAMED.get(letter) or plain(letter)


def plain(letter: str) -> str:
    """Return a character as it is, or escaped where nobody would see it."""
    if letter.isprintable():
        return letter
    code = ord(letter)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def statement(node: Node, target: str = "") -> str:
    """Return a statement: the node, given to a variable where one is named."""
    start = f"{target} = " if target else ""
    return start + written(node, before=len(start)) + "\n"


def written(node: Node, *, before: int = 0, after: int = 0, indent: str = "") -> str:
    """Return the node, on one line where that fits; `before` and `after` are what else stands there."""
    one = flat(node)
    if isinstance(node, Code):
        return node.text
    if one is not None and (not node.items or len(indent) + before + width(one) + after <= WIDTH):
        return one
    inner = indent + INDENT
    lines = [
        f"{inner}{label}{written(item, before=width(label), after=1, indent=inner)},\n" for label, item in node.items
    ]
    return f"{node.opening}\n{''.join(lines)}{indent}{node.closing}"


def flat(node: Node) -> str | None:
    """Return the node on one line; None where it has several."""
    if isinstance(node, Code):
        return node.text if node.flat else None
    parts = [(label, flat(item)) for label, item in node.items]
    if any(part is None for _, part in parts):
        return None
    return node.opening + ", ".join(f"{label}{part}" for label, part in parts) + node.closing


def width(line: str) -> int:
    """Return the columns that a line takes; East Asian letters take two, and what is unsure counts as two."""
    return len(line) if line.isascii() else sum(2 if unicodedata.east_asian_width(one) in "WFA" else 1 for one in line)
