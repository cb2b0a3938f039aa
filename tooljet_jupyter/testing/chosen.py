"""Which app a test means: what its marker says, the option, or the one exported app beside it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

APP = "app.json"
# What only an exported app says, when it is one file.
EXPORTED = re.compile(rb'"tooljetJupyter"\s*:')
CASSETTES = "cassettes"


def marked(request: pytest.FixtureRequest) -> tuple[Any, dict[str, Any]]:
    """Return what a test says about its app: the app, and the options to load it with."""
    markers = list(request.node.iter_markers("tooljet"))
    named = [marker.args[0] for marker in markers if marker.args]
    # The nearest marker counts: that of a test before that of its class and module.
    options = {key: value for marker in reversed(markers) for key, value in marker.kwargs.items()}
    return (named[0] if named else None), options


def target_of(request: pytest.FixtureRequest, named: Any) -> Any:
    """Return what to load: an app that is there already, a path, or an address on the server."""
    config = request.config
    if named is not None:
        return found(named, [request.path.parent, config.rootpath])
    if chosen := config.getoption("--tooljet-app"):
        return found(chosen, [config.invocation_params.dir, config.rootpath])
    if chosen := config.getini("tooljet_app"):
        return found(chosen, [config.rootpath])
    return beside(request.path.parent, config.rootpath)


def found(named: Any, folders: list[Path]) -> Any:
    """Return the file or folder that is meant; what is neither is an address on the server."""
    if not isinstance(named, str | Path):
        return named
    for folder in folders:
        for path in (folder / named, folder / f"{named}.json"):
            if is_exported(path):
                return path
    if isinstance(named, Path) or "/" in named or named.endswith(".json"):
        pytest.fail(f"There is no exported app at {named}", pytrace=False)
    return named


def beside(folder: Path, root: Path) -> Path:
    """Return the one exported app that lies beside the tests, or that they lie in."""
    around = [place for place in (folder, *folder.parents) if place.is_relative_to(root) and (place / APP).is_file()]
    if around:
        return around[0]
    apps = list(exported(folder))
    if len(apps) == 1:
        return apps[0]
    which = f"there are {', '.join(path.name for path in apps)}" if apps else "no exported app lies beside it"
    pytest.fail(
        f"Which app is this test about ({which})? Say it: "
        f'@pytest.mark.tooljet("orders"), or pytest --tooljet-app orders, or tooljet_app in your pytest settings',
        pytrace=False,
    )


def exported(folder: Path) -> Iterator[Path]:
    """Yield the exported apps of a folder."""
    for path in sorted(folder.iterdir()):
        if (path.is_dir() or path.suffix == ".json") and is_exported(path):
            yield path


def is_exported(path: Path) -> bool:
    """Say whether a path is an exported app: a folder made for git, or a file."""
    if path.is_dir():
        return (path / APP).is_file()
    return path.is_file() and EXPORTED.search(path.read_bytes()) is not None


def cassette_of(request: pytest.FixtureRequest, named: str | Path | None) -> Path:
    """Return where the answers of a test's recorded queries are kept."""
    if named is not None:
        return Path(request.path.parent / named)
    name = re.sub(r"[^\w-]+", "-", request.node.name).strip("-")
    return request.path.parent / CASSETTES / f"{request.path.stem}.{name}.json"
