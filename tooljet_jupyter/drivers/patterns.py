"""What SQLite lacks: regular expressions, other capitals than ASCII's in `LIKE`, and the version of a row."""

import re
from collections.abc import Callable
from functools import lru_cache
from hashlib import md5
from typing import Any, Protocol

from ..errors import Invalid

REPEATS = re.compile(r"(?<!\\)[*+{]")
REPEATED_GROUP = re.compile(r"(?<!\\)\)[*+?{]")
MOST_REPEATS = 2
MOST_TEXT = 4_000


class Connection(Protocol):
    """The one thing that is asked of a connection here."""

    def create_function(self, name: str, narg: int, func: Callable[..., Any], /, *, deterministic: bool = ...) -> None:
        """Give the connection a function to call from SQL."""


def teach(connection: Connection) -> None:
    """Give a SQLite connection the functions that `SqliteGrammar` calls."""
    connection.create_function("tooljet_lower", 1, lower, deterministic=True)
    connection.create_function("tooljet_match", 3, match, deterministic=True)
    connection.create_function("tooljet_version", -1, version, deterministic=True)


def lower(value: Any) -> Any:
    """Return text in small letters, in any language."""
    return value.lower() if isinstance(value, str) else value


def match(value: Any, pattern: Any, flags: int) -> int | None:
    """Say whether a regular expression is found in the first characters of a value; null gives null."""
    if value is None or pattern is None:
        return None
    return int(compiled(str(pattern), flags).search(str(value)[:MOST_TEXT]) is not None)


def version(*values: Any) -> str:
    """Return a short text that is another one as soon as a value or its type is."""
    return md5(repr(values).encode(errors="surrogatepass"), usedforsecurity=False).hexdigest()


@lru_cache(maxsize=256)
def compiled(pattern: str, flags: int) -> re.Pattern[str]:
    """Return a compiled pattern."""
    return re.compile(pattern, flags)


def regular(pattern: str) -> str:
    """Return a regular expression that cannot take for ever, or raise Invalid.

    Python cannot stop one that does, so repeated groups and more than two repetitions are refused.
    """
    if REPEATED_GROUP.search(pattern) or len(REPEATS.findall(pattern)) > MOST_REPEATS:
        raise Invalid("On SQLite a pattern may have two repetitions and no repeated group", pattern=pattern)
    try:
        re.compile(pattern)
    except re.error as error:
        raise Invalid(f"The pattern is no regular expression: {error}", pattern=pattern) from error
    return pattern


def glob(pattern: str) -> str:
    """Return a LIKE pattern as a GLOB pattern, which tells capitals from small letters."""
    parts = re.split(r"(\\.|%|_)", pattern)
    meaning = {"%": "*", "_": "?"}
    return "".join(meaning.get(part) or re.sub(r"([*?\[])", r"[\1]", part.removeprefix("\\")) for part in parts)
