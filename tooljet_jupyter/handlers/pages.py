"""Pages of the server: home, an app, its frame, the API reference, and the built assets."""

import asyncio
import json
import re
from html import escape
from typing import Any, ClassVar

from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.base.handlers import JupyterHandler
from tornado import web
from tornado.escape import url_escape
from tornado.web import StaticFileHandler

from ..errors import ToolJetError
from ..services import queries
from ..services.context import Actor, Context
from ..services.server import Server
from . import frames
from .assets import tags
from .identity import identify, server_of

LANGUAGE = "en"
HEAD = (
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<meta name="color-scheme" content="light dark">'
)
# A name, a name with a port, or all names below one: what may stand in a policy.
HOST = re.compile(r"(\*\.)?[A-Za-z0-9.-]+(:\d+)?")
HASHED = re.compile(r"-[\w-]{8}\.\w+$")


class Page(JupyterHandler):
    """An HTML page below `/tooljet/`, for somebody who is logged in."""

    path: ClassVar[str]

    @property
    def content_security_policy(self) -> str:
        """Scripts and styles of this server only, and frames of apps only."""
        return frames.host_policy(f"{self.request.protocol}://{self.request.host}{self.base_url}tooljet/frame/")

    async def get(self, **place: str) -> None:
        """Answer with the page."""
        if not self.current_user and await identify(self) is None:
            self.redirect_to_login()
            return
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Referrer-Policy", "same-origin")
        self.set_header("Cache-Control", "no-store")
        self.set_header("Cross-Origin-Opener-Policy", "same-origin")
        # Touching the token makes tornado set its cookie, which the page's requests must echo.
        self.xsrf_token  # noqa: B018
        self.finish(self.html(**place))

    def redirect_to_login(self) -> None:
        """Send a stranger to Jupyter's login and back."""
        self.redirect(f"{self.get_login_url()}?next={url_escape(self.request.uri or '/')}")

    def html(self, **place: str) -> str:
        """Return the document."""
        raise web.HTTPError(404)

    def document(self, entry: str, title: str, config: dict[str, Any], body: str) -> str:
        """Return a document that starts one of the built bundles with its configuration."""
        given = json.dumps({"baseUrl": self.base_url, **config}).replace("<", "\\u003c")
        return (
            f'<!doctype html><html lang="{LANGUAGE}"><head><meta charset="utf-8">'
            f"{HEAD}"
            f"<title>{escape(title)}</title>{tags(self.base_url, entry)}</head><body>{body}"
            f'<script type="application/json" id="tooljet-config">{given}</script></body></html>'
        )


class Home(Page):
    """Apps, data sources and queries of the workspace."""

    path = r""

    def html(self, **place: str) -> str:
        """Return the home page."""
        return self.document("home", "ToolJet", {}, '<div id="root"></div>')


class Viewer(Page):
    """A released app, or for builders any version of it."""

    path = r"apps/(?P<app>[\w-]+)(?:/(?P<page>[^/]+))?/?"

    def html(self, **place: str) -> str:
        """Return the page that hosts the app's frame."""
        version = self.get_query_argument("version", "")
        record = self.get_query_argument("record", "")
        config = {"app": place["app"], "page": place["page"] or "", "version": version, "record": record}
        frame = f"{self.base_url}tooljet/frame/{place['app']}"
        address = f"{frame}?version={url_escape(version)}" if version else frame
        return self.document("viewer", "ToolJet", config, frames.stage(address))


class Reference(Page):
    """The description of the API, to read and to try."""

    path = r"api/docs"

    def html(self, **place: str) -> str:
        """Return the reference page."""
        return self.document("reference", "ToolJet API", {}, '<div id="root"></div>')


class Frame(JupyterHandler):
    """The sandboxed document in which an app runs: it holds the names of the assets and nothing else.

    Its policy names the hosts that the app lists, so images may come from there.
    """

    path = r"frame/(?P<app>[\w-]*)"

    @web.authenticated
    async def get(self, app: str) -> None:
        """Answer with the document."""
        server = server_of(self)
        actor = await identify(self)
        hosts = await asyncio.get_running_loop().run_in_executor(
            server.threads, allowed_hosts, server, actor, app, self.get_query_argument("version", None)
        )
        static = f"{self.request.protocol}://{self.request.host}{self.base_url}tooljet/static/"
        self.set_header("Content-Security-Policy", frames.frame_policy(static, hosts))
        self.set_header("Content-Type", "text/html; charset=utf-8")
        for name, value in frames.FRAME_HEADERS.items():
            self.set_header(name, value)
        self.finish(
            f'<!doctype html><html lang="{LANGUAGE}"><head><meta charset="utf-8">'
            f"{HEAD}"
            f'<title>App</title>{tags(self.base_url, "frame")}</head><body><div id="root"></div></body></html>'
        )


def allowed_hosts(server: Server, actor: Actor | None, app: str, version: str | None) -> list[str]:
    """Return the hosts that an app lists; none for a frame without an app, as a notebook's is."""
    if not app or actor is None:
        return []
    with Context(server, actor) as ctx:
        try:
            return [host for host in queries.allowed_hosts(ctx, app, version) if HOST.fullmatch(host)]
        except ToolJetError:
            # The page around the frame asks for the same app and says what is wrong with it.
            return []


class Static(StaticFileHandler):
    """The built assets: no secret in them, and readable by the frame, whose origin is opaque."""

    @allow_unauthenticated
    async def get(self, path: str, include_body: bool = True) -> None:
        """Answer with a file."""
        await super().get(path, include_body)

    @allow_unauthenticated
    async def head(self, path: str) -> None:
        """Answer with the headers of a file."""
        await super().get(path, include_body=False)

    def set_default_headers(self) -> None:
        """The frame reads every answer, those that say "not found" or "not changed" too."""
        self.set_header("Access-Control-Allow-Origin", "*")
        self.set_header("X-Content-Type-Options", "nosniff")

    def set_extra_headers(self, path: str) -> None:
        """Files with a hash in their name never change."""
        if HASHED.search(path):
            self.set_header("Cache-Control", "public, max-age=31536000, immutable")
