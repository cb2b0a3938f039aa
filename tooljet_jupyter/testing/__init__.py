"""A pytest plugin for authors: `pytest --tooljet-plugin DIR` tries whether a source keeps its promises."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

CONFORMANCE = Path(__file__).with_name("conformance.py")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options that choose a plugin and a server to try it on."""
    group = parser.getgroup("tooljet", "plugins of ToolJet for Jupyter")
    group.addoption("--tooljet-plugin", metavar="DIR", help="run the conformance suite on the plugin in this folder")
    group.addoption(
        "--tooljet-source",
        metavar="FILE",
        help="a TOML file with connection options of a real server to try it on",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Collect the suite instead of the author's own tests when a plugin is named."""
    if config.getoption("--tooljet-plugin"):
        config.args[:] = [str(CONFORMANCE)]


@pytest.fixture
def plugin_folder(pytestconfig: pytest.Config) -> Path:
    """The plugin under test."""
    chosen = pytestconfig.getoption("--tooljet-plugin")
    if not chosen:
        pytest.skip("choose a plugin: --tooljet-plugin DIR")
    return Path(chosen).resolve()


@pytest.fixture
def live_options(pytestconfig: pytest.Config) -> dict[str, Any]:
    """Connection options of a real server."""
    chosen = pytestconfig.getoption("--tooljet-source")
    if not chosen:
        pytest.skip("no server to try it on: --tooljet-source FILE")
    return tomllib.loads(Path(chosen).read_text("utf-8"))
