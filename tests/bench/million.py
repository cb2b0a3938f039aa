"""A table of a million rows on PostgreSQL and in SQLite, and the notebook that makes an app for it."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from time import perf_counter
from typing import TYPE_CHECKING

import nbformat
import psycopg
from nbclient import NotebookClient

import tooljet_jupyter as tj
from tests.bench.product import TOKEN

if TYPE_CHECKING:
    from tests.bench.bench import Bench
    from tooljet_jupyter.headless.app import HeadlessApp

ROWS = 1_000_000
CUSTOMERS = 50_000
COLUMNS = """customer_id integer NOT NULL REFERENCES customers (id),
  status varchar(20) NOT NULL CHECK (status IN ('open', 'paid', 'sent')), total numeric(12, 2) NOT NULL, note text,
  ordered_at timestamp NOT NULL"""
POSTGRESQL = f"""
CREATE TABLE customers (id integer PRIMARY KEY, name text NOT NULL);
INSERT INTO customers SELECT id, 'Customer ' || id FROM generate_series(1, {CUSTOMERS}) id;
CREATE TABLE million (id bigserial PRIMARY KEY, {COLUMNS});
INSERT INTO million (customer_id, status, total, note, ordered_at)
SELECT id % {CUSTOMERS} + 1, (ARRAY['open', 'paid', 'sent'])[id % 3 + 1], id * 31 % 100007 / 100.0,
       CASE WHEN id % 5 = 0 THEN 'note ' || id END, timestamp '2026-01-01' + id * interval '1 minute'
FROM generate_series(1, {ROWS}) id;
"""
SQLITE = f"""
CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < {CUSTOMERS})
INSERT INTO customers SELECT id, 'Customer ' || id FROM n;
CREATE TABLE million (id INTEGER PRIMARY KEY, {COLUMNS});
WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < {ROWS})
INSERT INTO million (customer_id, status, total, note, ordered_at)
SELECT id % {CUSTOMERS} + 1, CASE id % 3 WHEN 0 THEN 'open' WHEN 1 THEN 'paid' ELSE 'sent' END,
       id * 31 % 100007 / 100.0,
       CASE WHEN id % 5 = 0 THEN 'note ' || id END, datetime('2026-01-01', '+' || id || ' minutes')
FROM n;
"""
INDEXES = (
    "CREATE INDEX million_at ON million (ordered_at); CREATE INDEX million_customer ON million (customer_id); ANALYZE;"
)
LINE = 'import tooljet_jupyter as tj\ntj.crud(tj.connect().source("{0}"), "million", name="crud-{0}").release()'
STEPS: dict[str, Callable[["HeadlessApp"], object]] = {
    "open": lambda app: app.start(),
    "page 25,000": lambda app: app.act("table", "setPage", 25_000),
    "sort": lambda app: app.gesture("table", "sort", column="Ordered at"),
    "filter": lambda app: app.act("table", "setFilters", [{"column": "Total", "condition": "gt", "value": "999"}]),
    "search": lambda app: app.act("table", "clearFilters").gesture("table", "search", text="Customer 4711"),
}


def prepare(bench: "Bench") -> list[str]:
    """Make both tables and their sources, and return the names of these."""
    with psycopg.connect(bench.database) as server:
        server.execute(POSTGRESQL + INDEXES)
    path = bench.room / "million.sqlite"
    with closing(sqlite3.connect(path)) as db:
        db.executescript("PRAGMA journal_mode = OFF;" + SQLITE + INDEXES)
    made = {"name": "million-sqlite", "kind": "sqlite", "options": {"path": str(path)}}
    bench.product.call("POST", "tooljet/api/sources", made)
    return ["speed", "million-sqlite"]


def from_an_empty_notebook(bench: "Bench", source: str) -> float:
    """Return the seconds from no kernel at all to a released app and its first rows."""
    os.environ |= {"TOOLJET_URL": bench.product.url, "TOOLJET_TOKEN": TOKEN}
    shown = f'len(tj.load("crud-{source}").start().queries.rows.data)'
    cells = [nbformat.v4.new_code_cell(code) for code in (LINE.format(source), shown)]
    notebook = nbformat.v4.new_notebook(cells=cells)
    started = perf_counter()
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    took = perf_counter() - started
    assert notebook.cells[1].outputs[0]["data"]["text/plain"] == "20"
    return took


def steps(bench: "Bench", source: str) -> dict[str, float]:
    """Return the milliseconds of what people do with the list."""
    workspace = tj.connect(bench.product.url, TOKEN)
    took = {}
    with tj.load(f"crud-{source}", workspace=workspace, timeout_seconds=60) as app:
        for name, step in STEPS.items():
            started = perf_counter()
            step(app)
            took[name] = (perf_counter() - started) * 1000
            if app.queries.rows.error:
                raise RuntimeError(f"{name}: {app.queries.rows.error}")
    return took
