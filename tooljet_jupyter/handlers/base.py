"""What every route shares: who asks, may they, parse, thread, reply; errors become JSON only here."""

import asyncio
import inspect
import logging
from collections.abc import Awaitable, Callable
from functools import lru_cache, wraps
from typing import Any, ClassVar, get_type_hints, overload

import msgspec
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.prometheus.metrics import HTTP_REQUEST_DURATION_SECONDS
from tornado import web
from tornado.log import app_log

from ..errors import Forbidden, Invalid, NotFound, ToolJetError, Unauthenticated
from ..services.context import Actor, Context
from ..wire.base import ErrorReply
from .identity import identify, server_of
from .outgoing import Outgoing

Method = Callable[..., Any]
READING = frozenset({"GET", "HEAD", "OPTIONS"})


class Route:
    """What an endpoint is made of, for routing, checking and OpenAPI."""

    def __init__(self, method: Method, *, public: bool, reply: Any) -> None:
        hints = get_type_hints(method)
        self.public = public
        self.verb = method.__name__
        self.sentence = (inspect.getdoc(method) or "").strip()
        self.body = hints.get("body")
        self.reply = reply or hints["return"]
        names = list(inspect.signature(method).parameters)[2:]
        self.queries = [name for name in names if name.startswith("ask_")]
        self.streams = "sink" in names
        self.decoder = msgspec.json.Decoder(self.body) if self.body else None


@overload
def endpoint(method: Method) -> Method: ...
@overload
def endpoint(*, public: bool = False, reply: Any = None) -> Callable[[Method], Method]: ...
def endpoint(method: Method | None = None, *, public: bool = False, reply: Any = None) -> Any:
    """Make a blocking function of (handler, ctx, …) the answer to a verb, with every check around it.

    `reply` names the type of an answer that comes as ready JSON. Who has an argument `sink` can send rows as a stream.
    """
    if method is None:
        return lambda given: _endpoint(given, Route(given, public=public, reply=reply))
    return _endpoint(method, Route(method, public=public, reply=reply))


def _endpoint(method: Method, route: Route) -> Method:

    @wraps(method)
    async def answer(self: "Handler", **given: Any) -> None:
        actor = await self.admit(route)
        if route.decoder:
            given["body"] = self.parse(route.decoder)
        for name in route.queries:
            given[name] = self.get_query_argument(name.removeprefix("ask_"), None)

        def work() -> Any:
            with Context(server_of(self), actor) as ctx:
                return method(self, ctx, **given)

        def whole() -> bytes:
            found = work()
            return found if isinstance(found, bytes) else msgspec.json.encode(found)

        if route.streams and (outgoing := self.outgoing()):
            text = await self.streamed(outgoing, actor, given, work)
        else:
            text = await asyncio.get_running_loop().run_in_executor(server_of(self).threads, whole)
        if text is not None:
            self.set_header("Content-Type", self.media_type)
        self.finish(text)

    answer.route = route  # type: ignore[attr-defined]
    return answer


