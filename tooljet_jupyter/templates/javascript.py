"""Reads JavaScript expressions without running them: syntax errors, plain paths, secrets."""

import json
import re
from collections.abc import Iterator

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

LANGUAGE = Language(tree_sitter_javascript.language())

STEP = re.compile(r"""(?:\?\.|\.)([^\W\d][\w$]*|\$[\w$]*)|(?:\?\.)?\[\s*("(?:[^"\\]|\\.)*"|'[^'\\]*'|\d+)\s*\]""")
ROOT = re.compile(r"[^\W\d][\w$]*|\$[\w$]*")
SERVER_WORD = re.compile(r"\b(?:secrets|server)\b")


def javascript_error(expression: str) -> str | None:
    """What is wrong with the expression and where, or None when it is one JavaScript expression."""
    if not expression:
        return None
    tree = Parser(LANGUAGE).parse(f"({expression}\n)".encode())
    root = tree.root_node
    if root.has_error:
        return f"Not a JavaScript expression{place(fault(root), expression)}"
    statement = root.named_children[0] if root.named_child_count == 1 else None
    whole = statement.named_children[0] if statement and statement.named_child_count == 1 else None
    if whole is None or whole.type != "parenthesized_expression" or whole.end_byte != root.end_byte:
        return "Not one JavaScript expression: it closes a bracket it did not open, or is several statements"
    return None


def fault(node: Node) -> Node:
    """The first, innermost node that the parser could not make sense of."""
    for child in node.children:
        if child.has_error or child.is_missing:
            return fault(child)
    return node


def place(node: Node, expression: str) -> str:
    row, column = node.start_point
    line = f"({expression}\n)".encode().splitlines()[row] if row <= expression.count("\n") else b""
    column = len(line[:column].decode(errors="replace")) - (row == 0)
    return f": line {row + 1}, column {max(column, 0) + 1}"


def plain_path(expression: str) -> tuple[str | int, ...] | None:
    """The steps of `a.b["c"][0]`, or None when the expression is anything else."""
    match = ROOT.match(expression)
    if match is None:
        return None
    path: list[str | int] = [match.group()]
    while match.end() < len(expression):
        match = STEP.match(expression, match.end())
        if match is None:
            return None
        path.append(step(match))
    return tuple(path)


def step(match: re.Match[str]) -> str | int:
    name, key = match.group(1), match.group(2)
    if name is not None:
        return str(name)
    if key.startswith("'"):
        return str(key[1:-1])
    if key.startswith('"'):
        return json_text(key)
    return int(key)


def json_text(literal: str) -> str:
    try:
        return str(json.loads(literal))
    except ValueError:  # JavaScript knows escapes that JSON does not
        return re.sub(r"\\(.)", r"\1", literal[1:-1])


def server_name(expression: str) -> str | None:
    """The first name the server keeps to itself (`secrets`, `globals.server`) that the expression reads."""
    if not SERVER_WORD.search(expression):
        return None
    tree = Parser(LANGUAGE).parse(f"({expression}\n)".encode())
    return next((name for node in walk(tree.root_node) if (name := kept(node))), None)


def walk(node: Node) -> Iterator[Node]:
    waiting = [node]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(reversed(current.children))


def kept(node: Node) -> str | None:
    text = (node.text or b"").decode()
    if node.type in ("identifier", "shorthand_property_identifier") and text == "secrets":
        return "secrets"
    if node.type in ("member_expression", "subscript_expression"):
        path = plain_path(re.sub(r"\s+", "", text))
        if path and path[:2] == ("globals", "server"):
            return "globals.server"
    return None
