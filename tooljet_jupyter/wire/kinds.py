"""The types a column of a streamed result can have, by name: what server and notebook agree on.

`null`, `bool`, `int16`, `int32`, `int64`, `float32`, `float64`, `decimal(precision,scale)`, `string`, `binary`, `date`,
`time`, `timestamp`, `timestamptz`, `json`, and `list<…>` of any of them.
"""

import json
import re
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import lru_cache
from math import isinf, isnan
from typing import Any

DECIMAL = re.compile(r"decimal\((\d+),(\d+)\)")
INTEGERS = ("int16", "int32", "int64")
FLOATS = ("float32", "float64")
# The digits that Arrow's two exact types hold.
DIGITS, MOST_DIGITS = 38, 76
# In the metadata of an Arrow field whose type alone does not say what is in it.
KIND_KEY = b"tooljet.kind"


def decimal_kind(precision: int, scale: int) -> str:
    """Return the name of an exact number's type."""
    return f"decimal({precision},{scale})"


@lru_cache(maxsize=1024)
def decimal_size(kind: str) -> tuple[int, int] | None:
    """Return precision and scale of an exact number's type, None for any other type."""
    found = DECIMAL.fullmatch(kind)
    return (int(found[1]), int(found[2])) if found else None


def element_kind(kind: str) -> str | None:
    """Return the type of a list's elements, None for what is no list."""
    return kind[5:-1] if kind.startswith("list<") else None


def arrow_type(kind: str) -> Any:
    """Return the type as pyarrow's."""
    import pyarrow

    if size := decimal_size(kind):
        return (pyarrow.decimal128 if size[0] <= DIGITS else pyarrow.decimal256)(*size)
    if element := element_kind(kind):
        return pyarrow.list_(arrow_type(element))
    plain = {
        "null": pyarrow.null(), "bool": pyarrow.bool_(), "date": pyarrow.date32(), "time": pyarrow.time64("us"),
        "timestamp": pyarrow.timestamp("us"), "timestamptz": pyarrow.timestamp("us", "UTC"), "json": pyarrow.string(),
    }  # fmt: skip
    return plain.get(kind) or getattr(pyarrow, kind)()


def arrow_field(name: str, kind: str) -> Any:
    """Return a column as pyarrow's field; JSON is text that says so."""
    import pyarrow

    return pyarrow.field(name, arrow_type(kind), metadata={KIND_KEY: kind.encode()})


def text(value: Any) -> str | None:
    """Return a value as text, for a column whose values have no better type in common."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return "NaN" if isnan(value) else ("Infinity" if value > 0 else "-Infinity") if isinf(value) else repr(value)
    if isinstance(value, Decimal):
        return format(value, "f") if value.is_finite() else text(float(value))
    if isinstance(value, datetime):
        return in_utc(value).isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, dict | list | tuple):
        return json.dumps(value, ensure_ascii=False, default=text)
    return str(value)


def widened(value: Any, kind: str) -> Any:
    """Return a value as one of a wider type: what came before a column got that type."""
    if value is None:
        return None
    if kind == "json":
        return value if isinstance(value, dict | list | str | int | float) else text(value)
    if kind == "string":
        return text(value)
    if kind == "binary":
        return value if isinstance(value, bytes) else str(text(value)).encode()
    if element := element_kind(kind):
        return [widened(item, element) for item in value]
    if kind == "float64":
        return float(value)
    return Decimal(value) if decimal_size(kind) else value


def in_utc(value: datetime) -> datetime:
    """Return a moment in UTC; one without a zone, or that no year of Python's holds there, as it is."""
    try:
        return value.astimezone(UTC) if value.tzinfo else value
    except OverflowError:
        return value
