"""Whole tables through ADBC: PostgreSQL's binary COPY, read by a compiled library straight into Arrow.

COPY takes no parameters, so the values of a query travel as settings of the session, sent as parameters
themselves, and the query reads them back with the types that the server found for them.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import psycopg
from psycopg.conninfo import make_conninfo

from tooljet_jupyter.drivers.result import Result
from tooljet_jupyter.drivers.sink import Sink

from .describe import SETTING, Described

BATCH_BYTES = 4_000_000
BATCHES = {"adbc.postgresql.batch_size_hint_bytes": str(BATCH_BYTES)}
WITHOUT_COPY = {"adbc.postgresql.use_copy": "false"}
LIBRARIES = ("pyarrow", "adbc_driver_manager", "adbc_driver_postgresql")
PRIMARY = "PG_DIAG_MESSAGE_PRIMARY"


def installed() -> bool:
    """Say whether ADBC is there."""
    return all(find_spec(name) for name in LIBRARIES)


class Bulk:
    """A second connection to the same database, with the same rights and limits; one thread uses it at a time."""

    def __init__(self, parameters: dict[str, Any], *, read_only: bool) -> None:
        self._library: Any = import_module("adbc_driver_postgresql.dbapi")
        self._seconds = 0.0
        with self._errors():
            self._connection = self._library.connect(make_conninfo(**parameters), autocommit=True)
        if read_only:
            self._send("SET default_transaction_read_only = on")

    def limit(self, seconds: float) -> None:
        """Set the server's time limit when it is another than before."""
        if seconds != self._seconds:
            self._send(f"SET statement_timeout = {max(1, round(seconds * 1000))}")
            self._seconds = seconds

    def copy(self, query: Described, sink: Sink) -> Result:
        """Send the rows of a query to a sink."""
        from .columns import Column

        names = [source.name for source in query.columns]
        columns = [Column(source) for source in query.columns]
        self._hand_over(query.values)
        with self._errors(), self._connection.cursor() as cursor:
            for batch in batches(cursor, query.sql):
                if sink.full:
                    return sink.result(truncated=True)
                arrays = [column.take(values) for column, values in zip(columns, batch.columns, strict=True)]
                sink.columns(names, [column.kind for column in columns])
                sink.arrays(arrays, batch.num_rows)
        sink.columns(names, [column.kind for column in columns])
        return sink.result(truncated=False)

    def cancel(self) -> None:
        """Stop what runs; nothing happens when there is nothing."""
        try:
            self._connection.adbc_cancel()
        except self._library.Error:
            return

    def close(self) -> None:
        """Close the connection."""
        try:
            self._connection.close()
        except self._library.Error:
            return

    def _hand_over(self, values: Sequence[str]) -> None:
        """Put the values where the query finds them."""
        if not values:
            return
        calls = [f"set_config('{SETTING}{place}', ${place}, false)" for place in range(1, len(values) + 1)]
        with self._errors(), self._connection.cursor() as cursor:
            cursor.adbc_statement.set_options(**WITHOUT_COPY)
            cursor.execute(f"SELECT {', '.join(calls)}", list(values))
            cursor.fetchall()

    def _send(self, sql: str) -> None:
        with self._errors(), self._connection.cursor() as cursor:
            cursor.execute(sql)

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """Raise what ADBC reports as psycopg's errors, which the driver knows how to say."""
        try:
            yield
        except self._library.Error as error:
            raise translated(error) from error


def batches(cursor: Any, sql: str) -> Iterator[Any]:
    """Give the batches of a query; unlike pyarrow's reader, the library's own says what the server said."""
    library: Any = import_module("adbc_driver_manager._reader")
    cursor.adbc_statement.set_options(**BATCHES)
    cursor.adbc_statement.set_sql_query(sql)
    handle, _ = cursor.adbc_statement.execute_query()
    with library.AdbcRecordBatchReader._import_from_c(handle.address) as reader:
        yield from reader


def translated(error: Any) -> psycopg.Error:
    """Return an error of ADBC as one of psycopg's, with the server's own words."""
    said = {str(key): value.decode(errors="replace") for key, value in pairs(error.details)}
    try:
        kind: type[psycopg.Error] = psycopg.errors.lookup(error.sqlstate or "")
    except KeyError:
        kind = psycopg.OperationalError
    return kind(said.get(PRIMARY) or str(error))


def pairs(details: Sequence[tuple[Any, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Give the details of an error, whose names are text or bytes."""
    for key, value in details or ():
        yield (key.decode() if isinstance(key, bytes) else key), value
