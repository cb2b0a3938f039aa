"""What an HTTP answer becomes: a result where it went well, an error with the vendor's words where not."""

import codecs
from base64 import b64encode
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import msgspec

from ..errors import QueryFailed
from .channel import Answer, Asked
from .redaction import Redaction
from .result import Result, ResultColumn
from .values import column_type

TEXTUAL = ("text/", "json", "xml", "javascript", "x-www-form-urlencoded", "csv", "yaml")
# Where vendors put the sentence that says what was wrong.
MESSAGES = (
    "message",
    "error_description",
    "error",
    "errors",
    "detail",
    "description",
    "title",
    "msg",
    "reason",
)
NEVER_SHOWN = frozenset({"set-cookie", "set-cookie2", "authorization", "proxy-authenticate", "www-authenticate"})
MAX_MESSAGE = 500


def content(answer: Answer) -> Any:
    """Return the JSON that came, or the text, or base64 of anything else; None where nothing came."""
    raw = answer.content
    if not raw:
        return None
    kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if "json" in kind or raw.lstrip()[:1] in (b"{", b"["):
        try:
            return msgspec.json.decode(raw)
        except (msgspec.DecodeError, UnicodeDecodeError):
            pass
        except RecursionError as error:
            raise QueryFailed("The source's answer is nested too deeply") from error
    if kind and not any(part in kind for part in TEXTUAL):
        return b64encode(raw).decode("ascii")
    try:
        return raw.decode(encoding(answer))
    except UnicodeDecodeError:
        return raw.decode("utf-8", "replace") if kind else b64encode(raw).decode("ascii")


def encoding(answer: Answer) -> str:
    """Return the name of the encoding that the answer gives, where it is one."""
    for part in answer.headers.get("Content-Type", "").split(";")[1:]:
        name, _, value = part.strip().partition("=")
        if name.lower() == "charset":
            try:
                return codecs.lookup(value.strip("\"' ")).name
            except LookupError:
                return "utf-8"
    return "utf-8"


def result(data: Any, metadata: dict[str, Any], *, max_rows: int) -> Result:
    """Return data as a result; of a list that is too long the first rows."""
    truncated = isinstance(data, list) and len(data) > max_rows
    kept = data[:max_rows] if truncated else data
    return Result(kept, columns(kept), truncated=truncated, metadata=metadata)


def columns(data: Any) -> list[ResultColumn]:
    """Return the columns of a list of objects; other data has none."""
    if not isinstance(data, list) or not data or not all(isinstance(row, dict) for row in data):
        return []
    names = dict.fromkeys(name for row in data for name in row)
    return [ResultColumn(name, column_type([row.get(name) for row in data])) for name in names]


def metadata(asked: Asked, answer: Answer, hidden: Redaction) -> dict[str, Any]:
    """Return what an app may know of the exchange; `response` is how ToolJet's apps ask for it."""
    headers = {n: hidden.text(v) for n, v in answer.headers.items() if n.lower() not in NEVER_SHOWN}
    return {
        "status": answer.status,
        "headers": headers,
        "request": {"method": asked.method, "url": shown_url(asked, hidden)},
        "response": {"statusCode": answer.status, "headers": headers},
    }


def failure(title: str, asked: Asked, answer: Answer, hidden: Redaction) -> QueryFailed:
    """Return the error for an answer that reports one: status, the vendor's message, the body as it came."""
    body = hidden.all(content(answer))
    words = message(body) or (body if isinstance(body, str) else "")
    summary = f"{title} answered {answer.status} {answer.reason}".rstrip()
    detail = {
        "status": answer.status,
        "body": body,
        "request": {"method": asked.method, "url": shown_url(asked, hidden)},
    }
    if "Retry-After" in answer.headers:
        detail["retryAfter"] = answer.headers["Retry-After"]
    return QueryFailed(f"{summary}: {words[:MAX_MESSAGE]}" if words else summary, **detail)


def message(body: Any) -> str:
    """Return the sentence in which a vendor says what was wrong; empty where none is found."""
    if isinstance(body, str):
        return body if len(body) <= MAX_MESSAGE and "<" not in body else ""
    if isinstance(body, list):
        return next((found for item in body if (found := message(item))), "")
    if isinstance(body, dict):
        return next((found for name in MESSAGES if (found := message(body.get(name)))), "")
    return ""


def shown_url(asked: Asked, hidden: Redaction) -> str:
    """Return the URL without name, password and secrets."""
    parts = urlsplit(asked.whole_url)
    return hidden.text(urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2])))
