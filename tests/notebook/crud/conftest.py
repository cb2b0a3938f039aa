"""Tables on a real PostgreSQL and in a real SQLite file, the same for both, and a way to write past the product."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
import pytest

import tooljet_jupyter as tj
from tooljet_jupyter.headless.app import HeadlessApp
from tooljet_jupyter.notebook.crud import crud
from tooljet_jupyter.notebook.crud.app import CrudApp
from tooljet_jupyter.notebook.load import load

SHOP = """
CREATE TABLE customers (id {serial}, name varchar(40) NOT NULL, email varchar(60) UNIQUE);
INSERT INTO customers (name, email) VALUES ('Ada', 'ada@example.com'), ('Ben', NULL), ('Chloe', NULL);
CREATE TABLE orders (
  id {serial}, customer_id integer NOT NULL REFERENCES customers (id),
  status varchar(20) NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'paid', 'in_transit')),
  total numeric(10, 2) NOT NULL CHECK (total >= 0), note text, urgent boolean NOT NULL DEFAULT false,
  ordered_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP, due date
);
INSERT INTO orders (customer_id, status, total, note, ordered_at, due) VALUES
  (1, 'open', 10.50, 'first', '2026-01-01 10:00:00', '2026-02-01'),
  (2, 'paid', 20, NULL, '2026-01-02 10:00:00', NULL),
  (1, 'in_transit', 30.25, '100% _sure_', '2026-01-02 23:59:59', '2026-02-03');
"""
SERIAL = {"sqlite": "INTEGER PRIMARY KEY", "postgresql": "serial PRIMARY KEY"}


@dataclass
class Database:
    """A database, its data source, and what changes it past the product."""

    kind: str
    address: str
    source: tj.Source

    def run(self, sql: str) -> list[tuple[Any, ...]]:
        """Run SQL and return the rows, if it gives any."""
        if self.kind == "sqlite":
            with closing(sqlite3.connect(self.address)) as db, db:
                return self.script(db, sql)
        with psycopg.connect(self.address) as server:
            found = server.execute(sql)
            return found.fetchall() if found.description else []

    def script(self, db: sqlite3.Connection, sql: str) -> list[tuple[Any, ...]]:
        """Run SQL in SQLite, which takes several statements in another way."""
        try:
            return db.execute(sql).fetchall()
        except (sqlite3.ProgrammingError, sqlite3.Warning):
            db.executescript(sql)
            return []


def database(kind: str, request: pytest.FixtureRequest, workspace: tj.Workspace) -> Database:
    """Return an empty database and a source for it."""
    name = f"{kind} {uuid4().hex[:8]}"
    if kind == "sqlite":
        path = request.getfixturevalue("tmp_path") / "crud.sqlite"
        sqlite3.connect(path).close()
        return Database(kind, str(path), workspace.add_source(name, kind, path=str(path)))
    url = request.getfixturevalue("postgresql_database")
    parts = urlsplit(url)
    source = workspace.add_source(
        name,
        kind,
        host=parts.hostname,
        port=parts.port,
        database=parts.path.strip("/"),
        username=parts.username,
        password=parts.password,
        ssl_enabled=False,
    )
    return Database(kind, url, source)


@pytest.fixture(params=["sqlite", "postgresql"])
def db(request: pytest.FixtureRequest, workspace: tj.Workspace) -> Iterator[Database]:
    """An empty database, SQLite and then PostgreSQL; its source goes with the test."""
    made = database(request.param, request, workspace)
    yield made
    workspace.client.delete(f"sources/{made.source.id}")


@pytest.fixture
def postgres(request: pytest.FixtureRequest, workspace: tj.Workspace) -> Iterator[Database]:
    """An empty PostgreSQL database."""
    made = database("postgresql", request, workspace)
    yield made
    workspace.client.delete(f"sources/{made.source.id}")


@pytest.fixture
def shop_db(db: Database) -> Database:
    """Customers and orders."""
    db.run(SHOP.format(serial=SERIAL[db.kind]))
    return db


Opened = Callable[..., HeadlessApp]


@pytest.fixture
def opened(workspace: tj.Workspace) -> Iterator[Opened]:
    """Make an app for a table, release it and open it as a viewer does: `opened(db, "orders", order="-id")`."""
    running: list[HeadlessApp] = []

    def make(of: Database, table: str, **options: Any) -> HeadlessApp:
        app = crud(of.source, table, name=f"app-{uuid4().hex[:8]}", workspace=workspace, **options)
        app.release()
        running.append(load(app.slug, workspace=workspace, timeout_seconds=20).start())
        return running[-1]

    yield make
    for app in running:
        app.close()


@pytest.fixture
def made(workspace: tj.Workspace) -> Callable[..., CrudApp]:
    """Make an app for a table under a free name."""
    return lambda of, table, **options: crud(
        of.source, table, workspace=workspace, **{"name": f"app-{uuid4().hex[:8]}", **options}
    )
