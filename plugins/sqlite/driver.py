"""SQLite files through Python's own driver: a time limit, an interrupt, and only the file that was named."""

import json
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, ClassVar

from tooljet_jupyter.drivers.driver import Run
from tooljet_jupyter.drivers.fields import Options
from tooljet_jupyter.drivers.grammar import SqliteGrammar
from tooljet_jupyter.drivers.manifest import Manifest
from tooljet_jupyter.drivers.patterns import teach
from tooljet_jupyter.drivers.result import Result, tabular
from tooljet_jupyter.drivers.schema import Schema
from tooljet_jupyter.drivers.sql import SqlDriver
from tooljet_jupyter.errors import Invalid

from .tables import listed

BUSY_SECONDS = 5.0
STEPS = 10_000
MOST_INTEGER = 2**63
SESSION = ("pragma", "savepoint", "create temp")


class SQLite(SqlDriver):
    """One connection to a file, in autocommit; dates are text, booleans are 0 and 1, JSON is text."""

    module: ClassVar[Any] = sqlite3
    dialect = "sqlite"
    mark = "?"
    grammar = SqliteGrammar()

    def __init__(self, options: Options, *, manifest: Manifest | None = None) -> None:
        super().__init__(options, manifest=manifest)
        self._until = float("inf")
        self._touched = False

    def connect(self) -> sqlite3.Connection:
        """Open the file; a missing one is only made when the source says so."""
        connection = sqlite3.connect(
            self.uri(), uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA foreign_keys = ON")
        connection.set_authorizer(authorize)
        connection.set_progress_handler(self.overdue, STEPS)
        teach(connection)
        self._touched = False
        return connection

    def uri(self) -> str:
        """Return the file as SQLite's URI, which also says whether it may be written or made."""
        path = str(self.options["path"])
        if path.startswith((":memory:", "file:")) or not path.strip():
            raise Invalid("Name a file: a database in memory would be another one in every connection", field="path")
        mode = "ro" if self.options.get("read_only") else "rwc" if self.options.get("create") else "rw"
        return f"{Path(path).expanduser().absolute().as_uri()}?mode={mode}"

    def address(self) -> str:
        """Return the file, for people."""
        return str(self.options["path"])

    def limit(self, run: Run) -> None:
        """Set the time after which SQLite is stopped."""
        self._until = time.monotonic() + run.most_seconds

    def overdue(self) -> int:
        """Tell SQLite, which asks every few thousand steps, whether to stop."""
        return int(self._cancelled or time.monotonic() > self._until)

    def fetch(self, texts: Sequence[str], values: Sequence[Any], run: Run) -> Result:
        """Send one statement and return its rows, or how many it changed."""
        with closing(self.connection.cursor()) as cursor:
            self._touched = self._touched or texts[0].lstrip().lower().startswith(SESSION)
            cursor.execute(self.mark.join(texts), [bindable(value) for value in values])
            if cursor.description is None:
                return Result([], affected_rows=max(cursor.rowcount, 0))
            names = [column[0] for column in cursor.description]
            if run.sink:
                result = run.sink.drain(names, cursor)
            else:
                result = tabular(names, cursor, max_rows=run.max_rows, max_bytes=run.max_bytes)
            result.affected_rows = cursor.rowcount if cursor.rowcount >= 0 else None
            return result

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do several statements or none."""
        self.connection.execute("BEGIN IMMEDIATE" if not self.options.get("read_only") else "BEGIN")
        yield
        if self.connection.in_transaction:
            self.connection.execute("COMMIT")

    def commit(self) -> None:
        """End what the user's own SQL left open: nothing of a run stays behind."""
        self.rollback()

    def rollback(self) -> None:
        """Undo what is open."""
        if self._connection is not None and self._connection.in_transaction:
            self._until = float("inf")
            self._connection.execute("ROLLBACK")

    def timed_out(self, error: Exception) -> bool:
        """Say whether the run was stopped because of its deadline."""
        return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT

    def facts(self, error: Exception) -> dict[str, Any]:
        """Return SQLite's name of the error."""
        name = getattr(error, "sqlite_errorname", None)
        return {"sqlite": name} if name else {}

    def schema(self) -> Schema:
        """Return the tables and views of the file."""
        if self._running:
            return Schema(listed(self.connection))
        with self.guarded(Run()):
            return Schema(listed(self.connection))

    def interrupt(self, connection: Any) -> None:
        """Stop the statement that runs; SQLite allows it from any thread."""
        connection.interrupt()

    def reusable(self) -> bool:
        """Say whether the next run may use this connection: not when SQL changed its settings."""
        return super().reusable() and not self._touched


def authorize(action: int, first: str | None, *_: Any) -> int:
    """Refuse to open other files: a source is one file. VACUUM attaches a nameless one and may."""
    if action == sqlite3.SQLITE_ATTACH and first != "":
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK


def bindable(value: Any) -> Any:
    """Return a value that SQLite takes: objects and lists as JSON text, huge numbers as text."""
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, int) and not -MOST_INTEGER <= value < MOST_INTEGER:
        return str(value)
    return value
