"""Errors as the server's replies hold them, and back."""

from typing import Any

from .. import errors
from ..errors import QueryFailed, ToolJetError
from .plain import plain

Json = dict[str, Any]


def written(error: ToolJetError) -> Json:
    """Return an error as a reply holds it."""
    return {"code": error.code, "message": error.message, "detail": plain(error.detail)}


def failed(body: Json) -> ToolJetError:
    """Return the error that a reply holds."""
    kind = getattr(errors, str(body.get("code")), QueryFailed)
    if not (isinstance(kind, type) and issubclass(kind, ToolJetError)):
        kind = QueryFailed
    return kind(str(body.get("message")), **dict(body.get("detail") or {}))


def failure(error: BaseException) -> ToolJetError:
    """Return an exception as the error of a query."""
    return error if isinstance(error, ToolJetError) else QueryFailed(str(error) or type(error).__name__)
