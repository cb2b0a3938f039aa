"""Requests that code in an app makes (axios, fetch): by the server, and only to the hosts the app lists."""

from urllib.parse import urlsplit

import httpx

from ..drivers.guard import client
from ..errors import Forbidden, Invalid, QueryTimeout, SourceUnreachable, TooLarge
from ..wire.requests import HostReply, HostRequest
from . import queries
from .context import Context

SCHEMES = ("http", "https")
TIMEOUT_SECONDS = 30.0
# A browser's own; the server's must not travel in an app's name.
NEVER_SENT = frozenset({"cookie", "host", "content-length", "connection", "transfer-encoding"})
NEVER_ANSWERED = frozenset({"set-cookie"})


def send(ctx: Context, app: str, body: HostRequest) -> HostReply:
    """Make the request and return the answer, whatever its status.

    Raises
    ------
    Forbidden
        The app does not list the host.
    """
    ctx.require("apps:run")
    if body.version:
        ctx.require("apps:edit")
    held = queries.draft(ctx, app, body.version, None) if body.version else queries.frozen(ctx, app)
    url = urlsplit(body.url)
    if url.scheme not in SCHEMES or not url.hostname:
        raise Invalid("Only whole http and https addresses can be asked", url=body.url)
    if not allowed(url.hostname, url.port, held.definition.settings.allowed_hosts):
        raise Forbidden(
            f"The app does not list the host {url.hostname}; its builder can add it to the app's settings",
            host=url.hostname,
        )
    ctx.release_session()
    return _ask(ctx, body)


def allowed(host: str, port: int | None, listed: list[str]) -> bool:
    """Say whether a host is listed: by name, by name and port, or as one of `*.example.com`."""
    host = host.lower()
    names = {host, f"{host}:{port}"} if port else {host}
    wild = [name.lower()[1:] for name in listed if name.startswith("*.")]
    return any(name.lower() in names for name in listed) or any(host.endswith(end) for end in wild)


def _ask(ctx: Context, body: HostRequest) -> HostReply:
    limits = ctx.server.limits
    headers = {name: value for name, value in body.headers.items() if name.lower() not in NEVER_SENT}
    content = {"content": body.body.encode()} if isinstance(body.body, str) else {"json": body.body}
    given = content if body.body is not None else {}
    try:
        # No redirects: they could lead to a host that the app does not list.
        with client(allow_private=limits.allow_private_addresses, timeout_seconds=TIMEOUT_SECONDS) as http:
            answer = http.request(body.method.upper(), body.url, headers=headers, **given)
    except httpx.TimeoutException as error:
        raise QueryTimeout(f"{body.url} did not answer in {TIMEOUT_SECONDS:g} seconds") from error
    except httpx.HTTPError as error:
        raise SourceUnreachable(f"{body.url} could not be reached: {error}") from error
    if len(answer.content) > limits.max_bytes:
        raise TooLarge("The answer is larger than the server allows", max_bytes=limits.max_bytes)
    kept = {name: value for name, value in answer.headers.items() if name.lower() not in NEVER_ANSWERED}
    return HostReply(status=answer.status_code, headers=kept, body=_content(answer))


def _content(answer: httpx.Response) -> object:
    if "json" not in answer.headers.get("content-type", ""):
        return answer.text
    try:
        return answer.json()
    except ValueError:
        return answer.text
