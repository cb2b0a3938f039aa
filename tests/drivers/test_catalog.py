"""Plugins are found by where they lie and imported when they are opened."""

import sys

import pytest

from tooljet_jupyter.drivers.catalog import Catalog, builtin
from tooljet_jupyter.drivers.driver import Run
from tooljet_jupyter.errors import Invalid, MissingLibrary, NotFound

MANIFEST = """
kind = "{kind}"
title = "Echo"
category = "api"
driver = "driver:{driver}"
requires = ["surely-not-there>=1"]
connection = [{{ key = "times", label = "Times", widget = "number", default = 2 }}]
[operations.say]
title = "Say"
"""
DRIVER = """
from tooljet_jupyter.drivers.driver import Driver
from tooljet_jupyter.drivers.result import Result
from .words import WORD

class Echo(Driver):
    def run(self, operation, options, run):
        return Result([WORD] * self.options["times"])

    def test(self):
        return None
"""


@pytest.fixture
def plugin(tmp_path):
    def plugin(kind="echo", code=DRIVER, driver="Echo"):
        folder = tmp_path / kind
        folder.mkdir()
        (folder / "plugin.toml").write_text(MANIFEST.format(kind=kind, driver=driver))
        (folder / "driver.py").write_text(code)
        (folder / "words.py").write_text('WORD = "hello"')
        return Catalog([tmp_path])

    return plugin


def test_a_plugin_is_installed_by_existing(plugin):
    catalog = plugin()
    assert list(catalog.manifests) == ["echo"]
    assert catalog.open("echo", {"times": "3"}).run("say", {}, Run()).data == ["hello"] * 3


def test_reading_the_manifests_runs_no_code(plugin):
    assert plugin("broken", code="raise RuntimeError").manifest("broken").title == "Echo"


def test_a_missing_library_comes_with_the_line_that_installs_it(plugin):
    catalog = plugin("lacking", code="import surely_not_there")
    with pytest.raises(MissingLibrary) as caught:
        catalog.open("lacking", {})
    assert caught.value.detail == {
        "module": "surely_not_there",
        "install": 'pip install "surely-not-there>=1"',
    }


def test_a_class_that_is_no_driver_is_refused(plugin):
    with pytest.raises(Invalid, match="no driver class"):
        plugin(driver="WORD").open("echo", {})


def test_an_unknown_kind_is_not_found(plugin):
    with pytest.raises(NotFound):
        plugin().open("nothing", {})


def test_an_earlier_folder_wins(plugin, tmp_path):
    plugin()
    other = tmp_path / "other"
    (other / "echo").mkdir(parents=True)
    (other / "echo" / "plugin.toml").write_text(MANIFEST.format(kind="echo", driver="Echo").replace("Echo", "Other"))
    assert Catalog([tmp_path, other]).manifest("echo").title == "Echo"
    assert Catalog([other, tmp_path]).manifest("echo").title == "Other"


def test_a_plugin_that_was_added_later_is_found_after_a_refresh(plugin, tmp_path):
    catalog = plugin()
    plugin("second")
    assert "second" not in catalog.manifests
    catalog.refresh()
    assert "second" in catalog.manifests


def test_two_folders_of_one_kind_do_not_share_their_modules(plugin):
    plugin().open("echo", {})
    names = [name for name in sys.modules if name.startswith("tooljet_plugin_echo_") and name.endswith(".driver")]
    assert len(set(names)) == len(names)


def test_the_products_own_plugins_have_icons():
    catalog = builtin()
    assert all(catalog.icon(kind).startswith(b"<svg") for kind in catalog.manifests)
