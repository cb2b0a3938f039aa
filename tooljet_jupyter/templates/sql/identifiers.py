"""Names of tables and columns that come from values: known ones only, and quoted."""

from collections.abc import Callable, Container, Sequence
from typing import Any

from ...errors import Invalid
from .dialect import Dialect

Identifiers = Container[str] | Callable[[str], bool]


def identifiers_sql(value: Any, dialect: Dialect, known: Identifiers | None) -> str:
    """The name, or the names of a list with commas between them, each checked and quoted."""
    names: Sequence[Any] = value if isinstance(value, (list, tuple)) else [value]
    if not names:
        raise Invalid("A list of names must hold at least one", value=value)
    return ", ".join(identifier_sql(name, dialect, known) for name in names)


def identifier_sql(name: Any, dialect: Dialect, known: Identifiers | None) -> str:
    if not isinstance(name, str) or not is_known(name, known):
        raise Invalid(f"{name!r} is no table or column of this source", value=name)
    return ".".join(dialect.quoted(step) for step in name.split("."))


def is_known(name: str, known: Identifiers | None) -> bool:
    if known is None or "\0" in name:
        return False
    return known(name) if callable(known) else name in known


def direction_sql(value: Any) -> str:
    """ASC, DESC, or nothing for an empty value."""
    if value is None or value == "":
        return ""
    direction = value.upper() if isinstance(value, str) else None
    if direction not in ("ASC", "DESC"):
        raise Invalid("A direction is asc or desc", value=value)
    return direction
