"""The base of every data source: run an operation, test, list what is there, cancel, close."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from ..errors import Invalid
from .fields import Options
from .manifest import Manifest
from .policy import Policy
from .result import Result
from .schema import Column, Schema, Table

if TYPE_CHECKING:
    from .sink import Sink

MAX_ROWS = 100_000
MAX_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class Run:
    """One run: its id, how long it may take, and how much it may bring back."""

    id: str = ""
    deadline_seconds: float = 30.0
    max_rows: int = MAX_ROWS
    max_bytes: int = MAX_BYTES
    secrets: frozenset[str] = frozenset()
    """The values of `{{secrets.x}}` in the options: nobody may see them in an error or in metadata."""
    sink: "Sink | None" = None
    """Where the rows go as they come, instead of into the result; only drivers with many rows use it."""
    stream_seconds: float = 0.0
    """How long rows may stream once the first of them are there; the deadline is for those."""

    @property
    def most_seconds(self) -> float:
        """How long all of it may take."""
        return max(self.deadline_seconds, self.stream_seconds) if self.sink else self.deadline_seconds


class Driver(ABC):
    """An open source; used by one thread at a time, except `cancel`, which any thread may call."""

    dialect: ClassVar[str] = ""
    """The name by which `templates.sql` knows the source's SQL; empty where it speaks none."""

    policy: Policy = Policy()
    """What the server allows; set by the catalogue."""

    def __init__(self, options: Options, *, manifest: Manifest | None = None) -> None:
        self.options = options
        self.manifest = manifest

    @abstractmethod
    def run(self, operation: str, options: Options, run: Run) -> Result:
        """Run one operation with complete options and return its rows."""

    @abstractmethod
    def test(self) -> None:
        """Return when the source answers, raise when it does not."""

    def schema(self) -> Schema:
        """Return the tables of the source; empty where it has none."""
        return Schema()

    def schemas(self) -> list[str]:
        """Return the names of the schemas."""
        return sorted({table.schema for table in self.schema().tables if table.schema})

    def tables(self, schema: str = "") -> list[Table]:
        """Return the tables of one schema, or of all."""
        return [table for table in self.schema().tables if schema in ("", table.schema)]

    def columns(self, table: str, schema: str = "") -> list[Column]:
        """Return the columns of one table."""
        found = next((item for item in self.tables(schema) if item.name == table), None)
        return found.columns if found else []

    def invoke(self, method: str, args: Mapping[str, Any]) -> list[dict[str, str]]:
        """Return the choices of a selector field as `{value, label}`."""
        schema = str(args.get("schema") or "")
        if method == "listSchemas":
            return choices(self.schemas())
        if method == "listTables":
            return choices([table.name for table in self.tables(schema)])
        if method == "listColumns":
            return choices([column.name for column in self.columns(str(args.get("table") or ""), schema)])
        raise Invalid(f"This source cannot answer {method}", method=method)

    def writes(self, operation: str, options: Options) -> bool:
        """Say whether the operation may change something in the source; in doubt it does."""
        declared = self.manifest.operation(operation).writes if self.manifest else None
        return True if declared is None else declared

    def healthy(self) -> bool:
        """Say, quickly, whether the next run can use this driver as it is."""
        return True

    def reusable(self) -> bool:
        """Say whether the next run may get this driver after the run that just ended."""
        return True

    def cancel(self) -> None:
        """Stop the run that another thread is in; nothing happens when there is none."""
        return

    def close(self) -> None:
        """Give back everything that is held: connections, files, tunnels."""
        return


def choices(names: list[str]) -> list[dict[str, str]]:
    """Return names as the entries of a list."""
    return [{"value": name, "label": name} for name in names]
