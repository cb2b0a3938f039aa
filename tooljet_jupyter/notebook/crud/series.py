"""Columns of a DataFrame as columns of a table: names that a table takes, types, and plain values."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ...errors import Invalid

if TYPE_CHECKING:
    import pandas

Json = dict[str, Any]
MOST_BYTES = 63
MOST_CHOICES = 50
MOST_WHOLE = 2**63 - 1
EXACT_DIGITS = 15
UTC = "%Y-%m-%dT%H:%M:%S.%f+00:00"
RESERVED = ("tooljet_", "pg_", "sqlite_")


@dataclass(frozen=True)
class Made:
    """One column: its name and type in the table, its values, and what the type alone does not say."""

    name: str
    type: str
    values: list[Any]
    more: Json = field(default_factory=dict)


Values = tuple[str, list[Any], Json]


def columns(frame: "pandas.DataFrame") -> tuple[list[Made], list[str]]:
    """Return the columns of a frame and the names of those that are its key; a named index is a column too."""
    indexed = [name for name in frame.index.names if name is not None]
    whole = frame.reset_index() if len(indexed) == frame.index.nlevels else frame
    keys = range(len(indexed)) if whole is not frame else ()
    made = []
    for place, name in enumerate(names(whole.columns)):
        type, values, more = read(name, whole.iloc[:, place])
        made.append(Made(name, type, values, more))
    found = [made[place] for place in keys]
    if not (found and tells_apart(found)):
        found = [column for column in made if column.name.lower() == "id" and tells_apart([column])]
    return made, [column.name for column in found]


def tells_apart(found: list[Made]) -> bool:
    """Say whether the values of columns are a key: there, short, and no two rows alike."""
    if any(column.type not in ("bigint", "character varying") or None in column.values for column in found):
        return False
    rows = list(zip(*(column.values for column in found), strict=True))
    return len(set(rows)) == len(rows)


def names(given: Iterable[Any]) -> list[str]:
    """Return names that a table takes, no two alike: of several levels joined, of numbers as text, not too long."""
    made: list[str] = []
    taken: set[str] = set()
    for place, label in enumerate(given, 1):
        joined = " ".join(str(part) for part in label if part not in ("", None)) if isinstance(label, tuple) else label
        base = "" if joined is None else str(joined).replace("\0", "").strip()
        base = short(base or f"column_{place}")
        name, number = base, 2
        while name.lower() in taken:
            name, number = f"{short(base, less=len(str(number)) + 1)}_{number}", number + 1
        taken.add(name.lower())
        made.append(name)
    return made


def short(name: str, *, less: int = 0) -> str:
    """Return a name that fits, cut between letters."""
    return name.encode()[: MOST_BYTES - less].decode("utf-8", "ignore").strip()


def read(name: str, given: "pandas.Series[Any]") -> Values:
    """Return type, values and more of a column."""
    from pandas import CategoricalDtype
    from pandas.api import types

    if isinstance(given.dtype, CategoricalDtype):
        return category(name, given)
    if types.is_bool_dtype(given):
        return "boolean", present(given), {}
    if types.is_integer_dtype(given):
        return whole(present(given))
    if types.is_float_dtype(given):
        return "double precision", [real(value) for value in present(given)], {}
    if types.is_datetime64_any_dtype(given):
        return moment(given)
    if types.is_object_dtype(given) or types.is_string_dtype(given):
        return guessed(name, given)
    return text(present(given))


def present(given: "pandas.Series[Any]") -> list[Any]:
    """Return the values as Python's own, None where there is none."""
    values: list[Any] = given.astype(object).where(given.notna(), None).tolist()
    return values


def whole(values: list[Any]) -> Values:
    """Return whole numbers, as text where a table has none so large."""
    fits = all(value is None or -MOST_WHOLE <= value <= MOST_WHOLE for value in values)
    return ("bigint", values, {}) if fits else text(values)


def real(value: Any) -> Any:
    """Return a number; JSON has no word for infinity, the databases have."""
    if value is None or math.isfinite(value):
        return value
    return "Infinity" if value > 0 else "-Infinity"


def moment(given: "pandas.Series[Any]") -> Values:
    """Return times in UTC; times without a zone count as UTC, and are days where all are midnights."""
    zoned = given.dt.tz is not None
    if not zoned and bool((given.dropna() == given.dropna().dt.normalize()).all()) and given.notna().any():
        return "character varying", present(given.dt.strftime("%Y-%m-%d")), {"type": "date"}
    moved = given.dt.tz_convert("UTC") if zoned else given
    return "timestamp with time zone", present(moved.dt.strftime(UTC)), {}


def category(name: str, given: "pandas.Series[Any]") -> Values:
    """Return categories of text as an enumeration, others as what they are."""
    categories = list(given.cat.categories)
    if all(isinstance(item, str) for item in categories) and 0 < len(categories) <= MOST_CHOICES:
        return "character varying", present(given), {"choices": categories}
    return read(name, given.astype(given.cat.categories.dtype))


def guessed(name: str, given: "pandas.Series[Any]") -> Values:
    """Return a column of Python's objects by what is in it."""
    from pandas.api.types import infer_dtype

    values = present(given)
    readers: dict[str, Callable[[list[Any]], Values]] = {
        "boolean": lambda found: ("boolean", found, {}),
        "integer": whole,
        "floating": lambda found: ("double precision", [real(value) for value in found], {}),
        "mixed-integer-float": lambda found: ("double precision", [real(value) for value in found], {}),
        "decimal": decimal,
        "date": lambda found: ("character varying", [value and value.isoformat() for value in found], {"type": "date"}),
        "string": text,
        "empty": text,
    }
    kind = infer_dtype(values, skipna=True)
    if kind == "bytes" or any(isinstance(value, bytes | bytearray) for value in values):
        raise Invalid(f"The column {name} holds bytes, which a table cannot: leave it out, df.drop(columns=[{name!r}])")
    if kind in ("datetime", "datetime64"):
        from pandas import Series, to_datetime

        return moment(Series(to_datetime(values, utc=True)))
    if any(isinstance(value, dict | list | tuple | set) for value in values):
        return "jsonb", [plain(value) for value in values], {}
    return readers.get(kind, text)(values)


def decimal(values: list[Any]) -> Values:
    """Return decimals as numbers where a number holds all their digits, else as text."""
    there = [value for value in values if value is not None and value.is_finite()]
    digits = max((len(value.as_tuple().digits) for value in there), default=0)
    places = max((-int(value.as_tuple().exponent) for value in there), default=0)
    if digits > EXACT_DIGITS or len(there) < sum(value is not None for value in values):
        return text(values)
    more = {"type": f"numeric({EXACT_DIGITS},{max(places, 0)})"}
    return "double precision", [None if value is None else float(value) for value in values], more


def text(values: list[Any]) -> Values:
    """Return anything as text."""
    return "character varying", [None if value is None else written(value) for value in values], {}


def written(value: Any) -> str:
    """Return one value as text, without the sign that PostgreSQL's text cannot hold."""
    return (value.isoformat() if isinstance(value, date | time) else str(value)).replace("\0", "")


def plain(value: Any) -> Any:
    """Return an object or a list as JSON."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, str | bool | int) or value is None:
        return value
    item = getattr(value, "item", None)
    return plain(item()) if item and not isinstance(value, Decimal) else written(value)
