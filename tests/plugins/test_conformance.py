"""The conformance suite on every plugin that comes with the product."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tooljet_jupyter.resources import folder
from tooljet_jupyter.testing.conformance import *  # noqa: F403

PLUGINS = sorted(path.parent for path in folder("plugins").glob("*/plugin.toml"))


@pytest.fixture(params=PLUGINS, ids=lambda path: path.name)
def plugin_folder(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.fixture
def live_options(request: pytest.FixtureRequest, plugin_folder: Path, tmp_path: Path):
    if plugin_folder.name == "sqlite":
        return {"path": str(tmp_path / "shop.db"), "create": True}
    if plugin_folder.name == "tooljetdb":
        return {"path": str(tmp_path / "tables.db")}
    if plugin_folder.name == "postgresql":
        return address(request.getfixturevalue("postgresql_url"))
    pytest.skip(f"no server for {plugin_folder.name} here")


def address(url: str):
    """The URL of a server as the options of a source."""
    parts = urlsplit(url)
    return {
        "host": parts.hostname,
        "port": parts.port,
        "database": parts.path.strip("/"),
        "username": parts.username,
        "password": parts.password,
        "ssl_enabled": False,
    }
