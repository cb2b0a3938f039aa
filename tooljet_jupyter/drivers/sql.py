"""The base of SQL sources: run a statement or a GUI operation, bound, limited, cancellable."""

import time
from abc import abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext
from dataclasses import replace
from threading import Lock, Timer
from typing import Any, ClassVar

from ..errors import Cancelled, Invalid, QueryFailed, QueryTimeout, SourceUnreachable, ToolJetError
from .driver import Driver, Run
from .fields import Options, read
from .grammar import Grammar
from .gui import Builder, Query
from .manifest import MASK, Manifest
from .narrow import Narrow
from .operations import GUI
from .result import Result, tabular
from .schema import Column, Table
from .statement import Statement, first_word, positional, split, statement

BEGINS = {"begin", "start"}
READS = {"select", "values", "table", "show", "explain", "describe", "pragma"}
READING = "list_rows"
FRESH_SECONDS = 60.0
SCHEMA_SECONDS = 60.0


class SqlDriver(Driver):
    """A database with a DB-API module; a leaf says how to connect and, where it differs, the rest."""

    module: ClassVar[Any]
    mark: ClassVar[str] = "%s"
    grammar: ClassVar[Grammar] = Grammar()

    def __init__(self, options: Options, *, manifest: Manifest | None = None) -> None:
        super().__init__(options, manifest=manifest)
        self._connection: Any = None
        self._used = 0.0
        self._running = False
        self._cancelled = False
        self._late = False
        self._lock = Lock()
        self._tables: dict[tuple[str, str], tuple[float, Table]] = {}

    @abstractmethod
    def connect(self) -> Any:
        """Return a new connection."""

    @property
    def connection(self) -> Any:
        """The connection, made when it is first needed."""
        if self._connection is None:
            self._connection = self._connect()
        return self._connection

    def _connect(self) -> Any:
        try:
            return self.connect()
        except (self.module.Error, OSError) as error:
            raise self.unreachable(error) from error

    def run(self, operation: str, options: Options, run: Run) -> Result:
        """Run one operation with complete options and return its rows."""
        with self.guarded(run):
            if operation in GUI:
                return self.gui(operation, options, run)
            return self.sql(statement(self.text(operation, options)), run)

    def text(self, operation: str, options: Options) -> Any:
        """Return the SQL of an operation: what its SQL field holds."""
        keys = self.manifest.operation(operation).sql_fields if self.manifest else []
        return read(options, keys[0] if keys else "query")

    def sql(self, given: Statement, run: Run) -> Result:
        """Run the user's own SQL; several statements are one transaction, the last rows the result."""
        texts, values = positional(given, self.mark)
        if not first_word(given.sql):
            raise Invalid("The SQL of this query is empty", field="query")
        if ";" not in given.sql:
            return self.fetch(texts, values, run)
        return self.several(texts, values, run)

    def several(self, texts: Sequence[str], values: Sequence[Any], run: Run) -> Result:
        """Run the statements of a text one after the other, each with its own values."""
        parts = list(divide(texts, values))
        if len(parts) == 1:
            return self.fetch(*parts[0], run)
        found: Result | None = None
        # Only the last rows are the result, and which are the last is known at the end.
        run = replace(run, sink=None)
        own = any(first_word(part_texts[0]) in BEGINS for part_texts, _ in parts)
        with nullcontext() if own else self.transaction():
            for part_texts, part_values in parts:
                result = self.fetch(part_texts, part_values, run)
                found = result if result.columns or found is None or not found.columns else found
        return found or Result([])

    def fetch(self, texts: Sequence[str], values: Sequence[Any], run: Run) -> Result:
        """Send one statement and return its rows, or how many it changed."""
        with closing(self.connection.cursor()) as cursor:
            cursor.execute(self.mark.join(texts), tuple(values))
            if cursor.description is None:
                return Result([], affected_rows=max(cursor.rowcount, 0))
            names = [column[0] for column in cursor.description]
            if run.sink:
                return run.sink.drain(names, cursor)
            return tabular(names, cursor, max_rows=run.max_rows, max_bytes=run.max_bytes)

    def ask(self, texts: Query, run: Run) -> Result:
        """Send a statement that was built here."""
        return self.fetch(texts.texts, texts.values, run)

    def gui(self, operation: str, options: Options, run: Run) -> Result:
        """Run a GUI operation on a table of the source."""
        settings = {**options, **(options.get(operation) or {})}
        table = self.table(str(settings.get("table") or ""), str(settings.get("schema") or ""))
        narrow = Narrow(self.grammar, settings, self.table)
        # What changes rows looks at them before it keeps the change.
        run = run if operation == READING else replace(run, sink=None)
        return GUI[operation](self, Builder(table, self.grammar, narrow=narrow), settings, run)

    def table(self, name: str, schema: str = "") -> Table:
        """Return a table with its columns as they are now, or were up to a minute ago."""
        if not name:
            raise Invalid("Choose a table", field="table")
        key = (schema, name)
        known = self._tables.get(key)
        if known and time.monotonic() - known[0] < SCHEMA_SECONDS:
            return known[1]
        found = self.find_table(name, schema)
        if found is None:
            raise Invalid(f"There is no table {name}", field="table")
        self._tables[key] = (time.monotonic(), found)
        return found

    def find_table(self, name: str, schema: str) -> Table | None:
        """Return a table read from the source; a leaf that can read only one does."""
        return next((table for table in self.tables(schema) if table.name == name), None)

    def columns(self, table: str, schema: str = "") -> list[Column]:
        """Return the columns of one table."""
        found = self.find_table(table, schema)
        return found.columns if found else []

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do several statements or none; here the connection itself begins one."""
        yield

    def commit(self) -> None:
        """Keep what a run did."""
        self.connection.commit()

    def rollback(self) -> None:
        """Undo what a failed run did."""
        if self._connection is not None:
            self._connection.rollback()

    def limit(self, run: Run) -> None:
        """Tell the database how long the run may take."""
        return

    @contextmanager
    def guarded(self, run: Run) -> Iterator[None]:
        """Give the run its limits, keep or undo what it did, and say in the user's words what went wrong."""
        self._cancelled, self._late, self._running = False, False, True
        watch = Timer(run.deadline_seconds, self.hurry, [run]) if run.sink else None
        try:
            if watch:
                watch.start()
            self.limit(run)
            if self._cancelled:
                raise Cancelled("The query was cancelled", run=run.id)
            yield
            self.commit()
        except self.module.Error as error:
            self.quiet_rollback()
            raise self.translate(error, run) from error
        except ToolJetError:
            self.quiet_rollback()
            raise
        finally:
            if watch:
                watch.cancel()
            with self._lock:
                self._running = False
            self._used = time.monotonic()

    def hurry(self, run: Run) -> None:
        """Stop a run whose first rows are late: the limit of the database itself is for all rows of a stream."""
        with self._lock:
            if self._running and run.sink and not run.sink.begun:
                self._late = True
                self.stop()

    def quiet_rollback(self) -> None:
        """Roll back; a connection that cannot is dropped."""
        try:
            self.rollback()
        except self.module.Error:
            self.drop()

    def translate(self, error: Exception, run: Run) -> ToolJetError:
        """Return what went wrong as an error of ours."""
        if self._cancelled:
            return Cancelled("The query was cancelled", run=run.id)
        if self._late or self.timed_out(error):
            return self.overran(run)
        if self.lost(error):
            self.drop()
            return self.unreachable(error)
        return QueryFailed(self.scrub(self.message(error)), **self.facts(error))

    def overran(self, run: Run) -> QueryTimeout:
        """Return the error for a run that took too long, until its first row or as a whole."""
        seconds = run.deadline_seconds if self._late else run.most_seconds
        return QueryTimeout(f"The query took longer than {seconds:g} s", seconds=seconds)

    def message(self, error: Exception) -> str:
        """Return what the database said."""
        return str(error)

    def timed_out(self, error: Exception) -> bool:
        """Say whether the database gave up because of the deadline."""
        return False

    def lost(self, error: Exception) -> bool:
        """Say whether the connection is gone."""
        return False

    def facts(self, error: Exception) -> dict[str, Any]:
        """Return what else the database told about an error."""
        return {}

    def address(self) -> str:
        """Return where the source is, for people."""
        host, port = self.options.get("host"), self.options.get("port")
        return f"{host}:{port}" if host else "the database"

    def unreachable(self, error: Exception) -> SourceUnreachable:
        """Return the error for a source that does not let us in; its reason never holds a secret."""
        reason = self.scrub(str(error)).strip()
        return SourceUnreachable(f"Could not connect to {self.address()}: {reason}", address=self.address())

    def scrub(self, text: str) -> str:
        """Return a text without the secrets of this source."""
        for secret in sorted(self.secret_texts(), key=len, reverse=True):
            text = text.replace(secret, MASK)
        return text

    def secret_texts(self) -> set[str]:
        """Return the values that must not be shown."""
        fields = self.manifest.secrets() if self.manifest else []
        found = {self.options.get(field.key) for field in fields} | {self.options.get("password")}
        return {value for value in found if isinstance(value, str) and value}

    def test(self) -> None:
        """Return when the source answers, raise when it does not."""
        with self.guarded(Run(deadline_seconds=10)):
            self.fetch(["SELECT 1"], [], Run())

    def writes(self, operation: str, options: Options) -> bool:
        """Say whether the operation may change something in the source; in doubt it does."""
        if operation in GUI:
            return operation != READING
        return any(first_word(part) not in READS for part in split(statement(self.text(operation, options)).sql))

    def healthy(self) -> bool:
        """Say whether the next run can use this connection; one that was idle for long is asked."""
        if self._connection is None or time.monotonic() - self._used < FRESH_SECONDS:
            return True
        try:
            self.test()
        except ToolJetError:
            return False
        return True

    def reusable(self) -> bool:
        """Say whether the next run may use this connection: a cancel might still be under way."""
        return not (self._cancelled or self._late)

    def cancel(self) -> None:
        """Stop the run that another thread is in."""
        with self._lock:
            self._cancelled = self._cancelled or self._running
            if self._running:
                self.stop()

    def stop(self) -> None:
        """Stop whatever runs on the connections of this driver."""
        if self._connection is not None:
            self.interrupt(self._connection)

    def interrupt(self, connection: Any) -> None:
        """Tell the database to stop what this connection runs."""
        connection.cancel()

    def drop(self) -> None:
        """Forget a connection that is of no use any more."""
        connection, self._connection = self._connection, None
        self._tables.clear()
        if connection is not None:
            try:
                connection.close()
            except self.module.Error:
                return

    def close(self) -> None:
        """Give back the connection."""
        self.drop()


def divide(texts: Sequence[str], values: Sequence[Any]) -> Iterator[tuple[list[str], list[Any]]]:
    """Split the text around its values into statements, each with the values that are in it."""
    mark = "\x00"
    rest = list(values)
    for text in split(mark.join(texts)):
        parts = text.split(mark)
        taken, rest = rest[: len(parts) - 1], rest[len(parts) - 1 :]
        yield parts, taken
