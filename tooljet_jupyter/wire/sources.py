"""Data sources of a workspace."""

from datetime import datetime
from typing import Any

from .base import Body, Reply


class SourceReply(Reply):
    """A data source; secrets are masked."""

    id: str
    name: str
    kind: str
    title: str
    options: dict[str, dict[str, Any]]
    updated_at: datetime


class CreateSource(Body):
    """Add a data source; the options hold for every environment unless told otherwise."""

    name: str
    kind: str
    options: dict[str, Any] = {}
    environment: str | None = None


class ChangeSource(Body):
    """Rename a source or change its options in one environment, or in all."""

    name: str | None = None
    options: dict[str, Any] | None = None
    environment: str | None = None


class TrySource(Body):
    """Try options before they are saved; masked secrets are those of `source`."""

    kind: str
    options: dict[str, Any]
    source: str | None = None
    environment: str | None = None


class Tried(Reply):
    """The source answered."""

    ok: bool
    seconds: float


class SchemaTarget(Reply):
    """The column of another table that a foreign key of one column refers to."""

    schema: str
    table: str
    column: str


class SchemaColumn(Reply):
    """A column of a table; `made` is identity or computed where the database fills it in, `choices` all it takes."""

    name: str
    type: str
    nullable: bool
    primary_key: bool
    default: str | None = None
    references: str | None = None
    target: SchemaTarget | None = None
    made: str = ""
    choices: list[str] = []
    base: str = ""


class SchemaTable(Reply):
    """A table or view of a source."""

    schema: str
    name: str
    kind: str
    columns: list[SchemaColumn]


class SchemaReply(Reply):
    """What a source holds."""

    tables: list[SchemaTable]


class Invoke(Body):
    """Ask a driver something for a form: listSchemas, listTables, listColumns."""

    method: str
    args: dict[str, Any] = {}
    environment: str | None = None


class Invoked(Reply):
    """What the driver answered."""

    data: Any
