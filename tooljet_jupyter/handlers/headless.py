"""Jupyter's server without what a notebook needs: pages of apps and the REST API, nothing else answers."""

import asyncio
import json
from contextlib import suppress
from typing import Any

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.serverapp import ServerApp
from jupyter_server.utils import url_path_join
from sqlalchemy.engine import make_url
from tornado import web
from tornado.ioloop import IOLoop
from tornado.iostream import StreamClosedError
from traitlets import default

# How long a server that was started for a script waits for the first, and for the next.
FIRST_SECONDS = 30.0
NEXT_SECONDS = 1.0


class HeadlessServer(ServerApp):
    """A server for apps: no kernels, no terminals, no files, no notebooks; on this machine only unless told."""

    name = "jupyter-tooljet-serve"
    default_services = ("auth", "security")  # type: ignore[assignment]

    @default("ip")
    def _default_ip(self) -> str:
        return "127.0.0.1"

    @default("no_browser_open_file")
    def _default_no_browser_open_file(self) -> bool:
        return True

    @default("allow_unauthenticated_access")
    def _default_allow_unauthenticated_access(self) -> bool:
        return False

    def server_info(self) -> dict[str, Any]:
        """Return what others on this machine read to find the server."""
        return {**super().server_info(), "headless": True}


class EmbeddedServer(HeadlessServer):
    """A server for scripts: it ends when the last of them has, however they end."""

    name = "jupyter-tooljet-embedded"
    guests = 0

    def initialize(self, *given: Any, **named: Any) -> None:
        """Add the address at which scripts stay while they live."""
        super().initialize(*given, **named)
        path = url_path_join(self.base_url, "tooljet-guest")
        self.web_app.add_handlers(".*$", [(path, Guest, {"host": self})])  # type: ignore[no-untyped-call]
        IOLoop.current().add_callback(self.announce)

    def announce(self) -> None:
        """Tell the script that started us where we are, and wait for it."""
        place = self.web_app.settings["tooljet"].place
        data = make_url(place.db_url).render_as_string() if place.db_url else str(place.data_dir)
        print(json.dumps({**self.server_info(), "data": data}), flush=True)
        IOLoop.current().call_later(FIRST_SECONDS, self.end_alone)

    def server_info(self) -> dict[str, Any]:
        """Return what others on this machine read to find the server."""
        return {**super().server_info(), "embedded": True}

    def come(self) -> None:
        """Count a script that lives."""
        self.guests += 1

    def go(self) -> None:
        """Count one that ended; the next may be about to come."""
        self.guests -= 1
        IOLoop.current().call_later(NEXT_SECONDS, self.end_alone)

    def end_alone(self) -> None:
        """Stop when nobody is left."""
        if not self.guests:
            self.stop()


class Guest(JupyterHandler):
    """A connection that a script holds while it lives; the system closes it even for one that is killed."""

    def initialize(self, *, host: EmbeddedServer) -> None:
        """Take the server that counts."""
        self.host = host
        self.gone = asyncio.Event()

    @web.authenticated
    async def get(self) -> None:
        """Answer with nothing, for as long as the script is there."""
        self.host.come()
        try:
            self.write(b"\n")
            with suppress(StreamClosedError):
                await self.flush()
                await self.gone.wait()
        finally:
            self.host.go()

    def on_connection_close(self) -> None:
        """Let go."""
        self.gone.set()
