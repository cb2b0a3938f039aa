"""Plugins see drivers and errors, nothing else of the package; the floors inside it are import-linter's."""

import ast

import pytest

from tests.house.checkout import ROOT, files, name_of

ALLOWED = ("tooljet_jupyter.drivers", "tooljet_jupyter.errors")
PLUGINS = [path for path in files() if path.suffix == ".py" and path.is_relative_to(ROOT / "plugins")]
PLUGINS += [path for path in files() if path.suffix == ".py" and path.is_relative_to(ROOT / "marketplace")]


@pytest.mark.parametrize("path", PLUGINS, ids=name_of)
def test_a_plugin_imports_only_drivers_and_errors(path):
    inside = [name for name in imports(path) if name.split(".")[0] == "tooljet_jupyter"]
    assert [name for name in inside if not f"{name}.".startswith(tuple(f"{module}." for module in ALLOWED))] == []


def imports(path):
    """Yield the full name of every module the file imports, `from package import module` included."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            whole = node.module == "tooljet_jupyter"
            yield from (f"{node.module}.{alias.name}" if whole else node.module for alias in node.names)
