"""Turns JSON values into what a database's driver takes as parameters."""

import math
from datetime import date, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from ...errors import Invalid
from ..fill import as_json, plain
from .dialect import Dialect

SMALLEST, LARGEST = -(2**63), 2**63 - 1


def parameter(value: Any, dialect: Dialect, *, json: bool = False) -> Any:
    """The value as the driver takes it; `json` asks for JSON text where a list could also be an array."""
    if isinstance(value, str):
        return text(value, dialect)
    if value is None or isinstance(value, bool):
        return value if value is None or dialect.booleans else int(value)
    if isinstance(value, (list, tuple)):
        array = None if json or not dialect.arrays else flat(value)
        return text(as_json(value), dialect) if array is None else [parameter(item, dialect) for item in array]
    if isinstance(value, dict):
        return text(as_json(value), dialect)
    return value if dialect.rich_types else simple(value)


def text(value: str, dialect: Dialect) -> str:
    """The text, refused where the database could not hold it."""
    if not dialect.nul_in_text and "\0" in value:
        raise Invalid(f"A text in {dialect.name} cannot hold the character NUL")
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise Invalid("A text holds half a character (a lone surrogate)") from error
    return value


def flat(value: list[Any] | tuple[Any, ...]) -> list[Any] | None:
    """The list when an array can hold it: simple values of one kind, where all numbers count as one."""
    kinds = {type(item) for item in value if item is not None}
    if kinds == {int, float}:
        return [item if item is None else float(item) for item in value]
    if len(kinds) > 1 or kinds & {list, tuple, dict}:
        return None
    return list(value)


def simple(value: Any) -> Any:
    """For drivers that take texts, 64-bit integers, floats and bytes only."""
    if isinstance(value, int):
        return value if SMALLEST <= value <= LARGEST else str(value)
    if isinstance(value, float):
        return None if math.isnan(value) else value
    return plain(value) if isinstance(value, (Decimal, UUID, date, time)) else value
