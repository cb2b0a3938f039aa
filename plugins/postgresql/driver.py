"""PostgreSQL through psycopg: connections, errors and tables; `reader.py` moves the rows."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, ClassVar
from urllib.parse import urlsplit

import msgspec
import psycopg
from psycopg import pq
from psycopg.types.json import set_json_loads

from tooljet_jupyter.drivers.driver import Run
from tooljet_jupyter.drivers.fields import Options
from tooljet_jupyter.drivers.manifest import Manifest
from tooljet_jupyter.drivers.result import Result
from tooljet_jupyter.drivers.schema import Schema, Table
from tooljet_jupyter.drivers.sink import Sink
from tooljet_jupyter.drivers.sql import SqlDriver
from tooljet_jupyter.drivers.statement import first_word

from . import adapters, bulk, tables
from .address import Address
from .bulk import Bulk
from .describe import Described, describe, numbered
from .reader import Reader

STATELESS = {
    "select", "values", "table", "show", "explain", "insert", "update", "delete", "merge", "with",
    "truncate", "create", "alter", "drop", "comment", "grant", "revoke", "analyze", "vacuum", "reindex",
    "refresh", "call",
}  # fmt: skip
# What COPY takes as well.
READING = {"select", "values", "table", "with"}
SESSION = ("set_config", "pg_advisory", " temp ", " temporary ", "into temp")


class PostgreSQL(SqlDriver):
    """One connection to a PostgreSQL server, in autocommit: a run costs one round trip and no more."""

    module: ClassVar[Any] = psycopg
    dialect = "postgresql"

    def __init__(self, options: Options, *, manifest: Manifest | None = None) -> None:
        super().__init__(options, manifest=manifest)
        self._address = Address(options, manifest=manifest)
        self._elsewhere: PostgreSQL | None = None
        self._bulk: Bulk | None = None
        self._timeout_ms = 0
        self._until = 0.0
        self._in_transaction = False
        self._touched = False

    def connect(self) -> "psycopg.Connection[Any]":
        """Connect with the options of the source, through SSH where they say so."""
        connection = psycopg.connect(**self._address.parameters(), autocommit=True)
        adapters.register(connection)
        set_json_loads(msgspec.json.decode, connection)
        self._timeout_ms, self._touched = 0, False
        if self.options.get("read_only"):
            connection.execute("SET default_transaction_read_only = on")
        return connection

    def address(self) -> str:
        """Return host and port, for people."""
        return self._address.label()

    def secret_texts(self) -> set[str]:
        """Return the values that must not be shown, the password inside a connection string too."""
        inside = urlsplit(self.options.get("connection_string") or "").password
        return super().secret_texts() | ({inside} if inside else set())

    def run(self, operation: str, options: Options, run: Run) -> Result:
        """Run one operation, on another host or database where the query may name one."""
        other = self.elsewhere(options)
        return other.run(operation, options, run) if other else super().run(operation, options, run)

    def elsewhere(self, options: Options) -> "PostgreSQL | None":
        """Return a driver for the host and the database a query names."""
        named = {key: str(options[key]) for key in ("host", "database") if options.get(key)}
        if not named or not self.options.get("allow_dynamic_connection_parameters"):
            return None
        wanted = self._address.moved(named)
        if self._elsewhere is None or self._elsewhere.options != wanted:
            if self._elsewhere:
                self._elsewhere.close()
            self._elsewhere = type(self)(wanted, manifest=self.manifest)
        return self._elsewhere

    def limit(self, run: Run) -> None:
        """Set the server's time limit when it is another than before; renew a lost connection."""
        if self._connection is not None and not alive(self._connection):
            self.drop()
        self._until = time.monotonic() + run.most_seconds
        timeout = max(1, round(run.most_seconds * 1000))
        timeout = -(-timeout // 1000) * 1000 if timeout > 1000 else timeout
        if self._connection is None or timeout != self._timeout_ms:
            try:
                self.connection.execute(f"SET statement_timeout = {timeout}")
            except psycopg.Error as error:
                self.drop()
                raise self.unreachable(error) from error
            self._timeout_ms = timeout

    def fetch(self, texts: Sequence[str], values: Sequence[Any], run: Run) -> Result:
        """Send one statement and return its rows, or how many it changed."""
        words = texts[0].lower() if len(texts) == 1 else " ".join(texts).lower()
        word = first_word(words)
        changes = word not in STATELESS or any(text in words for text in SESSION)
        self._touched = self._touched or changes
        stoppable = word == "select" and not self._in_transaction
        if run.sink and run.sink.arrow and word in READING and not (changes or self._in_transaction):
            query = describe(self.connection, texts, values) if bulk.installed() else None
            if query:
                return self.copied(query, run, run.sink)
        reader = Reader(self.connection, run, until=self._until, stoppable=stoppable)
        result = reader.fetch(numbered(texts), values)
        self._touched = self._touched or reader.stopped
        return result

    def copied(self, query: Described, run: Run, sink: Sink) -> Result:
        """Send the rows of a query through ADBC."""
        if self._bulk is None:
            self._bulk = Bulk(self._address.parameters(), read_only=bool(self.options.get("read_only")))
        result: Result | None = None
        try:
            self._bulk.limit(run.most_seconds)
            if self._cancelled or self._late:
                raise psycopg.errors.QueryCanceled("stopped before it began")
            result = self._bulk.copy(query, sink)
            return result
        finally:
            # What is left of a COPY can only be thrown away with its connection.
            if result is None or result.truncated:
                self.drop_bulk()

    def drop_bulk(self) -> None:
        """Forget the connection of ADBC."""
        with self._lock:
            dropped, self._bulk = self._bulk, None
        if dropped:
            dropped.cancel()
            dropped.close()

    def several(self, texts: Sequence[str], values: Sequence[Any], run: Run) -> Result:
        """Run a text of several statements; what changes the session is not lent to the next run."""
        self._touched = True
        return super().several(texts, values, run)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do several statements or none."""
        self.connection.execute("BEGIN")
        self._in_transaction = True
        try:
            yield
            if self.connection.pgconn.transaction_status == pq.TransactionStatus.INTRANS:
                self.connection.execute("COMMIT")
        finally:
            self._in_transaction = False

    def commit(self) -> None:
        """End what the user's own SQL left open: nothing of a run stays behind."""
        self.rollback()

    def rollback(self) -> None:
        """Undo what is open; in autocommit that is hardly ever anything."""
        if self._connection is None or self._connection.pgconn.transaction_status == pq.TransactionStatus.IDLE:
            return
        if self._connection.pgconn.transaction_status in (
            pq.TransactionStatus.UNKNOWN,
            pq.TransactionStatus.ACTIVE,
        ):
            self.drop()
        else:
            self._connection.execute("ROLLBACK")

    def message(self, error: Exception) -> str:
        """Return the first line of what the server said; the rest is in the detail."""
        primary = error.diag.message_primary if isinstance(error, psycopg.Error) else None
        return primary or str(error)

    def timed_out(self, error: Exception) -> bool:
        """Say whether the server gave up because of the time limit."""
        return isinstance(error, psycopg.errors.QueryCanceled)

    def lost(self, error: Exception) -> bool:
        """Say whether the connection is gone."""
        ended = isinstance(error, psycopg.Error) and (error.sqlstate or "").startswith("57P0")
        return ended or (self._connection is not None and bool(self._connection.broken))

    def facts(self, error: Exception) -> dict[str, Any]:
        """Return the server's code, position and hint."""
        if not isinstance(error, psycopg.Error):
            return {}
        diag = error.diag
        position = diag.statement_position
        facts = {
            "sqlstate": error.sqlstate, "position": int(position) if position else None,
            "reason": diag.message_detail, "hint": diag.message_hint, "table": diag.table_name,
            "column": diag.column_name, "constraint": diag.constraint_name,
        }  # fmt: skip
        return {key: self.scrub(value) if isinstance(value, str) else value for key, value in facts.items() if value}

    def schema(self) -> Schema:
        """Return the tables and views of all schemas the user may use."""
        return Schema(self.listed("", ""))

    def find_table(self, name: str, schema: str) -> Table | None:
        """Return one table, found through the search path when no schema is named."""
        found = self.listed(schema, name)
        if not found and not schema and "." in name:
            found = self.listed(*name.split(".", 1))
        return found[0] if found else None

    def listed(self, schema: str, name: str) -> list[Table]:
        """Return the tables of a schema, or the one with a name."""
        if self._connection is not None and self._running:
            return tables.listed(self.connection, schema, name)
        with self.guarded(Run()):
            return tables.listed(self.connection, schema, name)

    def healthy(self) -> bool:
        """Say whether the next run can use this connection."""
        return self._connection is None or (alive(self._connection) and super().healthy())

    def reusable(self) -> bool:
        """Say whether the next run may use this connection: not when SQL changed its session."""
        return super().reusable() and not self._touched

    def cancel(self) -> None:
        """Stop the run that another thread is in."""
        if self._elsewhere:
            self._elsewhere.cancel()
        super().cancel()

    def stop(self) -> None:
        """Stop whatever runs, on either connection."""
        super().stop()
        if self._bulk:
            self._bulk.cancel()

    def interrupt(self, connection: Any) -> None:
        """Ask the server to stop what this connection runs."""
        connection.cancel_safe(timeout=5)

    def drop(self) -> None:
        """Forget the connection; what changed its session is gone with it."""
        super().drop()
        self.drop_bulk()
        self._touched = False

    def close(self) -> None:
        """Give back connections, certificate files and the tunnel."""
        if self._elsewhere:
            self._elsewhere.close()
        super().close()
        self.drop_bulk()
        self._address.close()


def alive(connection: "psycopg.Connection[Any]") -> bool:
    """Say whether an idle connection is still there.

    Asked of libpq, not with `poll`: that lets go of Python's lock, and a busy server's other threads keep it
    for milliseconds. A server that goes away says why before it hangs up, so what it says is read twice.
    """
    try:
        connection.pgconn.consume_input()
        connection.pgconn.consume_input()
    except psycopg.Error:
        return False
    return not connection.closed
