"""Documentation that runs: every fenced Python block of the README and the docs, page by page, against a demo."""

import os
import re
import subprocess
import sys

import pytest

from tests.house.checkout import ROOT, name_of, pages
from tests.services.demo import TOKEN, demo
from tooljet_jupyter.drivers.catalog import Catalog
from tooljet_jupyter.drivers.driver import Run
from tooljet_jupyter.hooks import Hooks

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.M | re.S)
DOCS = ROOT / "tooljet_jupyter" / "docs"


def blocks(page, language="python"):
    """Return the fenced blocks of a language in the order of the page."""
    return [text for kind, text in BLOCK.findall(page.read_text()) if kind == language]


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """A running demo with a small shop."""
    with demo(tmp_path_factory.mktemp("docs-demo"), orders=500) as started:
        yield started


@pytest.mark.parametrize("page", [page for page in pages() if blocks(page)], ids=name_of)
def test_every_fenced_python_block_runs(page, running, tmp_path):
    program = tmp_path / "page.py"
    program.write_text("\n".join(blocks(page)))
    given = {**os.environ, "TOOLJET_URL": running.url, "TOOLJET_TOKEN": TOKEN}
    done = subprocess.run([sys.executable, str(program)], cwd=tmp_path, env=given, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_the_plugin_of_the_page_works(tmp_path):
    page = DOCS / "plugins.md"
    (tmp_path / "dice").mkdir()
    (tmp_path / "dice" / "plugin.toml").write_text(blocks(page, "toml")[0])
    (tmp_path / "dice" / "driver.py").write_text(f'"""Dice."""\n\n{blocks(page)[0]}')
    driver = Catalog([tmp_path]).open("dice", {"sides": 1})
    assert driver.run("throw", {"times": 2}, Run()).data == [{"eyes": 1}, {"eyes": 1}]


def test_every_hook_is_on_the_page_of_plugins_and_no_other():
    documented = set(re.findall(r"^\| `(\w+)\(", (DOCS / "plugins.md").read_text(), re.M))
    assert documented == {name for name in vars(Hooks) if not name.startswith("_")}


def test_every_page_is_reached_from_the_index():
    reached, waiting = set(), [DOCS / "index.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or page.suffix != ".md":
            continue
        reached.add(page)
        links = re.findall(r"\]\(([^)#:\s]+)", page.read_text())
        waiting += [(page.parent / link).resolve() for link in links if (page.parent / link).is_file()]
    assert {page.relative_to(DOCS).as_posix() for page in DOCS.glob("**/*.md")} == {
        page.relative_to(DOCS).as_posix() for page in reached if page.is_relative_to(DOCS)
    }
