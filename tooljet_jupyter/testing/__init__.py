"""A pytest plugin: tests of apps (`app`, `load_app`), and `pytest --tooljet-plugin DIR` for authors of data sources."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from .apps import app, load_app
from .compare import pytest_assertrepr_compare
from .report import pytest_runtest_makereport
from .results import Results

__all__ = ["app", "load_app", "pytest_assertrepr_compare", "pytest_runtest_makereport"]

CONFORMANCE = Path(__file__).with_name("conformance.py")
MARKER = (
    "tooljet(app, **options): the app that the test is about, by file, folder or address on the server; "
    "the options are those of `tooljet_jupyter.load`"
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options that choose an app and a server, or a plugin and a source to try it on."""
    group = parser.getgroup("tooljet", "ToolJet for Jupyter")
    group.addoption("--tooljet-app", metavar="APP", help="the app of tests that name none: file, folder or address")
    group.addoption("--tooljet-url", metavar="URL", help="the server to load apps from and to run real queries on")
    group.addoption("--tooljet-token", metavar="TOKEN", help="token for that server; TOOLJET_TOKEN when left out")
    group.addoption("--tooljet-record", action="store_true", help="record the cassettes of recorded queries anew")
    group.addoption("--tooljet-results", metavar="FILE", help="write how the tests went into a JSON file")
    group.addoption("--tooljet-plugin", metavar="DIR", help="run the conformance suite on the plugin in this folder")
    group.addoption(
        "--tooljet-source",
        metavar="FILE",
        help="a TOML file with connection options of a real server to try it on",
    )
    parser.addini("tooljet_app", "the app of tests that name none: file, folder or address")


def pytest_configure(config: pytest.Config) -> None:
    """Say what the marker means; collect the conformance suite instead of own tests when a plugin is named."""
    config.addinivalue_line("markers", MARKER)
    if config.getoption("--tooljet-plugin"):
        config.args[:] = [str(CONFORMANCE)]
    if config.getoption("--tooljet-record") and config.getoption("numprocesses", None):
        raise pytest.UsageError("--tooljet-record writes one cassette after the other: leave out -n")
    written = config.getoption("--tooljet-results")
    # The workers of pytest-xdist report to the process that has the whole picture.
    if written and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Results(Path(written)))


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
