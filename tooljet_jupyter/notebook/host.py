"""The kernel as host of a widget: it answers what the page cannot ask the server itself."""

import gzip
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TYPE_CHECKING, Any

from ..errors import Forbidden, ToolJetError
from ..resources import folder

if TYPE_CHECKING:
    from .app import App

Json = dict[str, Any]
Answer = tuple[Json, list[bytes]]

# What a widget needs of the API; an app composed here has no other rights by way of the kernel.
ROUTES = {"GET": ("me",), "POST": ("apps/", "queries/run"), "DELETE": ("runs/",)}
# The messages that are answered here; the others are the session's.
HOSTED = ("bundle", "frame", "call")
# Slow queries side by side, and a cancel that need not wait behind them.
THREADS = 8


@cache
def threads() -> ThreadPoolExecutor:
    """Return what answers while the kernel goes on."""
    return ThreadPoolExecutor(THREADS, thread_name_prefix="tooljet-widget")


def stub() -> str:
    """Return the small module that fetches the widget's bundle from the server, or from the kernel.

    Raises
    ------
    ToolJetError
        The pages of this installation were never built.
    """
    return _built("widget-stub.js").decode()


def listen(app: "App", message: Json, send: Callable[[Json, list[bytes]], None]) -> None:
    """Answer a message of the page, later and from another thread."""
    threads().submit(lambda: send(*answer(app, message)))


def answer(app: "App", message: Json) -> Answer:
    """Return the reply to a message of the page, `{"id"}` or `{"id", "error"}`, and the bytes it asked for."""
    try:
        return {"id": message["id"]}, _asked(app, message)
    except ToolJetError as error:
        return {"id": message["id"], "error": written(error)}, []


def written(error: ToolJetError) -> Json:
    """Return an error as the server's replies hold it."""
    return {"code": error.code, "message": error.message, "detail": error.detail}


def _asked(app: "App", message: Json) -> list[bytes]:
    match message["kind"]:
        case "bundle":
            return [_built("widget.js")]
        case "frame":
            return [_packed("frame-inline.js"), _packed("frame-inline.css")]
        case "call":
            return [_called(app, message["method"], message["path"], message.get("body"))]
        case kind:
            raise ToolJetError(f"The widget asked for something unknown: {kind}")


def _called(app: "App", method: str, path: str, body: Any) -> bytes:
    if not path.startswith(ROUTES.get(method, ())) or ".." in path:
        raise Forbidden(f"A widget may not ask for {method} {path}")
    return app.workspace.client.answer(method, path, json=body).content


@cache
def _packed(name: str) -> bytes:
    return gzip.compress(_built(name), 5)


def _built(name: str) -> bytes:
    try:
        return (folder("static") / name).read_bytes()
    except FileNotFoundError:
        raise ToolJetError(
            "The pages of this installation were never built: run `make demo`, or install the wheel"
        ) from None
