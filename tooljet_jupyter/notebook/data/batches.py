"""Runs of queries from a notebook: the whole result, or one batch after the other in constant memory."""

import warnings
from collections.abc import Generator, Iterator
from importlib import import_module
from typing import Any

from ...wire.streams import ARROW
from ..client import Client
from .incoming import Incoming, Rows, Seen
from .progress import progress
from .results import Result

BATCH_ROWS = 50_000
Body = dict[str, Any]


def whole(client: Client, path: str, body: Body) -> Result:
    """Run a query and return all it brings."""
    seen = begun(client)
    with progress(seen), client.stream(path, body, seen) as incoming:
        if not isinstance(incoming, Incoming):
            return Result(incoming)
        parts = list(incoming.parts())
    warn(seen.end)
    return Result.streamed(joined(parts), seen.end)


def batches(client: Client, path: str, body: Body, size: int | None) -> Generator[Result, None, None]:
    """Run a query and give its rows in batches of `size`; leaving the loop cancels what is left."""
    seen = begun(client)
    with progress(seen), client.stream(path, body, seen) as incoming:
        if not isinstance(incoming, Incoming):
            yield from Result(incoming).batches(size)
            return
        for rows in evenly(incoming.parts(), size or BATCH_ROWS):
            yield Result.streamed(rows, seen.end)
    warn(seen.end)


def begun(client: Client) -> Seen:
    """Return a fresh account of a run; what reads its rows is loaded by then, which is no part of the run."""
    if ARROW in client.accepts:
        import_module("pyarrow.ipc")
    return Seen()


def evenly(parts: Iterator[Rows], size: int) -> Iterator[Rows]:
    """Give rows in portions of `size`, the last of them smaller; a result without rows is one empty portion."""
    held: list[Rows] = []
    count, given = 0, False
    for part in parts:
        held.append(part)
        count += len(part)
        if count >= size:
            rows, start = joined(held), 0
            while count >= size:
                yield rows.slice(start, size)
                start, count, given = start + size, count - size, True
            held = [rows.slice(start, count)]
    if count or not given:
        yield joined(held)


def joined(parts: list[Rows]) -> Rows:
    """Return parts as one."""
    found: Rows = type(parts[0]).joined(parts)
    return found


def warn(end: dict[str, Any]) -> None:
    """Say it where the server cut a result off."""
    if end["truncated"]:
        warnings.warn(
            f"The result is cut off after {end['rows']:,} rows: the server sends at most {end['limitBytes']:,} bytes. "
            "Ask for fewer rows or columns, or raise TooljetApp.max_stream_bytes",
            stacklevel=4,
        )
