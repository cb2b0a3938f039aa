"""The rules for files: where they lie, what they are called, how long they are, and what is never in them."""

import ast
import json
import re
import tomllib

import pytest

from tests.house.checkout import CODE, ROOT, code, files, name_of, version

FOLDERS = {"tooljet_jupyter", "labextension", "plugins", "marketplace", "migrations", "examples", "tests"}
LINES = 400
SAY_NOTHING = {"util", "utils", "helper", "helpers", "common", "misc"}
MACHINE = re.compile(r"(?<![\w.:/-])/(?:root|work|home/\w+|Users/\w+)/")


def test_the_top_level_folders_are_a_closed_list():
    top = {path.relative_to(ROOT).parts[0] for path in files() if path.parent != ROOT}
    assert {name for name in top if not name.startswith(".")} <= FOLDERS


def test_no_file_is_longer_than_400_lines():
    long = {name_of(path): count for path in code() if (count := path.read_text().count("\n")) > LINES}
    assert long == {}


def test_every_file_says_in_its_first_line_what_it_is_for():
    assert [name_of(path) for path in code() if not introduced(path)] == []


def introduced(path):
    """Say whether the file opens with a sentence."""
    text = path.read_text()
    if path.suffix == ".py":
        words = ast.get_docstring(ast.parse(text)) or ""
    else:
        words = text.lstrip() if text.startswith(("/**", "//")) else ""
    # A handler's sentence is its address.
    return len(words.split()) > 2 or words.startswith("/tooljet/")


def test_a_name_says_what_is_in_the_file():
    assert [name_of(path) for path in files() if path.suffix in CODE and path.stem in SAY_NOTHING] == []


def test_nothing_knows_the_machine_it_was_written_on():
    assert [line for path in files() for line in machine_lines(path)] == []


def machine_lines(path):
    """Yield the lines that hold a path of somebody's machine; files that are not text hold none."""
    try:
        text = path.read_text()
    except UnicodeDecodeError:
        return
    for number, line in enumerate(text.splitlines(), 1):
        if MACHINE.search(line):
            yield f"{name_of(path)}:{number}: {line.strip()[:80]}"


def test_the_lock_files_name_no_registry():
    assert re.findall(r"https?://\S+|file:\S+|--index\S*", (ROOT / "requirements.lock").read_text()) == []
    packages = json.loads((ROOT / "labextension/package-lock.json").read_text())["packages"].values()
    assert {entry["resolved"] for entry in packages if "://" in entry.get("resolved", "")} == set()


@pytest.mark.parametrize("path", sorted(ROOT.glob("labextension/packages/*/package.json")), ids=name_of)
def test_every_package_has_the_version_of_the_distribution(path):
    assert json.loads(path.read_text())["version"] == version()


def test_the_lock_file_knows_every_requirement():
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    every = [
        *asked["dependencies"],
        *(name for extra in asked["optional-dependencies"].values() for name in extra),
    ]
    locked = {canonical(line) for line in (ROOT / "requirements.lock").read_text().splitlines()}
    assert {canonical(line) for line in every} - {"tooljet-jupyter"} <= locked


def canonical(requirement):
    """Return the name of the package, as package indexes spell it."""
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower().replace("_", "-")
