"""/tooljet/api/sources/{source}/login"""

import asyncio
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from html import escape

from jupyter_server.base.handlers import JupyterHandler

from ..errors import Invalid, ToolJetError
from ..services import logins
from ..services.context import Context
from ..wire.base import Done
from ..wire.logins import LoginReply, LoginStarted, StartLogin
from .base import Handler, endpoint
from .identity import identify, server_of
from .pages import LANGUAGE, Page

CALLBACK = "oauth/callback"
# Tells the page that waits for the login, and goes away.
CLOSING = 'new BroadcastChannel("tooljet-login").postMessage("done"); window.close();'
POLICY = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'"


class Login(Handler):
    path = r"sources/(?P<source>[^/]+)/login"

    @endpoint
    def get(self, ctx: Context, source: str, ask_environment: str | None) -> LoginReply:
        """Say whether somebody logged in at a data source."""
        return logins.show(ctx, source, ask_environment)

    @endpoint
    def post(self, ctx: Context, source: str, body: StartLogin) -> LoginStarted:
        """Begin a login at a data source: return the page at which the user logs in."""
        return logins.start(ctx, source, environment=body.environment, redirect=callback_url(self))

    @endpoint
    def delete(self, ctx: Context, source: str, ask_environment: str | None) -> Done:
        """Log out at a data source."""
        return logins.forget(ctx, source, ask_environment)


class LoginStart(Page):
    """Send the user to the page at which they log in; the address in `NeedsLogin` leads here."""

    path = r"oauth/start"

    @property
    def content_security_policy(self) -> str:
        """Nothing: there is only a message, where something went wrong."""
        return POLICY

    async def get(self, **place: str) -> None:
        """Send the user on."""
        await answered(self, self.step)

    def step(self, ctx: Context) -> str:
        """Begin the login, and name the page it goes on at."""
        source = self.get_query_argument("source", "")
        environment = self.get_query_argument("environment", None)
        begun = logins.start(ctx, source, environment=environment, redirect=callback_url(self))
        self.set_status(302)
        self.set_header("Location", begun.url)
        return ""


class LoginCallback(Page):
    """Where the source sends the user back to, with a code."""

    path = CALLBACK

    @property
    def content_security_policy(self) -> str:
        """Nothing but the one script that closes the window."""
        digest = b64encode(sha256(CLOSING.encode()).digest()).decode()
        return f"{POLICY}; script-src 'sha256-{digest}'"

    async def get(self, **place: str) -> None:
        """Keep the tokens and close the window."""
        await answered(self, self.step)

    def step(self, ctx: Context) -> str:
        """Return the page that closes itself."""
        refused = self.get_query_argument("error_description", "") or self.get_query_argument("error", "")
        if refused:
            raise Invalid(f"The source says: {refused[:300]}")
        code, state = self.get_query_argument("code", ""), self.get_query_argument("state", "")
        name = logins.finish(ctx, code=code, state=state)
        return words(f"You are logged in at {name}", "You can close this window.", script=CLOSING)


async def answered(page: Page, step: Callable[[Context], str]) -> None:
    """Do the step of a page for the user who asks; what went wrong is said in words."""
    server, actor = server_of(page), await identify(page)
    if actor is None:
        page.redirect_to_login()
        return
    page.set_header("Content-Type", "text/html; charset=utf-8")
    page.set_header("Cache-Control", "no-store")
    page.set_header("Referrer-Policy", "no-referrer")

    def work() -> str:
        with Context(server, actor) as ctx:
            return step(ctx)

    try:
        page.finish(await asyncio.get_running_loop().run_in_executor(server.threads, work))
    except ToolJetError as error:
        page.set_status(error.status)
        page.finish(words("The login failed", error.message))


def callback_url(handler: JupyterHandler) -> str:
    """Return the address that a source sends its users back to; it must be registered there."""
    request = handler.request
    return f"{request.protocol}://{request.host}{handler.base_url}tooljet/{CALLBACK}"


def words(title: str, text: str, *, script: str = "") -> str:
    """Return a page that says something."""
    tail = f"<script>{script}</script>" if script else ""
    return (
        f'<!doctype html><html lang="{LANGUAGE}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"</head><body><h1>{escape(title)}</h1><p>{escape(text)}</p>{tail}</body></html>"
    )
