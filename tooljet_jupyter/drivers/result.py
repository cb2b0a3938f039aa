"""What a run brings back: rows, columns, and whether there would have been more."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import msgspec

from .values import AS_THEY_ARE, CONVERT, SAFE_INTEGER, column_type, plain, size

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
        columns = [list(column) for column in zip(*chunk, strict=True)] if keys else []
        for index, column in enumerate(columns):
            if found[index] is None and (kind := column_type(column)) != "unknown":
                found[index] = kind
            columns[index] = plain_column(column)
        kept = fitting(columns, len(chunk), overhead=overhead, room=max_bytes - used)
        truncated = kept < len(chunk) or len(data) + kept > max_rows
        kept = min(kept, max_rows - len(data))
        used += sum(column_size(column[:kept]) for column in columns) + overhead * kept
        values = zip(*columns, strict=True) if columns else (() for _ in chunk)
        data.extend(dict(zip(keys, row, strict=True)) for row in islice(values, kept))
        if truncated:
            break
    described = [ResultColumn(key, kind or "unknown") for key, kind in zip(keys, found, strict=True)]
    return Result(data, described, truncated=truncated)


def unique(names: Sequence[str]) -> list[str]:
    """Return column names with `_1`, `_2` … behind a name that was already there."""
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


def plain_column(column: list[Any]) -> list[Any]:
    """Return the values of one column as JSON; a column that is already plain is not walked in Python."""
    kinds = set(map(type, column))
    if kinds <= AS_THEY_ARE:
        return column
    if kinds == {int} and min(column) >= -SAFE_INTEGER and max(column) <= SAFE_INTEGER:
        return column
    if len(kinds) == 1:
        return list(map(CONVERT.get(kinds.pop(), str), column))
    return [plain(value) for value in column]


def column_size(column: list[Any]) -> int:
    """Return about how many bytes a column takes as JSON."""
    kinds = set(map(type, column))
    if kinds == {str}:
        return sum(map(len, column)) + 3 * len(column)
    return sum(map(size, column)) if kinds & {str, list, dict} else 8 * len(column)


def fitting(columns: list[list[Any]], count: int, *, overhead: int, room: int) -> int:
    """Return how many of `count` rows fit into `room` bytes."""
    if sum(map(column_size, columns)) + overhead * count <= room:
        return count
    for index in range(count):
        room -= overhead + sum(size(column[index]) for column in columns)
        if room < 0:
            return index
    return count
