"""The API without a web server: the routes of the extension, called in this process as the server's owner."""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote

import httpx
import msgspec

from ..errors import Invalid, NotFound
from ..services.server import Server


class Local(httpx.BaseTransport):
    """Answers requests with the endpoints that a running server answers with.

    So a command is written once, and does the same with a server and without one.
    """

    def __init__(self, server: Server, routes: Iterable[tuple[Any, ...]]) -> None:
        self._server = server
        self._routes = [(re.compile(pattern), handler) for pattern, handler, *_ in routes]

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return what the route answers; errors are raised as they are."""
        path = request.url.raw_path.decode().partition("?")[0]
        for pattern, handler in self._routes:
            found = pattern.fullmatch(path)
            method = getattr(handler, request.method.lower(), None)
            if found and hasattr(method, "route"):
                holes = {name: unquote(value) for name, value in found.groupdict().items()}
                return httpx.Response(200, content=self._answer(method, holes, request))
        raise NotFound("No such route", path=path)

    def close(self) -> None:
        """Let go of the database."""
        self._server.close()

    def _answer(self, method: Any, given: dict[str, Any], request: httpx.Request) -> bytes:
        route = method.route
        if route.decoder:
            given["body"] = decoded(route.decoder, request.read())
        for name in route.queries:
            given[name] = request.url.params.get(name.removeprefix("ask_"))
        with self._server.context() as ctx:
            # Endpoints look at their context, not at the handler, which only a web server can make.
            found = method.__wrapped__(None, ctx, **given)
            return found if isinstance(found, bytes) else msgspec.json.encode(found)


def decoded(decoder: "msgspec.json.Decoder[Any]", body: bytes) -> Any:
    """Return a body as its type."""
    try:
        return decoder.decode(body or b"{}")
    except msgspec.ValidationError as error:
        raise Invalid(str(error)) from error
