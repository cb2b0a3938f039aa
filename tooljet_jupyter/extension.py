"""TooljetApp: settings in, routes out, and the objects all requests share."""

import asyncio
import os
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from getpass import getuser
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jupyter_core.paths import jupyter_data_dir
from jupyter_server.extension.application import ExtensionApp
from jupyter_server.utils import url_path_join
from tornado.ioloop import IOLoop, PeriodicCallback
from tornado.routing import PathMatches, Rule
from traitlets import Bool, Float, Int, List, Unicode, default

from . import __version__
from .handlers.early import Early
from .services.access import BUILDER
from .services.place import Limits, Place

if TYPE_CHECKING:
    from .services.server import Server

Opened = tuple["Server", list[tuple[Any, ...]]]
# Loaded when Jupyter answers already: its start does not wait for the product's libraries.
SERVED = f"{__package__}.served"
# A kernel's token outlives a working day; a running server renews the one that new kernels get every hour.
KERNEL_TOKEN_SECONDS = 36 * 3600
RENEW_MILLISECONDS = 3600 * 1000
SWEEP_MILLISECONDS = 60 * 1000


class TooljetApp(ExtensionApp):
    """ToolJet for Jupyter."""

    name = "tooljet"
    app_name = "ToolJet for Jupyter"
    version = __version__
    extension_url = "/tooljet/"
    load_other_extensions = True

    db_url = Unicode(
        "",
        help="Address of the metadata database, SQLite or PostgreSQL; empty: a SQLite file in data_dir.",
    ).tag(config=True)
    data_dir = Unicode(help="Folder for the embedded database, the key file and the ToolJet Database.").tag(config=True)
    key_file = Unicode("", help="File with the encryption keys; empty: secret.key in data_dir.").tag(config=True)
    redis_url = Unicode(
        "", help="Address of the Redis that tells several servers of changes; empty: this server is alone."
    ).tag(config=True)
    owner = Unicode(help="Name of the user behind Jupyter's own token or password; default: the server's account.").tag(
        config=True
    )
    source_folders = List(
        Unicode(),
        help="Folders with more kinds of data source, one folder per kind; they win over the built-in ones.",
    ).tag(config=True)
    query_threads = Int(16, min=1, help="How many requests are worked on at the same time.").tag(config=True)
    query_timeout_seconds = Float(60.0, help="Seconds after which a query is cancelled in its database.").tag(
        config=True
    )
    max_rows = Int(100_000, min=1, help="Rows after which a result is cut off and marked as truncated.").tag(
        config=True
    )
    max_bytes = Int(50_000_000, min=1000, help="Bytes after which a result is cut off and marked as truncated.").tag(
        config=True
    )
    max_stream_bytes = Int(
        10_000_000_000,
        min=1000,
        help="Bytes after which rows on their way to a notebook are cut off and marked as truncated.",
    ).tag(config=True)
    stream_timeout_seconds = Float(
        3600.0, help="Seconds that rows may be on their way to a notebook, once the first of them are there."
    ).tag(config=True)
    allow_private_addresses = Bool(
        True, help="Whether REST sources and apps may reach loopback and private network addresses."
    ).tag(config=True)

    @default("data_dir")
    def _default_data_dir(self) -> str:
        return str(Path(jupyter_data_dir()) / "tooljet")

    @default("owner")
    def _default_owner(self) -> str:
        return getuser()

    def initialize_settings(self) -> None:
        """Open the server when the loop runs; one whose libraries are loaded already is open at once."""
        self._routines = [
            PeriodicCallback(self.invite_kernels, RENEW_MILLISECONDS),
            PeriodicCallback(self.tidy, SWEEP_MILLISECONDS),
        ]
        self.server: Server | None = None
        self._opening: Future[None] = Future()
        self._begun = SERVED in sys.modules
        if self._begun:
            self._serve(*import_module(SERVED).opened(self.place(), self.limits()))
        else:
            # Not before: until the loop runs, a thread would only keep Python's lock from Jupyter's start.
            IOLoop.current().add_callback(self._open)

    def initialize_handlers(self) -> None:
        """Let requests below `/tooljet/` wait until the server is open."""
        self.handlers.append((r"/tooljet/.*", Early, {"opening": self._opening}))

    async def stop_extension(self) -> None:
        """Let go of connections and write the last records."""
        for routine in self._routines:
            routine.stop()
        if self._begun:
            await asyncio.wait([asyncio.wrap_future(self._opening)])
        if self.server:
            self.server.close()

    async def _open(self) -> None:
        """Open the server in a thread, then let go on who waits for it."""
        self._begun = True
        place, limits = self.place(), self.limits()
        with ThreadPoolExecutor(1, thread_name_prefix="tooljet-opening") as threads:
            opened: Future[Opened] = threads.submit(lambda: import_module(SERVED).opened(place, limits))
            await asyncio.wait([asyncio.wrap_future(opened)])
        if error := opened.exception():
            self.log.error("ToolJet could not start: %s", error, exc_info=error)
            self._opening.set_exception(error)
        else:
            self._serve(*opened.result())

    def _serve(self, server: "Server", routes: list[tuple[Any, ...]]) -> None:
        """Put the shared objects and the routes in their places, the routes before all others of the server."""
        assert self.serverapp
        self.server = server
        web_app = self.serverapp.web_app
        # Jupyter copies the extension's settings, in which its name stands for itself, over those of the application.
        self.settings["tooljet"] = web_app.settings["tooljet"] = server
        base = web_app.settings["base_url"]
        ours = [(url_path_join(base, path), *rest) for path, *rest in routes]
        router = web_app.default_router
        router.rules.insert(0, router.process_rule(Rule(PathMatches(url_path_join(base, r"/tooljet/.*")), ours)))
        for routine in self._routines:
            routine.start()
        # The port is known for sure once the loop runs.
        IOLoop.current().add_callback(self.invite_kernels)
        self._opening.set_result(None)

    def place(self) -> Place:
        """Return where the server keeps its things."""
        return Place(
            data_dir=Path(self.data_dir).expanduser(),
            db_url=self.db_url,
            key_file=Path(self.key_file).expanduser() if self.key_file else None,
            redis_url=self.redis_url,
            owner=self.owner,
            source_folders=tuple(Path(path).expanduser() for path in self.source_folders),
        )

    def limits(self) -> Limits:
        """Return what a run may take."""
        return Limits(
            query_threads=self.query_threads,
            query_timeout_seconds=self.query_timeout_seconds,
            max_rows=self.max_rows,
            max_bytes=self.max_bytes,
            max_stream_bytes=self.max_stream_bytes,
            stream_timeout_seconds=self.stream_timeout_seconds,
            allow_private_addresses=self.allow_private_addresses,
        )

    def tidy(self) -> None:
        """Close connections that nobody has used for a while."""
        if self.server:
            self.server.pool.sweep()

    def invite_kernels(self) -> None:
        """Give kernels that start from now on a way home: an address, and a token of their own."""
        assert self.server
        os.environ["TOOLJET_URL"] = self.serverapp.connection_url if self.serverapp else ""
        os.environ["TOOLJET_TOKEN"] = self.server.tokens.issue(
            self.owner, lifetime_seconds=KERNEL_TOKEN_SECONDS, scopes=BUILDER
        )


def main(argv: list[str] | None = None, **given: Any) -> None:
    """Start a Jupyter server with this extension."""
    TooljetApp.launch_instance(argv, **given)  # type: ignore[no-untyped-call]
