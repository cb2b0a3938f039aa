"""The fixtures `app` and `load_app`: apps without a browser, opened for a test and closed after it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from .chosen import cassette_of, marked, target_of

if TYPE_CHECKING:
    from ..headless.app import HeadlessApp
    from ..notebook.workspace import Workspace

Load = Callable[..., "HeadlessApp"]
OPENED = pytest.StashKey[list["HeadlessApp"]]()
WORKSPACE = pytest.StashKey["Workspace"]()
FAILED = pytest.StashKey[bool]()
FORGOTTEN = pytest.StashKey[set[Path]]()


@pytest.fixture
def load_app(request: pytest.FixtureRequest) -> Iterator[Load]:
    """Open apps as `tooljet_jupyter.load` does; all of them are closed after the test."""
    opened = request.node.stash.setdefault(OPENED, [])
    closing = ExitStack()

    def load(target: Any = None, **options: Any) -> "HeadlessApp":
        # Here, because every pytest of this environment imports the plugin, whether it tests apps or not.
        from ..notebook.load import load as open_app

        given = completed(request, options)
        cassette = given.get("cassette")
        if cassette and not cassette.exists():
            closing.callback(drop, request.node, cassette)
        made = open_app(target_of(request, target), **given)
        closing.callback(made.close)
        opened.append(made)
        return made

    with closing:
        yield load


@pytest.fixture
def app(request: pytest.FixtureRequest, load_app: Load) -> "HeadlessApp":
    """The app of the test: the one its marker names, else of `--tooljet-app`, else the exported one beside it."""
    target, options = marked(request)
    return load_app(target, **options)


def completed(request: pytest.FixtureRequest, options: dict[str, Any]) -> dict[str, Any]:
    """Return the options to load an app with: those given, the server that was named, a place for the cassette."""
    config = request.config
    given = {**options}
    if "workspace" not in given and (config.getoption("--tooljet-url") or config.getoption("--tooljet-token")):
        given["workspace"] = workspace(config)
    if given.get("queries") == "recorded" or "cassette" in given:
        path = cassette_of(request, given.get("cassette"))
        given["cassette"] = path
        if config.getoption("--tooljet-record"):
            forget(config, path)
        if not path.exists() and "workspace" not in given:
            # To record, a server has to answer, for an app in a file too.
            given["workspace"] = workspace(config)
    return given


def drop(test: pytest.Item, cassette: Path) -> None:
    """Delete a recording that was made just now where its test failed: it would fail for ever."""
    if test.stash.get(FAILED, False):
        cassette.unlink(missing_ok=True)


def workspace(config: pytest.Config) -> "Workspace":
    """Return the workspace on the named server, connected once."""
    from ..notebook.connection import connect

    if WORKSPACE not in config.stash:
        url, token = config.getoption("--tooljet-url"), config.getoption("--tooljet-token")
        config.stash[WORKSPACE] = connect(url, token, start=False)
    return config.stash[WORKSPACE]


def forget(config: pytest.Config, cassette: Path) -> None:
    """Delete a cassette the first time that a test of this session asks for it, so that it is recorded anew."""
    forgotten = config.stash.setdefault(FORGOTTEN, set())
    if cassette not in forgotten:
        cassette.unlink(missing_ok=True)
    forgotten.add(cassette)
