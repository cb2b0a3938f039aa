"""Runs: those under way, which can be cancelled, and the record of those that ended."""

import logging
import queue
import threading
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from ..db.models import QueryRun
from ..errors import Conflict, NotFound
from ..wire.base import Done
from ..wire.runs import RunRecord
from .context import Context

FLUSH_SECONDS = 0.5
WAITING_RECORDS = 100_000
log = logging.getLogger(__name__)


class Cancellable(Protocol):
    """Whatever does the work of a run."""

    def cancel(self) -> None:
        """Stop the work; called from another thread."""


@dataclass
class Active:
    """A run under way."""

    user_id: str
    driver: "Cancellable | None" = None
    cancelled: bool = False


class Runs:
    """Runs under way by id, and a writer that records ended ones without making anybody wait."""

    def __init__(self, sessions: sessionmaker[Session]) -> None:
        self._sessions = sessions
        self._active: dict[str, Active] = {}
        self._lock = threading.Lock()
        self._ended: queue.Queue[QueryRun | None] = queue.Queue(WAITING_RECORDS)
        self._writer = threading.Thread(target=self._write, name="tooljet-runs", daemon=True)
        self._writer.start()

    def begin(self, run: str, user_id: str) -> Active:
        """Register a run under the id its caller chose."""
        with self._lock:
            if run in self._active:
                raise Conflict("A run with this id is under way", run=run)
            active = self._active[run] = Active(user_id)
        return active

    def attach(self, active: Active, driver: Cancellable) -> None:
        """Name the driver that does the work, so that a cancel reaches its database."""
        with self._lock:
            active.driver = driver
            late = active.cancelled
        if late:
            driver.cancel()

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
            active.cancelled = True
            driver = active.driver
        if driver:
            driver.cancel()

    def end(self, run: str, record: QueryRun) -> None:
        """Take a run off the list and leave its record to the writer."""
        with self._lock:
            self._active.pop(run, None)
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
            if active.driver:
                active.driver.cancel()
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

    def _batch(self) -> list[QueryRun | None]:
        batch = [self._ended.get()]
        while len(batch) < 500 and batch[-1] is not None:
            try:
                batch.append(self._ended.get(timeout=FLUSH_SECONDS))
            except queue.Empty:
                break
        return batch

    def _store(self, records: list[QueryRun]) -> None:
        try:
            with self._sessions.begin() as db:
                db.add_all(records)
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
