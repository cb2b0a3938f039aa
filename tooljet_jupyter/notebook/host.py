"""The kernel as host of a widget: it answers what the page cannot ask the server itself."""

from typing import TYPE_CHECKING, Any

from ..errors import ToolJetError
from ..resources import folder

if TYPE_CHECKING:
    from .app import App

Json = dict[str, Any]


def stub() -> str:
    """Return the small module that fetches the widget's bundle from the server, or from the kernel.

    Raises
    ------
    ToolJetError
        The pages of this installation were never built.
    """
    return _built("widget-stub.js").decode()


def answer(app: "App", message: Json) -> tuple[Json, list[bytes]]:
    """Return the reply to a message of the page: `{"id", "value"}` or `{"id", "error"}`, and buffers."""
    try:
        if message["kind"] == "bundle":
            names = ["widget.js", "widget.css"]
            found = [(name, _built(name)) for name in names if (folder("static") / name).is_file()]
            return {"id": message["id"], "value": [name for name, _ in found]}, [
                content for _, content in found
            ]
        return {"id": message["id"], "value": _asked(app, message)}, []
    except ToolJetError as error:
        body = {"code": error.code, "message": error.message, "detail": error.detail}
        return {"id": message["id"], "error": body}, []


def _asked(app: "App", message: Json) -> Any:
    client = app.workspace.client
    if message["kind"] == "call":
        return client.call(message["method"], message["path"], json=message.get("body"))
    raise ToolJetError(f"The widget asked for something unknown: {message['kind']}")


def _built(name: str) -> bytes:
    try:
        return (folder("static") / name).read_bytes()
    except FileNotFoundError as error:
        raise ToolJetError(
            "The pages of this installation were never built: run `make demo`, or install the wheel"
        ) from error
