"""Rights: what a handler calls asks for one in its first line."""

import ast

import pytest

from tests.house.checkout import ROOT

SERVICES = ROOT / "tooljet_jupyter" / "services"
HANDLERS = ROOT / "tooljet_jupyter" / "handlers"
# What may be called without a right, each with its reason.
FREE = {
    "health.show": "load balancers are nobody",
    "users.me": "everybody may know who they are",
}


def called():
    """Return every `noun.function` that an endpoint calls with its context."""
    found = set()
    for path in HANDLERS.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
                owner, first = node.func.value, node.args[0]
                if isinstance(owner, ast.Name) and isinstance(first, ast.Name) and first.id == "ctx":
                    found.add(f"{owner.id}.{node.func.attr}")
    return sorted(found)


def asks(name):
    """Say whether a service function asks for a right before anything else."""
    noun, _, function = name.partition(".")
    tree = ast.parse((SERVICES / f"{noun}.py").read_text())
    body = next(node.body for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == function)
    return ast.unparse(body[1]).startswith("ctx.require(")


@pytest.mark.parametrize("name", [name for name in called() if name not in FREE])
def test_a_service_asks_for_a_right_first(name):
    assert asks(name)


@pytest.mark.parametrize("name", FREE)
def test_an_exemption_is_still_needed(name):
    assert name in called()
    assert not asks(name)
