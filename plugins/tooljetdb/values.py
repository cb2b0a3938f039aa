"""Values of the ToolJet Database in SQLite: written with their types checked, read back as they were."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from tooljet_jupyter.drivers.grammar import Grammar, SqliteGrammar, json_text
from tooljet_jupyter.drivers.result import Result, ResultColumn
from tooljet_jupyter.drivers.schema import Column
from tooljet_jupyter.errors import Invalid

FORMATS = ("%m/%d/%Y", "%m/%d/%Y %H:%M", "%m/%d/%Y %H:%M:%S", "%a %b %d %Y %H:%M:%S GMT%z")
LIMITS = {"integer": 2**31, "serial": 2**31, "bigint": 2**63}
NOW = ("now", "now()", "current_timestamp")


class StoreGrammar(SqliteGrammar):
    """SQLite with the types of PostgreSQL: what is no number does not get into a number column."""

    def value(self, value: Any, column: Column) -> Any:
        """Return a value as it is stored."""
        kind = column.type
        if value is None or (value == "" and kind != "character varying"):
            return None
        if kind in LIMITS:
            return whole(value, column)
        writer = WRITERS.get(kind)
        return writer(value, column) if writer else text(value)


class SchemaGrammar(Grammar):
    """PostgreSQL, for columns whose type is one of the store's."""

    def cast(self, column: Column) -> str:
        """Return the cast; `serial` is no type but an integer with a default."""
        return "::integer" if column.type == "serial" else f"::{column.type}"


def whole(value: Any, column: Column) -> int:
    """Return a whole number that fits."""
    with suppress(ValueError, TypeError):
        number = int(str(value)) if isinstance(value, str) else int(value)
        if number == float(value) and -LIMITS[column.type] <= number < LIMITS[column.type]:
            return number
    raise wrong(value, column)


def real(value: Any, column: Column) -> float:
    """Return a number."""
    with suppress(ValueError, TypeError):
        return float(value)
    raise wrong(value, column)


def boolean(value: Any, column: Column) -> int:
    """Return 1 or 0."""
    word = str(value).strip().lower()
    if word in ("true", "t", "1", "yes", "on"):
        return 1
    if word in ("false", "f", "0", "no", "off"):
        return 0
    raise wrong(value, column)


def moment(value: Any, column: Column) -> str:
    """Return a time in UTC, always with the same number of characters so that text sorts like time."""
    return instant(value, column).astimezone(UTC).isoformat(timespec="microseconds")


def instant(value: Any, column: Column) -> datetime:
    """Return a time as people and JavaScript write it; without a zone it is UTC."""
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    words = str(value).strip()
    with suppress(ValueError):
        found = datetime.fromisoformat(words)
        return found if found.tzinfo else found.replace(tzinfo=UTC)
    if words.lower() in NOW:
        return datetime.now(UTC)
    # What comes behind a bracket is the zone's name, which JavaScript writes.
    readers: list[Callable[[str], datetime]] = [datetime.fromisoformat]
    readers += [lambda found, form=form: datetime.strptime(found, form) for form in FORMATS]  # type: ignore[misc]
    for reader in readers:
        with suppress(ValueError):
            found = reader(words.split(" (")[0])
            return found if found.tzinfo else found.replace(tzinfo=UTC)
    raise wrong(value, column)


def text(value: Any) -> str:
    """Return text; objects and lists as JSON."""
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list | bool) else str(value)


def wrong(value: Any, column: Column) -> Invalid:
    """Return the error for a value of another type."""
    return Invalid(f"{column.name} takes {column.type}, not {value!r}", field=column.name, type=column.type)


WRITERS: dict[str, Callable[[Any, Column], Any]] = {
    "double precision": real,
    "boolean": boolean,
    "timestamp with time zone": moment,
    "jsonb": lambda value, column: json_text(value),
}
READERS: dict[str, Callable[[Any], Any]] = {
    "boolean": bool,
    "jsonb": json.loads,
    "timestamp with time zone": datetime.fromisoformat,
}
COLUMN_TYPES = {
    "boolean": "boolean",
    "jsonb": "json",
    "timestamp with time zone": "datetime",
    "character varying": "string",
}


def restored(result: Result, types: Mapping[str, str]) -> Result:
    """Give the values read from SQLite the types of their columns again."""
    known = {name: COLUMN_TYPES.get(kind, "number") for name, kind in types.items()}
    result.columns = [ResultColumn(c.name, known.get(c.name, c.type)) for c in result.columns]
    for name, reader in ((name, READERS[kind]) for name, kind in types.items() if kind in READERS):
        for row in result.data:
            if row.get(name) is not None:
                row[name] = reader(row[name])
    return result
