"""`{field}` holes of a request in `plugin.toml`: what a value becomes at its place, and nothing else.

In a path a value is percent-quoted; a hole that is a whole string keeps the value's type; an unset one drops
out, and takes a header with it.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import SplitResult, quote, urlsplit

import msgspec

from ..errors import Invalid
from .fields import read

HOLE = re.compile(r"\{([A-Za-z_][\w.]*)\}")
HOST = re.compile(r"[A-Za-z0-9.-]+(:\d{1,5})?")
BROKEN = re.compile(r"[\r\n\0]")
Lookup = Callable[[str], Any]


def lookup(*options: Mapping[str, Any]) -> Lookup:
    """Return what finds a value by the key of its field, in the first options that have it."""

    def find(key: str) -> Any:
        found = (read(group, key) for group in options)
        return next((value for value in found if value not in (None, "")), None)

    return find


def names(value: Any) -> set[str]:
    """Return the keys that the holes of a template name."""
    if isinstance(value, str):
        return set(HOLE.findall(value))
    if isinstance(value, Mapping):
        return {name for item in value.values() for name in names(item)}
    return {name for item in value for name in names(item)} if isinstance(value, list) else set()


def fill(template: Any, find: Lookup) -> Any:
    """Return a JSON template with its holes filled; what is unset drops out of lists and objects."""
    if isinstance(template, str):
        whole = HOLE.fullmatch(template)
        return find(whole[1]) if whole else HOLE.sub(lambda hole: text(find(hole[1])), template)
    if isinstance(template, Mapping):
        return dict(filled(template.items(), find))
    if isinstance(template, list):
        return [item for _, item in filled(enumerate(template), find)]
    return template


def filled(items: Iterable[tuple[Any, Any]], find: Lookup) -> Iterable[tuple[Any, Any]]:
    """Give what is set, under its key."""
    for key, template in items:
        value = fill(template, find)
        if value is not None:
            yield key, value


def query(template: Mapping[str, Any], find: Lookup) -> list[tuple[str, str]]:
    """Return the parameters of a URL; a list is a parameter several times."""
    pairs = []
    for name, value in fill(template, find).items():
        pairs += [(name, text(item)) for item in (value if isinstance(value, list) else [value])]
    return pairs


def headers(template: Mapping[str, Any], find: Lookup) -> dict[str, str]:
    """Return headers; one with an unset hole is left out."""
    set_ones = {n: t for n, t in template.items() if all(find(key) is not None for key in names(t))}
    return {name: header(name, text(value)) for name, value in fill(set_ones, find).items()}


def header(name: str, value: str) -> str:
    """Return the value of a header, refused where it would begin another line."""
    if BROKEN.search(value) or BROKEN.search(name):
        raise Invalid(f"The header {name} holds a line break", header=name)
    return value


def path(template: str, find: Lookup) -> str:
    """Return a path in which every value is one step."""
    return HOLE.sub(lambda hole: step(hole[1], find(hole[1])), template)


def step(key: str, value: Any) -> str:
    """Return a value as one step of a path."""
    written = text(value)
    if written in ("", ".", ".."):
        raise Invalid(f"{key}: {written or 'nothing'} cannot be a part of an address", field=key)
    return quote(written, safe="")


def base(template: str, find: Lookup) -> str:
    """Return the address all paths begin with, without a slash at its end."""
    whole = HOLE.fullmatch(template)
    if whole:
        return address(whole[1], text(find(whole[1])))
    start = template.find("://") + 3
    host_end = template.find("/", start) if "/" in template[start:] else len(template)
    host = HOLE.sub(lambda hole: host_part(hole[1], text(find(hole[1]))), template[:host_end])
    return (host + path(template[host_end:], find)).rstrip("/")


def host_part(key: str, value: str) -> str:
    """Return a value that may stand in the name of a host."""
    if not HOST.fullmatch(value):
        raise Invalid(f"{key}: cannot be part of a host's name", field=key)
    return value


def address(key: str, value: str) -> str:
    """Return a whole address that a user typed."""
    parts = split(value.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Invalid(f"{key}: must be a whole http or https address", field=key)
    return value.strip().rstrip("/")


def split(url: str) -> SplitResult:
    """Return the parts of an address; one that has none is Invalid."""
    try:
        return urlsplit(url)
    except ValueError as error:
        raise Invalid(f"The URL is broken: {error}", field="url") from error


def text(value: Any) -> str:
    """Return how a value reads inside a text."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return msgspec.json.encode(value, enc_hook=str).decode()
