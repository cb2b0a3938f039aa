"""Which type a column has while its rows stream by: the narrowest that holds every value so far."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal
from itertools import chain
from typing import Any

from ..wire.exact import SAFE_INTEGER
from ..wire.kinds import DIGITS, decimal_size, element_kind
from ..wire.kinds import MOST_DIGITS as MOST_DIGITS
from ..wire.kinds import decimal_kind as decimal_kind
from ..wire.kinds import in_utc as moment
from ..wire.kinds import text as text

# An exact number of whatever size: its values say how many digits it needs.
DECIMAL = "decimal"
MOST_INTEGER = 2**63
NESTED = frozenset({dict, list, tuple, set, frozenset})
BYTES = frozenset({bytes, bytearray, memoryview})
MOMENTS = frozenset({"date", "time", "timestamp", "timestamptz"})
# What a source that declared one of these sends needs no second look.
SURE = frozenset({"bool", "int16", "int32", "int64", "float32", "float64", "string", "binary", "json"})
ZONED = "timestamptz"


class Kind:
    """The type of one column so far."""

    def __init__(self, declared: str | None = None) -> None:
        self.declared = declared
        self.name = decimal_kind(DIGITS, 0) if declared == DECIMAL else declared or "null"
        self._most = 0
        self._whole = self._scale = 0
        element = element_kind(declared) if declared else None
        self._element = Kind(element) if element else None

    def take(self, values: Sequence[Any]) -> str:
        """Return the type after some more values."""
        if self.declared in SURE or self.name == "binary":
            return self.name
        if self._element:
            self.name = self._of_lists(self._element, values)
        elif self.declared and self.declared != DECIMAL:
            self.name = self._checked(values)
        else:
            self.name = self.joined(self._seen(values))
        return self.name

    def joined(self, other: str) -> str:
        """Return the type that holds what was there and what comes."""
        if "null" in (self.name, other) or self.name == other:
            return other if self.name == "null" else self.name
        both = {self.name, other}
        if both == {"int64", "float64"}:
            return "float64" if self._most <= SAFE_INTEGER else "string"
        if decimal_size(self.name) or decimal_size(other):
            rest = [name for name in both if not decimal_size(name)]
            return self.exact() if rest in ([], ["int64"]) else "string"
        return "binary" if "binary" in both else "json" if "json" in both else "string"

    def exact(self, whole: int = 0, scale: int = 0) -> str:
        """Return the exact type for so many digits before and behind the point, and for those before."""
        self._whole, self._scale = max(self._whole, whole), max(self._scale, scale)
        digits = self._whole + self._scale
        if digits > MOST_DIGITS:
            return "string"
        return decimal_kind(DIGITS if digits <= DIGITS else MOST_DIGITS, self._scale)

    def _checked(self, values: Sequence[Any]) -> str:
        """Return the declared type, or text where a value has no place in it, such as `infinity` among dates."""
        if self.name not in MOMENTS and not decimal_size(self.name):
            return self.name
        if self.name in MOMENTS:
            fits = not any(type(value) is str for value in values) and (self.name != ZONED or all(map(in_utc, values)))
        else:
            fits = all(value is None or value.is_finite() for value in values)
        return self.name if fits else "string"

    def _of_lists(self, element: "Kind", values: Sequence[Any]) -> str:
        there = [value for value in values if value is not None]
        if self.name == "json" or any(isinstance(item, list) for value in there for item in value):
            return "json"
        return f"list<{element.take(list(chain.from_iterable(there)))}>"

    def _seen(self, values: Sequence[Any]) -> str:
        """Return the type of values of which nothing is known."""
        kinds = set(map(type, values)) - {type(None)}
        if not kinds:
            return "null"
        if kinds <= {int}:
            return self._integers(there(values))
        if kinds <= {int, float}:
            whole = self._integers(value for value in values if type(value) is int)
            return "float64" if whole != "string" and self._most <= SAFE_INTEGER else "string"
        if kinds <= {int, Decimal}:
            return self._decimals(there(values))
        return simple(kinds, values)

    def _integers(self, values: Iterable[int]) -> str:
        most = max(map(abs, values), default=0)
        self._most = max(self._most, most)
        if most < MOST_INTEGER:
            self._whole = max(self._whole, len(str(most)))
            return "int64"
        return self.exact(whole=len(str(most)))

    def _decimals(self, values: Iterable[Any]) -> str:
        whole = scale = 0
        for value in map(Decimal, values):
            _, digits, exponent = value.as_tuple()
            if not isinstance(exponent, int):
                return "string"
            scale = max(scale, -exponent)
            whole = max(whole, len(digits) + exponent)
        return self.exact(max(whole, 1), scale)


def there(values: Sequence[Any]) -> Iterable[Any]:
    """Return the values that are not null."""
    return (value for value in values if value is not None)


def simple(kinds: set[type], values: Sequence[Any]) -> str:
    """Return the type of values of one kind; those of several are text, JSON or bytes."""
    if kinds & BYTES:
        return "binary"
    if kinds & NESTED:
        return "json"
    if kinds == {bool}:
        return "bool"
    if kinds == {date}:
        return "date"
    if kinds == {time} and all(value.tzinfo is None for value in there(values)):
        return "time"
    if kinds == {datetime}:
        zones = {value.tzinfo is not None for value in there(values)}
        if zones == {False}:
            return "timestamp"
        return ZONED if zones == {True} and all(map(in_utc, values)) else "string"
    return "string"


def in_utc(value: datetime | None) -> bool:
    """Say whether a moment can be told in UTC: the first and last of Python's years hold some that cannot."""
    return value is None or 1 < value.year < 9999 or moment(value).tzinfo is UTC
