"""Values of a test as the server would send them: DataFrames as rows, dates as ISO text, numbers as they are."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import msgspec

from ..errors import Invalid
from ..wire.exact import binary, decimal, integer, real

# As the drivers have it, which are no part of a kernel: a test compares both.


def plain(value: Any) -> Any:
    """Return a value as JSON that an app can be handed.

    Raises
    ------
    Invalid
        It holds something that JSON has no word for.
    """
    try:
        return msgspec.to_builtins(_plain(value))
    except (TypeError, ValueError, RecursionError) as error:
        raise Invalid(f"That is no data an app can be given: {error}", type=type(value).__name__) from error


def _plain(value: Any) -> Any:
    convert = SCALARS.get(type(value))
    if convert:
        return convert(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(item) for item in value]
    return _foreign(value)


def _foreign(value: Any) -> Any:
    """Return a value of a library: rows of a DataFrame or an Arrow table, a number of numpy, a moment of pandas."""
    if hasattr(value, "iloc") and hasattr(value, "columns"):
        return _plain(value.to_dict("records"))
    for name in ("to_dicts", "to_pylist", "to_list", "tolist"):
        if hasattr(value, name):
            return _plain(getattr(value, name)())
    if hasattr(value, "to_pydatetime"):
        # pandas' NaT is the one moment that is not equal to itself.
        return value.to_pydatetime(warn=False) if value == value else None
    return value


def same(value: Any) -> Any:
    """Return what is plain already."""
    return value


SCALARS: dict[type, Callable[[Any], Any]] = {
    int: integer, float: real, Decimal: decimal, bytes: binary, bytearray: binary, memoryview: binary,
    str: same, bool: same, type(None): same,
}  # fmt: skip
