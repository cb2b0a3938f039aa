"""The record of what ran."""

from datetime import datetime

from .base import Reply


class RunRecord(Reply):
    """One run: who ran what and how it ended."""

    id: str
    query: str
    kind: str
    app: str | None
    source: str | None
    user: str | None
    status: str
    started_at: datetime
    seconds: float
    row_count: int | None
    error: str | None
