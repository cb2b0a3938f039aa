"""What every command is told: which server or which database, and how to answer."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from traitlets.config import Config

from ..errors import ToolJetError
from ..notebook.client import Client
from ..notebook.connection import connect
from ..services.server import Place
from .local import Local
from .secret import ask

# By name, as Jupyter finds them: the extension and what it serves lie a floor above the commands.
PACKAGE = "tooljet_jupyter"
SERVED = f"{PACKAGE}.served"
# The base address of requests that never leave the process.
HERE = "http://localhost/"


@dataclass(frozen=True)
class Reach:
    """Where a command works and how it answers."""

    json: bool
    url: str | None
    token: str | None
    config: Path | None
    data_dir: Path | None

    @contextmanager
    def client(self) -> Iterator[Client]:
        """Open the API: of the named server, of one that runs here, or on the database itself."""
        client = self.remote() or self.local()
        try:
            yield client
        finally:
            client.close()

    def remote(self) -> Client | None:
        """Return the API of a server, or None where none was named and none runs."""
        if self.url:
            return connect(self.url, self.given_token()).client
        if self.config or self.data_dir:
            return None
        try:
            return connect(None, self.given_token(), start=False).client
        except ToolJetError:
            return None

    def local(self) -> Client:
        """Return the API on the database, without a server."""
        settings = self.settings()
        server, routes = import_module(SERVED).opened(settings.place(), settings.limits())
        return Client(HERE, transport=Local(server, routes))

    def place(self) -> Place:
        """Return where the database and the keys are, for what only somebody at the machine may do."""
        if self.url:
            raise click.UsageError("This works on the database itself: run it where the server runs")
        found: Place = self.settings().place()
        return found

    def settings(self) -> Any:
        """Return the extension with the settings that Jupyter would start it with."""
        extension = import_module(PACKAGE)._jupyter_server_extension_points()[0]["app"]
        # Loud: a mistake in a file is said once, by the command, and not in a log with a stack.
        loud = {"raise_config_file_errors": True}
        jupyter = extension.serverapp_class(config_file=str(self.config or ""), **loud)
        jupyter.load_config_file()
        app = extension(serverapp=jupyter, **loud)
        app.load_config_file()
        app.update_config(jupyter.config)
        if self.data_dir:
            app.update_config(Config({type(app).__name__: {"data_dir": str(self.data_dir)}}))
        return app

    def given_token(self) -> str | None:
        """Return the token, asked for where `-` was given."""
        return ask("Token") if self.token == "-" else self.token


OPTIONS = (
    click.option("--json", "as_json", is_flag=True, help="Answer for programs, as JSON."),
    click.option("--url", help="Address of a server; left out: one that runs here, else the database."),
    click.option("--token", help="Token for the server, `-` to be asked; left out: TOOLJET_TOKEN or the server's own."),
    click.option(
        "--config",
        type=click.Path(path_type=Path, exists=True, dir_okay=False, resolve_path=True),
        help="Configuration file of Jupyter to work by, without a server.",
    ),
    click.option(
        "--data-dir",
        type=click.Path(path_type=Path, file_okay=False, resolve_path=True),
        help="Data folder to work on, without a server.",
    ),
)


def reaches(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that all have, as its first argument `reach`."""

    @wraps(command)
    def told(
        as_json: bool,
        url: str | None,
        token: str | None,
        config: Path | None,
        data_dir: Path | None,
        **given: Any,
    ) -> None:
        click.get_current_context().meta["json"] = as_json
        command(Reach(as_json, url, token, config, data_dir), **given)

    for option in reversed(OPTIONS):
        told = option(told)
    return told
