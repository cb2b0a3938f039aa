"""Rows from the server in chunks, so that a table larger than the memory cannot fill it."""

import select
import time
from collections.abc import Generator, Iterable, Sequence
from contextlib import closing
from typing import Any

import psycopg
from psycopg import pq
from psycopg.abc import AdaptContext
from psycopg.adapt import PyFormat, Transformer
from psycopg.errors import error_from_result

from tooljet_jupyter.drivers.driver import Run
from tooljet_jupyter.drivers.result import CHUNK, Result, tabular
from tooljet_jupyter.errors import QueryFailed, QueryTimeout

from .adapters import Dates, Documents, kind
from .kinds import stream_kind

GRACE_SECONDS = 5.0
Status = pq.ExecStatus
ROWS = {Status.TUPLES_OK, Status.SINGLE_TUPLE, getattr(Status, "TUPLES_CHUNK", Status.SINGLE_TUPLE)}
FAILED = {Status.FATAL_ERROR, Status.BAD_RESPONSE, Status.NONFATAL_ERROR}
COPY = {Status.COPY_IN, Status.COPY_OUT, Status.COPY_BOTH}


class Reader:
    """Sends one statement with libpq and reads what comes back; nothing else is sent."""

    def __init__(self, connection: "psycopg.Connection[Any]", run: Run, *, until: float, stoppable: bool) -> None:
        self.connection = connection
        self.wire = connection.pgconn
        self.run = run
        self.stoppable = stoppable
        self.stopped = False
        self.status = b""
        self.changed = 0
        self.until = until + GRACE_SECONDS
        self.context: AdaptContext = Documents(connection) if run.sink else connection
        self.transformer = Transformer.from_context(self.context)

    def fetch(self, sql: str, values: Sequence[Any]) -> Result:
        """Send the statement and return its rows, or how many it changed."""
        self.send(sql.encode(), values)
        first = self.next()
        if first is None or first.status not in ROWS:
            self.drain()
            return Result([], affected_rows=self.changed)
        names = [(first.fname(index) or b"").decode() for index in range(first.nfields)]
        with closing(self.rows(first)) as rows:
            result = self.taken(first, names, rows)
        if result.truncated and self.stoppable and self.wire.is_busy():
            self.stop()
        self.drain()
        if not self.stopped and not self.status.startswith((b"SELECT", b"SHOW", b"EXPLAIN")):
            result.affected_rows = self.changed
        return result

    def taken(self, first: Any, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> Result:
        """Send the rows on where the run has a sink for them, else keep them."""
        if self.run.sink:
            kinds = [
                stream_kind(first.ftype(index), first.fmod(index), self.connection) for index in range(first.nfields)
            ]
            return self.run.sink.drain(names, rows, kinds)
        types = [kind(first.ftype(index), self.connection) for index in range(first.nfields)]
        return tabular(names, rows, types=types, max_rows=self.run.max_rows, max_bytes=self.run.max_bytes)

    def send(self, sql: bytes, values: Sequence[Any]) -> None:
        """Send the statement in one message, its values beside it."""
        encoded = self.transformer.dump_sequence(values, [PyFormat.AUTO] * len(values))
        self.wire.send_query_params(
            sql, encoded, param_types=self.transformer.types, param_formats=self.transformer.formats
        )
        if pq.version() >= 170000:
            self.wire.set_chunked_rows_mode(CHUNK)
        else:
            self.wire.set_single_row_mode()
        while self.wire.flush():
            self.wait(writing=True)

    def rows(self, result: Any) -> Generator[tuple[Any, ...], None, None]:
        """Give the rows of this and the following chunks."""
        while result is not None and result.ntuples:
            yield from self.load(result)
            result = None if result.status == Status.TUPLES_OK else self.next()

    def load(self, result: Any) -> list[tuple[Any, ...]]:
        """Return one chunk as Python's values; dates that Python does not know come as text."""
        self.transformer.set_pgresult(result)
        try:
            return self.transformer.load_rows(0, result.ntuples, tuple)
        except psycopg.DataError:
            self.transformer = Transformer.from_context(Dates(self.context))
            self.transformer.set_pgresult(result)
            return self.transformer.load_rows(0, result.ntuples, tuple)

    def next(self) -> Any:
        """Return the next result of the server, or None after the last; an error of the server is raised."""
        while self.wire.is_busy():
            self.wait()
        result = self.wire.get_result()
        if result is not None and result.status in COPY:
            self.connection.close()
            raise QueryFailed("COPY moves files and is not available in a query")
        if result is not None and result.status in FAILED:
            while self.wire.get_result() is not None:
                continue
            raise error_from_result(result, encoding=self.connection.info.encoding)
        if result is not None and result.command_status:
            # Of several chunks only the last says what was done, and the empty result after it does not.
            self.status, self.changed = result.command_status, result.command_tuples or 0
        return result

    def drain(self) -> None:
        """Read and forget the rest."""
        try:
            while self.next() is not None:
                continue
        except psycopg.errors.QueryCanceled:
            if not self.stopped:
                raise

    def stop(self) -> None:
        """Ask the server not to send the rest of a result that is full."""
        self.stopped = True
        self.connection.cancel_safe(timeout=GRACE_SECONDS)

    def wait(self, *, writing: bool = False) -> None:
        """Wait for the server, no longer than the run may take and a little more."""
        rest = self.until - time.monotonic()
        if rest <= 0 or not ready(self.wire.socket, rest, writing=writing):
            self.connection.close()
            raise QueryTimeout("The server did not answer in time", seconds=self.run.deadline_seconds)
        self.wire.consume_input()


def ready(socket: int, seconds: float, *, writing: bool) -> bool:
    """Wait until there is something to read, or room to write; unlike `select`, `poll` takes any socket."""
    if not hasattr(select, "poll"):
        return any(select.select([socket], [socket] if writing else [], [], seconds))
    poll = select.poll()
    poll.register(socket, select.POLLIN | (select.POLLOUT if writing else 0))
    return bool(poll.poll(seconds * 1000))
