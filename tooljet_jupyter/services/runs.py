"""Runs: those under way, which can be cancelled, and the record of those that ended."""

import logging
import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol

from sqlalchemy import insert, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from ..db.models import QueryRun
from ..errors import Cancelled, Conflict, NotFound
from ..wire.base import Done
from ..wire.runs import RunRecord
from .context import Context

FLUSH_SECONDS = 0.5
BATCH = 10_000
STOP_SECONDS = 0.05
STOP_TRIES = 100
WAITING_RECORDS = 100_000
# The columns of `query_runs`: as plain data a batch is stored in a fraction of the time of objects.
Record = dict[str, Any]
log = logging.getLogger(__name__)


class Cancellable(Protocol):
    """Whatever does the work of a run."""

    def cancel(self) -> None:
        """Stop the work; called from another thread."""


@dataclass
class Active:
    """A run under way."""

    user_id: str
    worker: Cancellable | None = None
    cancelled: bool = False
    lock: threading.Lock = field(default_factory=threading.Lock)
    ended: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def work_of(self, worker: Cancellable) -> Iterator[None]:
        """Name who does the work while it lasts: a cancel reaches them, and never whom they work for next."""
        with self.lock:
            self.raise_if_cancelled()
            self.worker = worker
        try:
            yield
        finally:
            with self.lock:
                self.worker = None

    def raise_if_cancelled(self) -> None:
        """Raise where somebody cancelled before the work began."""
        if self.cancelled:
            raise Cancelled("The run was cancelled")

    def stop(self) -> None:
        """Stop the work, again until it has stopped: a database may not have begun when told first."""
        self.cancelled = True
        for _ in range(STOP_TRIES):
            with self.lock:
                if self.worker:
                    self.worker.cancel()
            if self.ended.wait(STOP_SECONDS):
                return


class Runs:
    """Runs under way by id, and a writer that records ended ones without making anybody wait."""

    def __init__(self, sessions: sessionmaker[Session]) -> None:
        self._sessions = sessions
        self._active: dict[str, Active] = {}
        self._lock = threading.Lock()
        self._ended: queue.Queue[Record | None] = queue.Queue(WAITING_RECORDS)
        self._closing = threading.Event()
        self._writer = threading.Thread(target=self._write, name="tooljet-runs", daemon=True)
        self._writer.start()

    def begin(self, run: str, user_id: str) -> Active:
        """Register a run under the id its caller chose."""
        with self._lock:
            if run in self._active:
                raise Conflict("A run with this id is under way", run=run)
            active = self._active[run] = Active(user_id)
        return active

    def under_way(self) -> list[str]:
        """Return the ids of the runs that work at this moment."""
        with self._lock:
            return [run for run, active in self._active.items() if active.worker]

    def cancel(self, run: str, user_id: str) -> None:
        """Stop a run of this user.

        Raises
        ------
        NotFound
            No such run is under way.
        """
        with self._lock:
            active = self._active.get(run)
            if active is None or active.user_id != user_id:
                raise NotFound("No such run is under way", run=run)
        active.stop()

    def end(self, run: str, record: Record) -> None:
        """Take a run off the list and leave its record to the writer."""
        with self._lock:
            active = self._active.pop(run, None)
        if active:
            active.ended.set()
        try:
            self._ended.put_nowait(record)
        except queue.Full:
            log.error("run record dropped: the metadata database does not keep up run=%s", run)

    def flush(self) -> None:
        """Wait until all ended runs are written."""
        self._ended.join()

    def close(self) -> None:
        """Cancel what is under way and write what ended."""
        for active in list(self._active.values()):
            with active.lock:
                if active.worker:
                    active.worker.cancel()
        self._closing.set()
        self._ended.put(None)
        self._writer.join(timeout=10)

    def _write(self) -> None:
        while True:
            batch = self._batch()
            records = [record for record in batch if record is not None]
            if records:
                self._store(records)
            for _ in batch:
                self._ended.task_done()
            if None in batch:
                return

    def _batch(self) -> list[Record | None]:
        """Return what ended in the last moments; nobody who ends a run has to wake the writer meanwhile."""
        batch = [self._ended.get()]
        self._closing.wait(FLUSH_SECONDS)
        while len(batch) < BATCH and batch[-1] is not None:
            try:
                batch.append(self._ended.get_nowait())
            except queue.Empty:
                break
        return batch

    def _store(self, records: list[Record]) -> None:
        try:
            with self._sessions.begin() as db:
                db.connection().execute(insert(QueryRun), records)
        except SQLAlchemyError as error:
            log.error("run records lost count=%d error=%s", len(records), error)


def recent(ctx: Context, *, limit: int = 100) -> list[RunRecord]:
    """Return the newest runs of the workspace."""
    ctx.require("runs:view")
    mine = select(QueryRun).where(QueryRun.workspace_id == ctx.workspace_id)
    return [reply(run) for run in ctx.db.scalars(mine.order_by(QueryRun.started_at.desc()).limit(limit))]


def show(ctx: Context, run: str) -> RunRecord:
    """Return one ended run."""
    ctx.require("runs:view")
    return reply(ctx.find(QueryRun, run))


def cancel(ctx: Context, run: str) -> Done:
    """Stop a run of one's own, in its database."""
    ctx.require("apps:run")
    ctx.server.runs.cancel(run, ctx.actor.user_id)
    return Done()


def reply(run: QueryRun) -> RunRecord:
    """Return a record as it travels."""
    return RunRecord(
        id=run.id,
        query=run.query,
        kind=run.kind,
        app=run.app_id,
        source=run.source_id,
        user=run.user_id,
        status=run.status,
        started_at=run.started_at,
        seconds=run.seconds,
        row_count=run.row_count,
        error=run.error,
    )
