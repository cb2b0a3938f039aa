"""Connections to the metadata database."""

import sqlite3
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import make_url

from ..errors import Invalid

POOL_SIZE = 10


def connect(url: str) -> Engine:
    """Return an engine for a SQLite or PostgreSQL address.

    Raises
    ------
    Invalid
        The address is not one of the two.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        engine = sa.create_engine(parsed, connect_args={"timeout": 30})
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    if parsed.get_backend_name() == "postgresql":
        return sa.create_engine(parsed.set(drivername="postgresql+psycopg"), pool_size=POOL_SIZE, pool_pre_ping=True)
    raise Invalid("The metadata database is SQLite or PostgreSQL", db_url=parsed.render_as_string())


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    # The driver's own transactions begin too late: SQLAlchemy says when, in `_begin_sqlite`.
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA foreign_keys=ON")


def _begin_sqlite(connection: Connection) -> None:
    # One that reads first and writes later would fail at once, not wait, when another wrote in between.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
