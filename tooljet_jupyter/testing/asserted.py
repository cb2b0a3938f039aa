"""Which values of an app a failing line of a test looked at, found in its source."""

import ast
import textwrap
from collections.abc import Iterator
from typing import Any

import pytest

# What an app can explain, by the attribute of the app that leads there: how many names follow.
EXPLAINED = {"components": 2, "queries": 2, "variables": 1, "page": 1}


def asserted(failure: pytest.ExceptionInfo[BaseException] | None, app: Any) -> list[str]:
    """Return the places of the app in the line that failed, such as `status.text` and `queries.orders.data`."""
    if failure is None:
        return []
    for entry in reversed(failure.traceback):
        names = {name for name, value in entry.frame.f_locals.items() if value is app}
        if names:
            return list(dict.fromkeys(places(str(entry.statement), names)))
    return []


def places(line: str, names: set[str]) -> Iterator[str]:
    """Yield the places that a statement reads from a variable that holds the app."""
    for node in ast.walk(parsed(line)):
        path = attributes(node)
        if len(path) > 2 and path[0] in names and len(path) >= 2 + EXPLAINED.get(path[1], len(path)):
            kept = path[2 : 2 + EXPLAINED[path[1]]]
            yield ".".join(kept if path[1] == "components" else [path[1], *kept])


def parsed(line: str) -> ast.AST:
    """Return a statement as a tree; the head of a block stands without its body."""
    text = textwrap.dedent(line)
    for attempt in (text, f"{text.rstrip()} pass"):
        try:
            return ast.parse(attempt)
        except SyntaxError:
            continue
    return ast.Module([], [])


def attributes(node: ast.AST) -> list[str]:
    """Return `app.components["status"].text` as its names."""
    if isinstance(node, ast.Name):
        return [node.id]
    if isinstance(node, ast.Attribute) and (owner := attributes(node.value)):
        return [*owner, node.attr]
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str):
        owner = attributes(node.value)
        return [*owner, node.slice.value] if owner else []
    return []
