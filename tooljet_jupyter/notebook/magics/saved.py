"""Saved queries as a cell keeps them: made at the first run, changed by the next ones, and said so."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from ...errors import Conflict, NotFound
from ..sources import SavedQuery, Source
from ..workspace import Workspace

Json = dict[str, Any]


@dataclass(frozen=True)
class Slot:
    """The place of a query of this name: free, or what is there."""

    name: str
    query: SavedQuery | None

    def refuse(self, source: Source, *, replace: bool) -> None:
        """Refuse to put SQL in the place of something else, before anything is run.

        Raises
        ------
        Conflict
            What is there is no SQL query on such a source.
        """
        if self.query is None or replace or (sql_of(self.query) is not None and self.query.kind == source.kind):
            return
        held = f"SQL on {self.query.kind}" if sql_of(self.query) is not None else f"of the kind {self.query.kind}"
        raise Conflict(
            f"There is a query {self.name} already, and it is {held}. Choose another name, run the cell with "
            "--no-save, or write over it with --replace",
            name=self.name,
        )

    def keep(self, source: Source, sql: str) -> str:
        """Save the SQL and return what happened, in words."""
        options = {"mode": "sql", "query": sql}
        if self.query is None:
            body = {"name": self.name, "source": source.id, "options": options}
            made = SavedQuery(source.client, source.client.post("queries", body))
            return f"Saved the query {self.name} on {source.name}{parameters(made)}"
        if self.query.source == source.id and sql_of(self.query) == sql:
            return f"The query {self.name} is saved as it is here{parameters(self.query)}"
        kept = self.query.options if sql_of(self.query) is not None else {}
        body = {"source": source.id, "options": {**kept, **options}}
        changed = SavedQuery(source.client, source.client.patch(f"queries/{quote(self.query.id)}", body))
        moved = f"; it runs on {source.name} now" if self.query.source != source.id else ""
        return f"Updated the query {self.name}{moved}{parameters(changed)}"


def slot(workspace: Workspace, name: str) -> Slot:
    """Return the place of a query of this name."""
    try:
        return Slot(name, workspace.query(name))
    except NotFound:
        return Slot(name, None)


def sql_of(query: SavedQuery) -> str | None:
    """Return the SQL of a query; None for other kinds."""
    sql = query.options.get("query")
    return sql if query.options.get("mode") == "sql" and isinstance(sql, str) else None


def parameters(query: SavedQuery) -> str:
    """Return the parameters of a query in words."""
    if not query.parameters:
        return ""
    return f", with the parameter{'s' if len(query.parameters) > 1 else ''} {', '.join(query.parameters)}"
