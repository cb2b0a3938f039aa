"""What each GUI operation does with its statements: how many rows may change and what comes back."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Any, Protocol

from ..errors import QueryFailed
from .driver import Run
from .given import assignments, key_names, records
from .gui import Builder, Query
from .result import Result, ResultColumn


class Session(Protocol):
    """What an operation needs of a driver."""

    def ask(self, texts: Query, run: Run) -> Result:
        """Send one statement and return its rows."""

    def transaction(self) -> AbstractContextManager[None]:
        """Do several statements or none."""


Settings = Mapping[str, Any]


def list_rows(session: Session, builder: Builder, settings: Settings, run: Run) -> Result:
    """Return the rows that pass the filters."""
    return session.ask(builder.select(settings), run)


def create_row(session: Session, builder: Builder, settings: Settings, run: Run) -> Result:
    """Insert one row and return it."""
    return write(session, builder.insert([assignments(settings.get("columns"))]), run)


def update_rows(session: Session, builder: Builder, settings: Settings, run: Run) -> Result:
    """Change the rows that pass the filters and return them."""
    query = builder.update(assignments(settings.get("columns")), settings.get("where_filters"))
    with session.transaction():
        changed = written(session.ask(query, run))
        check(changed, settings, several=bool(settings.get("allow_multiple_updates")), verb="update")
    return changed


def delete_rows(session: Session, builder: Builder, settings: Settings, run: Run) -> Result:
    """Delete the rows that pass the filters and return them."""
    query = builder.delete(settings.get("where_filters"), limit=settings.get("limit"))
    with session.transaction():
        deleted = written(session.ask(query, run))
        check(deleted, settings, several=True, verb="delete")
    return deleted


def upsert_rows(session: Session, builder: Builder, settings: Settings, run: Run) -> Result:
    """Insert one row, or change the row that has its keys, and return it."""
    values = assignments(settings.get("columns"))
    return write(session, builder.insert([values], keys=keys(settings)), run)


def bulk_insert(session: Session, builder: Builder, settings: Settings, run: Run) -> Result:
    """Insert many rows, all or none, and return them."""
    return write(session, builder.insert(records(settings.get("records"))), run)


def bulk_update(session: Session, builder: Builder, settings: Settings, run: Run) -> Result:
    """Change many rows by their keys, all or none, and return them."""
    return write(session, builder.update_by_key(records(settings.get("records")), keys(settings)), run)


def bulk_upsert(session: Session, builder: Builder, settings: Settings, run: Run) -> Result:
    """Insert or change many rows by their keys, all or none, and return them."""
    return write(session, builder.insert(records(settings.get("records")), keys=keys(settings)), run)


def keys(settings: Settings) -> list[str]:
    """Return the key columns; ToolJet's older exports name a single one."""
    return key_names(settings.get("primary_key_columns") or settings.get("primary_key_column"))


def write(session: Session, queries: Iterable[Query], run: Run) -> Result:
    """Send the statements in one transaction and return all rows they gave back."""
    whole = Result([])
    with session.transaction():
        for query in queries:
            part = written(session.ask(query, run))
            whole.data += part.data
            whole.columns = known(whole.columns, part.columns)
            whole.truncated = whole.truncated or part.truncated
            whole.affected_rows = (whole.affected_rows or 0) + (part.affected_rows or 0)
    return whole


def known(columns: list[ResultColumn], others: list[ResultColumn]) -> list[ResultColumn]:
    """Return the columns of two parts; where one saw only nulls the other knows the type."""
    if len(columns) != len(others):
        return columns or others
    return [two if one.type == "unknown" else one for one, two in zip(columns, others, strict=True)]


def written(result: Result) -> Result:
    """Count the rows a statement gave back as the rows it changed, where nobody else counted."""
    if result.affected_rows is None:
        result.affected_rows = len(result.data)
    return result


def check(result: Result, settings: Settings, *, several: bool, verb: str) -> None:
    """Refuse a change of no row, or of more rows than the builder of the query allowed."""
    count = result.affected_rows or 0
    if count == 0 and not settings.get("zero_records_as_success"):
        raise QueryFailed(f"The query did not {verb} any row", affected_rows=0)
    if count > 1 and not several:
        raise QueryFailed(f"The query would {verb} {count} rows, and only one is allowed", affected_rows=count)


GUI: dict[str, Callable[[Session, Builder, Settings, Run], Result]] = {
    "list_rows": list_rows,
    "create_row": create_row,
    "update_rows": update_rows,
    "delete_rows": delete_rows,
    "upsert_rows": upsert_rows,
    "bulk_insert": bulk_insert,
    "bulk_update_pkey": bulk_update,
    "bulk_upsert_pkey": bulk_upsert,
}
