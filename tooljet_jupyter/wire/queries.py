"""Queries: saved ones, runs, and what a run returns."""

from datetime import datetime
from typing import Any

from .base import Body, Reply


class QueryReply(Reply):
    """A saved query of the workspace."""

    id: str
    name: str
    kind: str
    source: str | None
    options: dict[str, Any]
    parameters: list[str]
    updated_at: datetime


class CreateQuery(Body):
    """Save a query under a name."""

    name: str
    kind: str | None = None
    source: str | None = None
    options: dict[str, Any] = {}


class ChangeQuery(Body):
    """Change a saved query; what is left out stays."""

    name: str | None = None
    source: str | None = None
    options: dict[str, Any] | None = None


class RunQuery(Body):
    """Run a query of an app: one value per binding, in their order."""

    values: list[Any] = []
    run: str | None = None
    version: str | None = None
    environment: str | None = None


class RunSaved(Body):
    """Run a saved query with its parameters."""

    parameters: dict[str, Any] = {}
    run: str | None = None
    environment: str | None = None


class RunOnce(Body):
    """Run a query that is not saved, with parameters by name or one value per binding; builders only."""

    options: dict[str, Any]
    source: str | None = None
    kind: str | None = None
    parameters: dict[str, Any] = {}
    values: list[Any] | None = None
    run: str | None = None
    environment: str | None = None


class Column(Reply):
    """A column of a result and the type of its values."""

    name: str
    type: str


class RunReply(Reply):
    """What a run returned."""

    run: str
    columns: list[Column]
    data: Any
    truncated: bool
    limit: int
    affected_rows: int | None
    metadata: dict[str, Any]
    seconds: float
