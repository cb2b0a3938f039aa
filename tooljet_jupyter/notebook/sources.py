"""Data sources and saved queries as Python objects."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..errors import SourceUnreachable
from .client import Client
from .data.batches import batches, whole
from .data.results import Result

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

# Where a query runs that is not saved.
ONCE = "queries/run"


class Source:
    """A data source of the workspace."""

    def __init__(self, client: Client | None, reply: dict[str, Any]) -> None:
        self._client = client
        self.id: str = reply["id"]
        self.name: str = reply["name"]
        self.kind: str = reply["kind"]

    @classmethod
    def described(cls, reply: dict[str, Any]) -> "Source":
        """Return a source that queries can name but that nobody can ask: there is no server yet."""
        return cls(None, reply)

    @property
    def client(self) -> Client:
        """The way to the server."""
        if self._client is None:
            raise SourceUnreachable(f"{self.name} was described without a server: use tj.connect().source(name)")
        return self._client

    def __repr__(self) -> str:
        return f"<Source {self.name!r} ({self.kind})>"

    def sql(self, text: str, /, **parameters: Any) -> "Sql":
        """Return SQL that is ready to run; `{{name}}` in it is bound to the parameter of that name."""
        return Sql(self, text, parameters)

    def run(self, operation: str, /, **options: Any) -> Result:
        """Run one of the source's operations with its options."""
        return whole(self.client, ONCE, self._asked(operation, options))

    def batches(self, operation: str, size: int | None = None, /, **options: Any) -> Iterator[Result]:
        """Run one of the source's operations and give its rows in batches of `size`, in constant memory."""
        return batches(self.client, ONCE, self._asked(operation, options), size)

    def _asked(self, operation: str, options: dict[str, Any]) -> dict[str, Any]:
        return {"source": self.id, "options": {"operation": operation, "mode": "gui", **options}}

    def tables(self) -> list[str]:
        """Return the names of the tables, with their schema where there is one."""
        found = self.client.get(f"sources/{self.id}/schema")["tables"]
        return [f"{table['schema']}.{table['name']}" if table["schema"] else table["name"] for table in found]

    def columns(self, table: str) -> dict[str, str]:
        """Return the columns of a table and their types."""
        for found in self.client.get(f"sources/{self.id}/schema")["tables"]:
            if table in (found["name"], f"{found['schema']}.{found['name']}"):
                return {column["name"]: column["type"] for column in found["columns"]}
        return {}

    def test(self) -> float:
        """Try the source and return the seconds it took."""
        return float(self.client.post(f"sources/{self.id}/test")["seconds"])


class Sql:
    """SQL with its parameters; it runs when its rows are asked for, and once only."""

    def __init__(self, source: Source, text: str, parameters: dict[str, Any]) -> None:
        self.source = source
        self.text = text
        self.parameters = parameters
        self._result: Result | None = None

    def run(self) -> Result:
        """Run it again and return the result."""
        self._result = whole(self.source.client, ONCE, self._asked())
        return self._result

    @property
    def result(self) -> Result:
        """What the first run returned."""
        return self._result or self.run()

    def rows(self) -> list[dict[str, Any]]:
        """Return the rows as dictionaries."""
        return self.result.rows()

    def df(self) -> "pandas.DataFrame":
        """Return the rows as a pandas DataFrame."""
        return self.result.df()

    def pl(self) -> "polars.DataFrame":
        """Return the rows as a polars DataFrame."""
        return self.result.pl()

    def arrow(self) -> "pyarrow.Table":
        """Return the rows as an Arrow table."""
        return self.result.arrow()

    def batches(self, size: int | None = None) -> Iterator[Result]:
        """Run it and give its rows in batches of `size`, in constant memory; leaving the loop cancels the rest."""
        return batches(self.source.client, ONCE, self._asked(), size)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for part in self.batches() if self._result is None else self._result.batches():
            yield from part.rows()

    def _asked(self) -> dict[str, Any]:
        options = {"mode": "sql", "query": self.text}
        return {"source": self.source.id, "options": options, "parameters": self.parameters}

    def save(self, name: str) -> "SavedQuery":
        """Save it as a query of the workspace; the names in `{{ }}` become its parameters."""
        body = {"name": name, "source": self.source.id, "options": {"mode": "sql", "query": self.text}}
        return SavedQuery(self.source.client, self.source.client.post("queries", body))

    def __repr__(self) -> str:
        return f"<Sql on {self.source.name!r}: {self.text.strip()[:60]}>"

    def _repr_html_(self) -> str:
        return self.result._repr_html_()


class SavedQuery:
    """A named query of the workspace."""

    def __init__(self, client: Client, reply: dict[str, Any]) -> None:
        self.client = client
        self.id: str = reply["id"]
        self.name: str = reply["name"]
        self.kind: str = reply["kind"]
        self.source: str | None = reply["source"]
        self.options: dict[str, Any] = reply["options"]
        self.parameters: list[str] = reply["parameters"]

    def __repr__(self) -> str:
        return f"<SavedQuery {self.name!r} ({', '.join(self.parameters)})>"

    def run(self, /, **parameters: Any) -> Result:
        """Run it with its parameters."""
        return whole(self.client, f"queries/{self.id}/run", {"parameters": parameters})

    def batches(self, size: int | None = None, /, **parameters: Any) -> Iterator[Result]:
        """Run it and give its rows in batches of `size`, in constant memory; leaving the loop cancels the rest."""
        return batches(self.client, f"queries/{self.id}/run", {"parameters": parameters}, size)
