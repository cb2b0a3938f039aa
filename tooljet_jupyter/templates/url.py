"""Puts values into URLs: each is percent-encoded for its place, so that it can add no host, step or key.

* A template that is one binding is a whole URL; whoever opens it decides whether its host is allowed.
* A leading constant or secret (`{{constants.base}}/users`) is the builder's own text and is taken as it is.
* In the host only letters, digits, dots, hyphens and a port are taken.
* In the path a value is one step: `/` is encoded, and `.` and `..` are refused because servers decode them.
* After `?` and `#` everything that is not a letter, a digit or one of `-._~` is encoded.
"""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, unquote

from ..errors import Invalid
from .bindings import Binding, parts, sole_expression
from .fill import as_text, value_of
from .markers import unmark
from .query import origin

IN_HOST = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#]*\Z")
HOST = re.compile(r"[A-Za-z0-9.-]*(?::\d{1,5})?\Z")
SCHEME = re.compile(r"https?\Z", re.IGNORECASE)
CONTROL = re.compile(r"[\x00-\x20\x7f\\]")


def fill_url(text: str, values: Mapping[str, Any]) -> str:
    """The URL that the template describes, with the values in it."""
    expression = sole_expression(text)
    if expression is not None:
        return whole(value_of(expression, values), text)
    pieces = parts(text.strip())
    url = ""
    for index, part in enumerate(pieces):
        if isinstance(part, str):
            url += part
        else:
            following = pieces[index + 1] if index + 1 < len(pieces) else ""
            url += encoded(part, url, following, values)
    refuse_climbing(url, text)
    return url


def whole(value: Any, text: str) -> str:
    if not isinstance(value, str) or CONTROL.search(value.strip()):
        raise Invalid("The value is not a URL", template=text)
    return value.strip()


def encoded(part: Binding, before: str, following: str | Binding, values: Mapping[str, Any]) -> str:
    value = as_text(value_of(part.expression, values))
    if not before and isinstance(following, str) and following.startswith("://"):
        return checked(value, SCHEME, "scheme")
    if not before and origin(unmark(part.expression).expression) == "server":
        return whole(value, part.expression)
    if IN_HOST.match(before):
        return checked(value, HOST, "host")
    return percent(value)


def percent(value: str) -> str:
    try:
        return quote(value, safe="")
    except UnicodeEncodeError as error:
        raise Invalid("The value holds half a character and cannot be part of a URL") from error


def checked(value: str, allowed: re.Pattern[str], place: str) -> str:
    if not allowed.match(value):
        raise Invalid(f"The value cannot be the {place} of a URL", value=value)
    return value


def refuse_climbing(url: str, template: str) -> None:
    """Refuse a path in which a value made a step of `.` or `..` that the template does not have."""
    written = "".join(part if isinstance(part, str) else "x" for part in parts(template))
    if climbs(url) > climbs(written):
        raise Invalid("A value of . or .. cannot be a step of a URL's path", template=template)


def climbs(url: str) -> int:
    path = re.split(r"[?#]", url, maxsplit=1)[0]
    return sum(unquote(step) in (".", "..") for step in path.split("/"))
