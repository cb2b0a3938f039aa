"""Logins at data sources: a user goes to the source with a signed state and comes back with a code."""

import secrets
import time
from contextlib import closing

import msgspec

from ..db.models import DataSource
from ..drivers.driver import Run
from ..drivers.login import AUTHORIZATION_CODE, Grant
from ..drivers.rest import RestDriver
from ..errors import Forbidden, Invalid, ToolJetError
from ..wire.base import Done
from ..wire.logins import LoginReply, LoginStarted
from . import sources, users
from .context import Context
from .sources import Connection
from .vaults import SourceVault

PURPOSE = "login state"
LIFETIME_SECONDS = 600
DEADLINE_SECONDS = 30.0


class State(msgspec.Struct, frozen=True):
    """What travels to the source and back, encrypted: who began the login, where, and the PKCE verifier."""

    source: str
    environment: str
    user: str
    redirect: str
    verifier: str
    expires: float


def start(ctx: Context, key: str, *, environment: str | None, redirect: str) -> LoginStarted:
    """Return the page of the source at which the user logs in; it sends them back to `redirect`."""
    ctx.require("apps:run")
    source, connection, _ = _found(ctx, key, environment)
    verifier = secrets.token_urlsafe(48)
    state = State(
        source=source.id,
        environment=connection.key.environment,
        user=ctx.actor.user_id,
        redirect=redirect,
        verifier=verifier,
        expires=time.time() + LIFETIME_SECONDS,
    )
    sealed = ctx.server.secrets.seal(msgspec.to_builtins(state), PURPOSE)
    grant = _grant(ctx, connection)
    return LoginStarted(url=grant.address(redirect=redirect, state=sealed, verifier=verifier))


def finish(ctx: Context, *, code: str, state: str) -> str:
    """Fetch and keep the tokens of a login that came back; return the name of the source.

    Raises
    ------
    Forbidden
        The state is not ours, too old, or another user's.
    """
    ctx.require("apps:run")
    begun = _opened(ctx, state)
    source, connection, vault = _found(ctx, begun.source, begun.environment)
    grant = _grant(ctx, connection)
    with closing(_driver(ctx, connection)) as driver, driver.during(Run(deadline_seconds=DEADLINE_SECONDS)):
        tokens = grant.redeem(driver.ask_for_token, code=code, redirect=begun.redirect, verifier=begun.verifier)
    vault.write(tokens)
    ctx.server.pool.drop(begun.source)
    return source.name


def show(ctx: Context, key: str, environment: str | None) -> LoginReply:
    """Say whether somebody logged in at a source."""
    ctx.require("apps:run")
    _, connection, vault = _found(ctx, key, environment)
    kept = vault.read()
    good = kept is not None and kept.client == _grant(ctx, connection).client
    return LoginReply(logged_in=good, personal=bool(vault.whose.owner))


def forget(ctx: Context, key: str, environment: str | None) -> Done:
    """Log out: the tokens of a source are deleted here; the source is not told."""
    ctx.require("apps:run")
    source, _, vault = _found(ctx, key, environment)
    vault.forget()
    ctx.server.pool.drop(source.id)
    return Done()


def _found(ctx: Context, key: str, environment: str | None) -> tuple[DataSource, Connection, SourceVault]:
    source = ctx.find(DataSource, key, "name")
    connection = sources.connection(ctx, source.id, environment or users.DRAFTS)
    vault = ctx.server.vaults.of(connection.whose)
    if vault is None:
        raise Invalid(f"Nobody logs in at {source.name}", source=source.name)
    if not vault.whose.owner:
        # All use this login: whoever may change the source may give it.
        ctx.require("sources:edit")
    # The vault has a session of its own, and SQLite lets only one of them in.
    ctx.release_session()
    return source, connection, vault


def _grant(ctx: Context, connection: Connection) -> Grant:
    with closing(_driver(ctx, connection)) as driver:
        settings = driver.login_settings()
    if settings.get("grant_type") != AUTHORIZATION_CODE:
        raise Invalid("Nobody logs in at this source: its settings do not ask for it", field="auth_type")
    return Grant.of(settings)


def _driver(ctx: Context, connection: Connection) -> RestDriver:
    driver = ctx.server.catalog.open(connection.kind, connection.options)
    if not isinstance(driver, RestDriver):
        raise Invalid("Nobody logs in at this kind of source", kind=connection.kind)
    return driver


def _opened(ctx: Context, text: str) -> State:
    try:
        begun = msgspec.convert(ctx.server.secrets.open(text, PURPOSE), State)
    except (ToolJetError, ValueError) as error:
        raise Forbidden("This login was not begun here") from error
    if begun.user != ctx.actor.user_id:
        raise Forbidden("Another user began this login")
    if begun.expires < time.time():
        raise Forbidden("The login took too long; begin again")
    return begun
