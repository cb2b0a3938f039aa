"""What a Python package can add: folders of sources, queries watched, commands, identities."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pluggy

PROJECT = "tooljet_jupyter"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@dataclass(frozen=True)
class QueryCall:
    """One run as a hook sees it: never its values."""

    run: str
    query: str
    kind: str
    operation: str
    app: str | None
    user: str


@dataclass(frozen=True)
class QueryOutcome:
    """How a run ended: `status` is done, failed or cancelled."""

    status: str
    seconds: float
    row_count: int | None
    error: str | None


class Hooks:
    """The specifications; each is one function a package may implement."""

    @hookspec
    def register_source_folders(self) -> list[Path]:  # type: ignore[empty-body]
        """Return folders that hold one folder per kind of data source."""

    @hookspec
    def before_query(self, call: QueryCall) -> None:
        """Watch a run begin, or raise an error of `tooljet_jupyter.errors` to refuse it."""

    @hookspec
    def after_query(self, call: QueryCall, outcome: QueryOutcome) -> None:
        """Watch a run end."""

    @hookspec
    def register_commands(self, group: Any) -> None:
        """Add click commands to `jupyter tooljet`."""

    @hookspec(firstresult=True)
    def authenticate(self, headers: Mapping[str, str]) -> str | None:
        """Return the name of the user that the request's headers prove, or None."""


def hook_manager() -> pluggy.PluginManager:
    """Return a manager with every installed package that has a `tooljet_jupyter` entry point."""
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(Hooks)
    manager.load_setuptools_entrypoints(PROJECT)
    return manager
