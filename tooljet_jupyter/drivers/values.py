"""Values of databases as values of JSON: nothing is lost, and everything encodes without a hook.

Numbers a browser can hold stay numbers; the others become text rather than another number:
a whole number past 2**53, and a Decimal of more than 15 digits. Not-a-number and infinity are null. Bytes
are base64. Dates, times, UUIDs and intervals stay Python's own and encode as ISO 8601 text.
"""

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite
from typing import Any
from uuid import UUID

SAFE_INTEGER = 2**53
EXACT_DIGITS = 15
AS_THEY_ARE: frozenset[type] = frozenset({type(None), str, bool, datetime, date, time, timedelta, UUID})

TYPES: dict[type, str] = {
    bool: "boolean", int: "number", float: "number", Decimal: "number", str: "string", UUID: "string",
    datetime: "datetime", date: "date", time: "time", timedelta: "string",
    dict: "json", list: "json", tuple: "json", bytes: "binary", bytearray: "binary", memoryview: "binary",
}  # fmt: skip


class Document(str):
    """JSON as a source wrote it: a stream passes it on unread."""


def integer(value: int) -> int | str:
    """Return the number, or its text where a browser would round it."""
    return value if -SAFE_INTEGER <= value <= SAFE_INTEGER else str(value)


def decimal(value: Decimal) -> int | float | str | None:
    """Return an exact number, or its text where a double would round it."""
    sign, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int):
        return None
    if exponent == 0 or exponent > 0 and len(digits) + exponent <= EXACT_DIGITS:
        return integer(int(value))
    return float(value) if len(digits) <= EXACT_DIGITS and -300 < exponent < 300 else format(value, "f")


def real(value: float) -> float | None:
    """Return the number, or None for what JSON cannot say."""
    return value if isfinite(value) else None


def binary(value: bytes | bytearray | memoryview) -> str:
    """Return bytes as base64 text."""
    return b64encode(value).decode("ascii")


def mapping(value: Mapping[Any, Any]) -> dict[str, Any]:
    """Return an object with text keys and plain values."""
    return {str(key): plain(item) for key, item in value.items()}


def sequence(value: Any) -> list[Any]:
    """Return a list of plain values."""
    return [plain(item) for item in value]


CONVERT: dict[type, Callable[[Any], Any]] = {
    int: integer, float: real, Decimal: decimal, bytes: binary, bytearray: binary, memoryview: binary,
    dict: mapping, list: sequence, tuple: sequence, set: sequence, frozenset: sequence,
}  # fmt: skip


def plain(value: Any) -> Any:
    """Return one value of a database as a value of JSON."""
    kind = type(value)
    if kind in AS_THEY_ARE:
        return value
    return CONVERT.get(kind, str)(value)


def column_type(values: Sequence[Any]) -> str:
    """Return the type of a column from its first value that is there."""
    for value in values:
        if value is not None:
            return TYPES.get(type(value), "unknown")
    return "unknown"


def size(value: Any) -> int:
    """Return about how many bytes one plain value takes as JSON."""
    if isinstance(value, str):
        return len(value) + 3
    if isinstance(value, list):
        return 2 + sum(map(size, value))
    if isinstance(value, dict):
        return 2 + sum(len(key) + 3 + size(item) for key, item in value.items())
    return 8
