"""Values of databases as values of JSON: nothing is lost, and everything encodes without a hook.

Numbers and bytes are as `wire/exact.py` says. Dates, times, UUIDs and intervals stay Python's own and encode as
ISO 8601 text.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from ..wire.exact import binary, decimal, integer, real

AS_THEY_ARE: frozenset[type] = frozenset({type(None), str, bool, datetime, date, time, timedelta, UUID})

TYPES: dict[type, str] = {
    bool: "boolean", int: "number", float: "number", Decimal: "number", str: "string", UUID: "string",
    datetime: "datetime", date: "date", time: "time", timedelta: "string",
    dict: "json", list: "json", tuple: "json", bytes: "binary", bytearray: "binary", memoryview: "binary",
}  # fmt: skip


class Document(str):
    """JSON as a source wrote it: a stream passes it on unread."""


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
