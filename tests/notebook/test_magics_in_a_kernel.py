"""`%%tj` in a kernel as front ends use it: what a cell shows, and the way to stop it."""

import os
import sqlite3
from contextlib import closing

import pytest
from jupyter_client.manager import start_new_kernel

ENDLESS = """%%tj --source shop
INSERT INTO products (name, category, price, stock)
WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 4000000000)
SELECT n, 'never', 1, 1 FROM counted WHERE n < 0"""


@pytest.fixture
def kernel(invited):
    """A kernel with the magics: its manager and its client."""
    manager, client = start_new_kernel(env=dict(os.environ))
    client.execute_interactive("%load_ext tooljet_jupyter", timeout=60)
    yield manager, client
    client.stop_channels()
    manager.shutdown_kernel(now=True)
    manager.cleanup_resources()


def shown(client, cell):
    """Return the outputs of a cell: messages with their kind."""
    found = []
    client.execute_interactive(
        cell, timeout=60, output_hook=lambda said: found.append((said["msg_type"], said["content"]))
    )
    return found


def locked(database):
    """Say whether somebody writes to the database at this moment."""
    with closing(sqlite3.connect(database, timeout=0)) as db:
        try:
            db.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return True
    return False


def test_a_cell_shows_its_rows_as_a_table(kernel):
    _, client = kernel
    outputs = shown(client, "%%tj --source shop\nSELECT 41 + 1 AS answer")
    (data,) = [content["data"] for kind, content in outputs if kind == "execute_result"]
    assert "<th>answer</th>" in data["text/html"]
    assert "<td>42</td>" in data["text/html"]


def test_an_app_is_shown_in_the_cell(kernel):
    _, client = kernel
    outputs = shown(client, "%tj open status-board")
    (data,) = [content["data"] for kind, content in outputs if kind == "execute_result"]
    assert data["text/plain"].startswith("<App 'Status board'")


def test_stopping_the_cell_stops_the_query_in_the_database(kernel, demo_server):
    manager, client = kernel
    client.execute(ENDLESS)
    while not locked(demo_server.room / "shop.sqlite"):
        assert manager.is_alive()
    manager.interrupt_kernel()
    reply = client.get_shell_msg(timeout=30)["content"]
    assert (reply["ename"], reply["evalue"]) == ("KeyboardInterrupt", "The query was cancelled on the server")
    assert not locked(demo_server.room / "shop.sqlite")
