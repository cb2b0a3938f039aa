"""Values of Python as JSON: data frames as rows, dates as text, the elements of lists as objects."""

import math
from typing import Any

from ..errors import Invalid


def plain(value: Any) -> Any:
    """A value as JSON."""
    if isinstance(value, str):
        return str(value)  # For others, an expression is a text like any other.
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set):
        return [plain(item) for item in value]
    return foreign(value)


def foreign(value: Any) -> Any:
    """A value of a library as JSON: frames of pandas and polars, arrays, dates, our own elements."""
    for method in ("__json__", "to_dicts", "tolist", "isoformat"):
        if hasattr(value, method):
            return plain(getattr(value, method)())
    if hasattr(value, "to_dict"):
        return plain(value.to_dict("records"))
    raise Invalid(f"A property cannot hold a {type(value).__name__}.", type=type(value).__name__)
