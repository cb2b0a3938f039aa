"""`jupyter tooljet serve`: pages of apps and the REST API, without JupyterLab, kernels and files."""

import json
import socket
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from traitlets.config import Config

# By name, as Jupyter finds them: the extension and what it serves lie a floor above the commands.
PACKAGE = f"{__package__}".rpartition(".")[0]
SERVED = f"{PACKAGE}.served"
HEADLESS = f"{PACKAGE}.handlers.headless"
EXTENSION = "tooljet"
PORT = 8899
# Jupyter checks the form of its events' addresses with a grammar that takes a second to load, if it can be loaded.
SLOW = "rfc3987_syntax"
RETRIES = 50


@click.command(context_settings={"ignore_unknown_options": True})
@click.option(
    "--port", type=int, default=PORT, show_default=True, help="Port of the server; the next free one if taken."
)
@click.option(
    "--ip", default="127.0.0.1", show_default=True, help="Address to listen at; other machines reach another."
)
@click.option("--data-dir", type=click.Path(path_type=Path, file_okay=False), help="Data folder of the server.")
@click.argument("more", nargs=-1, type=click.UNPROCESSED)
def serve(port: int, ip: str, data_dir: Path | None, more: tuple[str, ...]) -> None:
    """Serve apps without JupyterLab: no kernels, no terminals, no files; further options are Jupyter's."""
    config = Config({"ServerApp": {"port": port, "ip": ip}})
    if data_dir:
        config.TooljetApp.data_dir = str(data_dir.expanduser().absolute())
    launch("HeadlessServer", list(more), config)


def embedded() -> None:
    """Serve the scripts that come; the first says on standard input what nobody else may read."""
    given: dict[str, Any] = json.loads(sys.stdin.readline())
    config = Config(
        {
            # What is in the files of this user's Jupyter is for their Lab: another port, a certificate, a proxy.
            "ServerApp": {
                "ip": "127.0.0.1", "port": free_port(), "port_retries": RETRIES, "base_url": "/", "certfile": "",
                "keyfile": "", "allow_root": True, "log_level": "WARN", "root_dir": given["room"],
                "identity_provider_class": "jupyter_server.auth.identity.IdentityProvider",
            },
            "IdentityProvider": {"token": given["token"]},
        }
    )  # fmt: skip
    launch("EmbeddedServer", [], config)


def launch(name: str, argv: list[str], config: Config) -> None:
    """Run one of the servers until it is stopped."""
    sys.modules.setdefault(SLOW, None)  # type: ignore[arg-type]
    # Loaded before, so that the server is open when it answers.
    import_module(SERVED)
    config.ServerApp.jpserver_extensions = {PACKAGE: True}
    config.ServerApp.open_browser = False
    config.ServerApp.reraise_server_extension_failures = True
    server = getattr(import_module(HEADLESS), name).instance(config=config)
    server.initialize(argv, starter_extension=EXTENSION, find_extensions=False)
    server.start()


def free_port() -> int:
    """Return a port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    embedded()
