"""Tables of the ToolJet Database."""

from typing import Any

from .base import Body, Reply


class TableReply(Reply):
    """A table of the workspace and its columns."""

    id: str
    name: str
    columns: list[dict[str, Any]]
    foreign_keys: list[dict[str, Any]]


class CreateTable(Body):
    """Make a table."""

    name: str
    columns: list[dict[str, Any]]
    foreign_keys: list[dict[str, Any]] = []


class ChangeTable(Body):
    """Rename a table, or add, change and drop columns."""

    name: str | None = None
    add_columns: list[dict[str, Any]] = []
    change_columns: list[dict[str, Any]] = []
    drop_columns: list[str] = []


class LoadRows(Body):
    """Insert many rows: the names of columns, and for each row their values in that order."""

    columns: list[str]
    rows: list[list[Any]]


class Loaded(Reply):
    """How many rows were inserted."""

    count: int
