"""The body of a request: JSON, a form, parts with files, or text, as `Content-Type` and values say."""

import binascii
from base64 import b64decode
from collections.abc import Mapping
from typing import Any

import msgspec

from tooljet_jupyter.drivers import holes
from tooljet_jupyter.errors import Invalid

FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data"
Headers = dict[str, str]
Body = Mapping[str, Any]


def body(shared: list[Any], options: Mapping[str, Any], headers: Headers) -> tuple[Body, Headers]:
    """Return the body as httpx takes it, and the headers that go with it."""
    raw = bool(options.get("body_toggle"))
    if raw and options.get("raw_body"):
        return text(holes.text(options["raw_body"]), headers)
    document = parsed(options.get("json_body")) if raw else {str(n): v for n, v in options.get("body") or []}
    if isinstance(document, Mapping) and not is_file(document):
        document = {**{str(name): value for name, value in shared}, **document}
    return encoded(document, headers)


def encoded(document: Any, headers: Headers) -> tuple[Body, Headers]:
    """Return a document in the encoding that the headers ask for, or that its files need."""
    if document in (None, "", {}):
        return {}, headers
    kind = content_type(headers)
    if isinstance(document, Mapping):
        if is_file(document):
            return {"content": file_bytes(document)}, with_type(headers, str(document.get("type") or ""))
        if kind.startswith(PARTS) or any(map(holds_file, document.values())):
            return {"files": parts(document)}, without_type(headers)
        if kind.startswith(FORM):
            return {"data": {name: texts(value) for name, value in document.items()}}, headers
    if isinstance(document, str) and kind and "json" not in kind:
        return text(document, headers)
    return {"content": msgspec.json.encode(document, enc_hook=str)}, with_type(headers, "application/json")


def parsed(given: Any) -> Any:
    """Return the JSON a builder typed; a text that is none stays a text."""
    if not isinstance(given, str):
        return given
    try:
        return msgspec.json.decode(given)
    except (msgspec.DecodeError, UnicodeError):
        return given


def text(given: str, headers: Headers) -> tuple[Body, Headers]:
    """Return a text as it is."""
    return {"content": given.encode("utf-8", "replace")}, with_type(headers, "text/plain; charset=utf-8")


def texts(value: Any) -> str | list[str]:
    """Return a value of a form; a list is a field several times."""
    return [holes.text(item) for item in value] if isinstance(value, list) else holes.text(value)


def parts(document: Mapping[str, Any]) -> list[tuple[str, tuple[Any, ...]]]:
    """Return the parts of a multipart body: files with name and type, anything else as text."""
    found: list[tuple[str, tuple[Any, ...]]] = []
    for name, value in document.items():
        for item in value if isinstance(value, list) else [value]:
            found.append((name, part(item)))
    return found


def part(item: Any) -> tuple[Any, ...]:
    """Return one part as httpx takes it."""
    if not is_file(item):
        return (None, holes.text(item))
    kind = str(item.get("type") or "application/octet-stream")
    return (str(item.get("name") or "file"), file_bytes(item), holes.header("Content-Type", kind))


def is_file(value: Any) -> bool:
    """Say whether a value is a file as a file picker gives it."""
    return isinstance(value, Mapping) and isinstance(value.get("base64Data"), str)


def holds_file(value: Any) -> bool:
    """Say whether a value is a file, or a list with one."""
    return is_file(value) or (isinstance(value, list) and any(map(is_file, value)))


def file_bytes(file: Mapping[str, Any]) -> bytes:
    """Return the content of a file."""
    try:
        return b64decode(file["base64Data"].rpartition(",")[2], validate=True)
    except (binascii.Error, ValueError) as error:
        raise Invalid("The file's content is not base64", field="base64Data") from error


def content_type(headers: Headers) -> str:
    """Return the type that the headers ask for."""
    return next((value.lower() for name, value in headers.items() if name.lower() == "content-type"), "")


def with_type(headers: Headers, kind: str) -> Headers:
    """Return the headers with a type, unless they have one."""
    return headers if content_type(headers) or not kind else {**headers, "Content-Type": kind}


def without_type(headers: Headers) -> Headers:
    """Return the headers without a type: that of a multipart body names its boundary."""
    return {name: value for name, value in headers.items() if name.lower() != "content-type"}
