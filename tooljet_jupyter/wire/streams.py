"""How the rows of a run travel while it runs: as Arrow or as lines of JSON, its end and its failure among them.

Arrow: one or more IPC streams after another. The metadata of each schema tells under `tooljet` what it is:
columns of rows that follow, the end, or a failure. Where a column needs a wider type, a new stream begins.

Lines: one JSON object each: `{"columns": …}`, `{"rows": …}`, `{"end": …}`, `{"error": …}`.
"""

from typing import Any

from .base import Reply
from .queries import Column

ARROW = "application/vnd.apache.arrow.stream"
LINES = "application/x-ndjson"
METADATA_KEY = b"tooljet"


class StreamEnd(Reply):
    """What is known of a run when all its rows are sent."""

    run: str
    rows: int
    truncated: bool
    limit_bytes: int
    affected_rows: int | None
    metadata: dict[str, Any]
    seconds: float


class StreamHead(Reply):
    """The columns of the rows that follow, by the names of `wire.kinds`."""

    columns: list[Column]