class Handler(JupyterHandler):
    """A noun of the API: `path` below `/tooljet/api/`, and endpoints named after verbs.

    The checks are those of Jupyter's handlers (host, identity, origin, XSRF, authorizer) in a leaner order:
    a run of a query costs no more than a plain tornado handler would.
    """

    path: ClassVar[str]
    # Tried before the others, because it is asked more often than all of them together.
    hot: ClassVar[bool] = False
    auth_resource = "tooljet"
    media_type = "application/json"
    _gone: Callable[[], Any] | None = None

    def set_default_headers(self) -> None:
        """Answers are private, and never guessed to be something else."""
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cache-Control", "no-store")
        self.set_header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")

    async def prepare(self) -> None:  # type: ignore[override]
        """Leave the checks to `admit`, which knows the endpoint."""

    async def admit(self, route: Route) -> Actor:
        """Return who asks, or raise: wrong host, nobody, cross-site, not authorized."""
        if not server_of(self).knows_host(self.request.host, self.check_host):
            raise Forbidden("This server does not answer under that host name", host=self.request.host)
        if route.public:
            return server_of(self).nobody
        actor = await identify(self)
        if actor is None:
            raise Unauthenticated("Log in first")
        if self.request.method not in READING:
            self.check_cross_site()
        await self.authorize()
        return actor

    def check_cross_site(self) -> None:
        """Refuse a changing request that another site's page made the browser send."""
        try:
            self.check_xsrf_cookie()
        except web.HTTPError as error:
            raise Forbidden("The request carries no valid _xsrf token", reason=error.log_message) from error

    async def authorize(self) -> None:
        """Ask the server's authorizer, as Jupyter's own handlers do."""
        action = "read" if self.request.method in READING else "write"
        allowed = self.authorizer.is_authorized(self, self.current_user, action, self.auth_resource)
        if isinstance(allowed, Awaitable):
            allowed = await allowed
        if not allowed:
            raise Forbidden("The server's authorizer does not let you do this", action=action)

    def parse(self, decoder: "msgspec.json.Decoder[Any]") -> Any:
        """Return the body as its type, or say which field is wrong and why."""
        try:
            return decoder.decode(self.request.body or b"{}")
        except msgspec.ValidationError as error:
            reason, _, place = str(error).partition(" - at `")
            field = place.rstrip("`").removeprefix("$").lstrip(".")
            raise Invalid(f"{field or 'Body'}: {reason}", field=field, reason=reason) from error
        except msgspec.DecodeError as error:
            raise Invalid(f"The body is not JSON: {error}") from error

    def outgoing(self) -> Outgoing | None:
        """Return the way of a stream, where the caller takes one."""
        return Outgoing.wanted(self, max_bytes=server_of(self).limits.max_stream_bytes)

    async def streamed(
        self, outgoing: Outgoing, actor: Actor, given: dict[str, Any], work: Callable[[], Any]
    ) -> bytes | None:
        """Send rows while they come; return the answer instead where there were none to send."""
        server, loop = server_of(self), asyncio.get_running_loop()
        outgoing.begin(given["body"])
        given["sink"] = outgoing.sink

        def rows() -> bytes | None:
            found = work()
            if not outgoing.sink.begun:
                return msgspec.json.encode(found)
            outgoing.end(found)
            return None

        self._gone = lambda: loop.run_in_executor(None, outgoing.abandon, actor, server)
        try:
            text = await loop.run_in_executor(server.stream_threads, rows)
        except Exception as error:
            if not outgoing.sent:
                raise
            # The status is sent already: what went wrong is said where the rows would go on.
            self.log_exception(type(error), error, error.__traceback__)
            await loop.run_in_executor(None, outgoing.fail, _explain(error, 500))
            text = None
        finally:
            self._gone = None
        await outgoing.finish()
        return text

    def on_connection_close(self) -> None:
        """Stop a run whose rows nobody waits for any more."""
        if self._gone:
            self._gone()

    async def options(self, *_: Any, **__: Any) -> None:
        """Answer a preflight with nothing: other origins have no business here."""
        self.set_status(204)

    def write_error(self, status_code: int, **given: Any) -> None:
        """Turn whatever was raised into `{"code", "message", "detail"}`."""
        _, error, _ = given.get("exc_info", (None, None, None))
        reply = _explain(error, status_code)
        self.set_header("Content-Type", "application/json")
        self.finish(msgspec.json.encode(reply))

    def _log(self) -> None:
        """Count an answer that went well; Jupyter would also format a line for it that nobody is shown."""
        status: int = self.get_status()
        app: Any = self.serverapp
        if status >= 400 or app is None or app.log_level <= logging.DEBUG:
            super()._log()
        elif app.record_http_request_metrics:
            name = f"{type(self).__module__}.{type(self).__name__}"
            _clock(name, self.request.method or "", status).observe(self.request.request_time())

    def log_exception(self, kind: Any, error: Any, trace: Any) -> None:
        """Keep the log for what nobody expected."""
        if not isinstance(error, ToolJetError | web.HTTPError):
            app_log.error("request failed path=%s", self.request.path, exc_info=(kind, error, trace))

    def send_error(self, status_code: int = 500, **given: Any) -> None:
        """Give our errors their own status."""
        _, error, _ = given.get("exc_info", (None, None, None))
        super().send_error(error.status if isinstance(error, ToolJetError) else status_code, **given)


class Nowhere(Handler):
    """Everything below `/tooljet/api/` that is no route."""

    path = r".*"

    async def prepare(self) -> None:  # type: ignore[override]
        """Say so, whatever the verb."""
        raise NotFound("No such route", path=self.request.path)


@lru_cache(maxsize=1024)
def _clock(handler: str, method: str, status: int) -> Any:
    """Return the histogram that Jupyter's own log of requests would find anew each time."""
    return HTTP_REQUEST_DURATION_SECONDS.labels(method=method, handler=handler, status_code=status)


def _explain(error: BaseException | None, status: int) -> ErrorReply:
    if isinstance(error, ToolJetError):
        return ErrorReply(code=error.code, message=error.message, detail=error.detail)
    if isinstance(error, web.HTTPError):
        return ErrorReply(code="HTTPError", message=error.log_message or error.reason or f"HTTP {status}")
    return ErrorReply(code="Unexpected", message="The server met an error it did not expect; its log says more")
