"""Finds what Python code reads of the app's state: `components.search` in `components.search["value"]`."""

import ast
import json
from collections.abc import Iterator

from ..errors import BadTemplate

ROOTS = frozenset({"components", "queries", "variables", "globals", "page", "parameters", "constants"})

# These hold one object per name, and only those that are read need to be sent.
NAMED = frozenset({"components", "queries"})

# Top-level `await` is allowed where the code runs.
FLAGS = ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT


def roots(code: str) -> list[str]:
    """The expressions whose values the code needs, in the order in which they first appear."""
    found = [expression for _, expression in sorted(reads(parse(code)))]
    whole = NAMED.intersection(found)
    return [e for e in dict.fromkeys(found) if e in whole or not e.startswith(tuple(whole))]


def parse(code: str) -> ast.AST:
    try:
        tree: ast.AST = compile(code, "<query>", "exec", FLAGS)
    except SyntaxError as error:
        raise BadTemplate(f"Not Python: {error.msg} in line {error.lineno}", line=error.lineno) from error
    except ValueError as error:
        raise BadTemplate(f"Not Python: {error}", line=None) from error
    return tree


def reads(tree: ast.AST) -> Iterator[tuple[tuple[int, int], str]]:
    """The place and the expression of every root that is read."""
    taken: set[int] = set()
    for node in ast.walk(tree):  # parents come before their children
        if isinstance(node, (ast.Attribute, ast.Subscript)) and (expression := member(node)):
            taken.add(id(node.value))
            yield (node.lineno, node.col_offset), expression
        elif isinstance(node, ast.Name) and node.id in ROOTS and id(node) not in taken and is_read(node):
            yield (node.lineno, node.col_offset), node.id


def is_read(node: ast.Name) -> bool:
    return isinstance(node.ctx, ast.Load)


def member(node: ast.Attribute | ast.Subscript) -> str | None:
    """`components.a` or `components["a b"]` as an expression, None for a member of anything else."""
    if not isinstance(node.value, ast.Name) or node.value.id not in NAMED:
        return None
    name = node.attr if isinstance(node, ast.Attribute) else constant(node.slice)
    if name is None:
        return None
    return f"{node.value.id}.{name}" if name.isidentifier() else f"{node.value.id}[{json.dumps(name)}]"


def constant(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
