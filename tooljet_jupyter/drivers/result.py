"""What a run brings back: rows, columns, and whether there would have been more."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from math import isfinite
from operator import is_
from typing import Any

import msgspec

from ..wire.exact import SAFE_INTEGER
from .values import AS_THEY_ARE, CONVERT, column_type, plain, size

CHUNK = 1_000


class ResultColumn(msgspec.Struct, frozen=True):
    """One column: string, number, boolean, datetime, date, time, json, binary or unknown."""

    name: str
    type: str


@dataclass(slots=True)
class Result:
    """Rows as a list of objects, or any JSON where the source gives no rows."""

    data: Any = None
    columns: list[ResultColumn] = field(default_factory=list)
    truncated: bool = False
    affected_rows: int | None = None
    metadata: dict[str, Any] = field(default_factory=dict)
    row_count: int | None = None
    """How many rows went to the sink of the run; then there are none in `data`."""


def tabular(
    names: Sequence[str],
    rows: Iterable[Sequence[Any]],
    *,
    types: Sequence[str | None] = (),
    max_rows: int,
    max_bytes: int,
) -> Result:
    """Return rows as a Result, reading no more of them than the limits allow."""
    keys = unique(names)
    found: list[str | None] = list(types) or [None] * len(keys)
    data: list[dict[str, Any]] = []
    used, truncated, source = 0, False, iter(rows)
    overhead = 2 + sum(len(key) + 4 for key in keys)
    for chunk in chunks(source, max_rows + 1):
        given = list(zip(*chunk, strict=True)) if keys else []
        for index, column in enumerate(given):
            if found[index] is None and (kind := column_type(column)) != "unknown":
                found[index] = kind
        columns = list(map(plain_column, given))
        used += sum(map(column_size, columns)) + overhead * len(chunk)
        kept = len(chunk)
        if used > max_bytes:
            kept = fitting(columns, kept, overhead=overhead, over=used - max_bytes)
        truncated = kept < len(chunk) or len(data) + kept > max_rows
        same = all(map(is_, columns, given))
        values = chunk if same else list(zip(*columns, strict=True))
        data.extend(objects(keys, values[: min(kept, max_rows - len(data))]))
        if truncated:
            break
    described = [ResultColumn(key, kind or "unknown") for key, kind in zip(keys, found, strict=True)]
    return Result(data, described, truncated=truncated)


def objects(keys: Sequence[str], rows: Iterable[Sequence[Any]]) -> list[dict[str, Any]]:
    """Return rows as objects."""
    made: list[dict[str, Any]] = maker(len(keys))(rows, *keys)
    return made


@lru_cache(maxsize=256)
def maker(count: int) -> Callable[..., list[dict[str, Any]]]:
    """Return what makes objects of rows with so many columns: `dict(zip(…))` for each takes three times as long.

    As `collections.namedtuple` does, it compiles a text of its own making: numbers only, the names are arguments.
    """
    names = "".join(f", k{index}" for index in range(count))
    values = "".join(f"v{index}, " for index in range(count))
    pairs = ", ".join(f"k{index}: v{index}" for index in range(count))
    source = f"lambda rows{names}: [{{{pairs}}} for [{values}] in rows]"
    made: Callable[..., list[dict[str, Any]]] = eval(source)
    return made


def unique(names: Sequence[str]) -> list[str]:
    """Return column names with `_1`, `_2` … behind a name that was already there."""
    if len(set(names)) == len(names):
        return list(names)
    seen: set[str] = set()
    taken = set(names)
    keys = []
    for name in names:
        key, count = name, 0
        while key in seen or (count and key in taken):
            count += 1
            key = f"{name}_{count}"
        seen.add(key)
        keys.append(key)
    return keys


def chunks(source: Iterator[Sequence[Any]], most: int) -> Iterator[list[Sequence[Any]]]:
    """Give the rows in lists, `most` of them at all."""
    while most > 0 and (chunk := list(islice(source, min(CHUNK, most)))):
        most -= len(chunk)
        yield chunk


def plain_column(column: Sequence[Any]) -> Sequence[Any]:
    """Return the values of one column as JSON; a column that is already plain is the same object."""
    kinds = set(map(type, column))
    if kinds <= AS_THEY_ARE:
        return column
    if kinds == {int} and min(column) >= -SAFE_INTEGER and max(column) <= SAFE_INTEGER:
        return column
    if kinds == {float} and all(map(isfinite, column)):
        return column
    if len(kinds) == 1:
        return list(map(CONVERT.get(kinds.pop(), str), column))
    return [plain(value) for value in column]


def column_size(column: Sequence[Any]) -> int:
    """Return about how many bytes a column takes as JSON."""
    kinds = set(map(type, column))
    if kinds == {str}:
        return sum(map(len, column)) + 3 * len(column)
    return sum(map(size, column)) if kinds & {str, list, dict} else 8 * len(column)


def fitting(columns: Sequence[Sequence[Any]], count: int, *, overhead: int, over: int) -> int:
    """Return how many of `count` rows may stay when they are `over` bytes too many."""
    while count and over > 0:
        count -= 1
        over -= overhead + sum(size(column[count]) for column in columns)
    return count
