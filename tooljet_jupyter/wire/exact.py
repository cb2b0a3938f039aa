"""Numbers and bytes as JSON that a browser reads without losing anything.

Numbers a browser can hold stay numbers; the others become text rather than another number: a whole number past
2**53, and a Decimal of more than 15 digits. Not-a-number and infinity are null. Bytes are base64.
"""

from base64 import b64encode
from decimal import Decimal
from math import isfinite

SAFE_INTEGER = 2**53
EXACT_DIGITS = 15


def integer(value: int) -> int | str:
    """Return the number, or its text where a browser would round it."""
    return value if -SAFE_INTEGER <= value <= SAFE_INTEGER else str(value)


def decimal(value: Decimal) -> int | float | str | None:
    """Return an exact number, or its text where a double would round it."""
    _, digits, exponent = value.as_tuple()
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
