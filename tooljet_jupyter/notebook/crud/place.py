"""Where the rows are, as queries name it: a table of a SQL source, or of the ToolJet Database."""

from dataclasses import dataclass
from typing import Any

from ..sources import Source
from .words import fixed

Json = dict[str, Any]
DATABASE = "tooljetdb"


@dataclass(frozen=True)
class Place:
    """A source, and how the options of its queries are written."""

    source: Source | str
    """A data source, or `tooljetdb`, which needs none."""

    @property
    def kind(self) -> str:
        """The kind of source."""
        return self.source if isinstance(self.source, str) else self.source.kind

    @property
    def sqlite(self) -> bool:
        """Whether numbers, dates and texts are SQLite's."""
        return self.kind == "sqlite"

    def options(self, operation: str, schema: str, table: str, settings: Json, **more: Any) -> Json:
        """Return the options of a query that runs an operation on a table."""
        if self.kind == DATABASE:
            inner = settings.pop("columns") if operation == "create_row" else settings
            return {"operation": operation, "table_id": fixed(table), operation: inner, **more}
        named = {"schema": fixed(schema)} if schema else {}
        return {"mode": "gui", "operation": operation, "table": fixed(table), **named, operation: settings, **more}
