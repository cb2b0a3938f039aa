"""Who asks: a token of ours, a plugin's word, or the server's IdentityProvider."""

from collections.abc import Awaitable
from getpass import getuser

from jupyter_server.auth import User
from jupyter_server.auth.identity import IdentityProvider, PasswordIdentityProvider
from jupyter_server.base.handlers import JupyterHandler

from ..services.context import Actor
from ..services.server import Server
from ..services.tokens import PREFIX

# With these a login proves that one may use the server, not who one is: the server has one owner.
ONE_OWNER = (IdentityProvider, PasswordIdentityProvider)


async def identify(handler: JupyterHandler) -> Actor | None:
    """Return the actor of a request and set `current_user`, or None where nobody is logged in."""
    return _by_token(handler) or _by_plugin(handler) or _by_known_cookie(handler) or await _by_jupyter(handler)


def server_of(handler: JupyterHandler) -> Server:
    """Return the objects that all requests share."""
    return handler.settings["tooljet"]  # type: ignore[no-any-return]


def _by_token(handler: JupyterHandler) -> Actor | None:
    scheme, _, token = handler.request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() not in {"bearer", "token"} or not token.startswith(PREFIX):
        return None
    actor = server_of(handler).tokens.actor(token)
    _sign_in(handler, actor, by_token=True)
    return actor


def _by_plugin(handler: JupyterHandler) -> Actor | None:
    name = server_of(handler).hooks.authenticate(headers=handler.request.headers)
    if not name:
        return None
    actor = server_of(handler).actor(name)
    _sign_in(handler, actor, by_token=False)
    return actor


def _by_known_cookie(handler: JupyterHandler) -> Actor | None:
    """Return the owner for a login cookie whose signature was checked a moment ago."""
    cookie = _login_cookie(handler)
    user = server_of(handler).logins.get(cookie) if cookie else None
    if user is None:
        return None
    handler.current_user = handler._jupyter_current_user = user
    return server_of(handler).actor(server_of(handler).owner or getuser())


def _login_cookie(handler: JupyterHandler) -> str | None:
    """Return the cookie that alone says who asks: the server has one owner, and no token came with it."""
    headers, asked = handler.request.headers, handler.request.arguments
    if type(handler.identity_provider) not in ONE_OWNER or "Authorization" in headers or "token" in asked:
        return None
    return handler.get_cookie(handler.identity_provider.get_cookie_name(handler))


async def _by_jupyter(handler: JupyterHandler) -> Actor | None:
    provider = handler.identity_provider
    user = provider.get_user(handler)
    if isinstance(user, Awaitable):
        user = await user
    if user is None:
        return None
    handler.current_user = handler._jupyter_current_user = user
    if type(provider) in ONE_OWNER:
        if cookie := _login_cookie(handler):
            server_of(handler).logins.keep(cookie, user)
        return server_of(handler).actor(server_of(handler).owner or getuser())
    return server_of(handler).actor(user.username, display_name=user.display_name or user.name or "")


def _sign_in(handler: JupyterHandler, actor: Actor, *, by_token: bool) -> None:
    handler.current_user = handler._jupyter_current_user = User(username=actor.name)
    vars(handler)["_token_authenticated"] = by_token
