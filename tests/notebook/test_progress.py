"""How far a run is: in a cell and in a terminal, once it is slow, and nowhere else."""

import os
import subprocess
import sys

import nbformat
import pytest
from nbclient import NotebookClient

from tests.services.demo import TOKEN

SLOW = """
WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < {{rows}})
SELECT n, 'a longer text for the way' AS text FROM counted
"""
CONNECT = (
    "import tooljet_jupyter as tj\nshop = tj.connect({url!r}, {token!r}).source('shop')\nshop.sql('SELECT 1').df()"
)
ASK = f"frame = shop.sql({SLOW!r}, rows=ROWS).df()\nlen(frame)"
MANY = 2_000_000


def cells(demo_server, rows):
    """Return what a script or a notebook runs."""
    # The first frame of a process loads libraries, which may take a while.
    return CONNECT.format(url=demo_server.url, token=TOKEN), ASK.replace("ROWS", str(rows))


@pytest.fixture
def outputs(demo_server):
    """What the cell shows that asks for so many rows, in a notebook that no browser has open."""

    def run(rows):
        notebook = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(text) for text in cells(demo_server, rows)]
        )
        NotebookClient(notebook, kernel_name="python3", timeout=100).execute()
        return notebook.cells[1].outputs

    return run


def test_a_slow_run_in_a_notebook_leaves_one_line_that_sums_it_up(outputs):
    shown, value = outputs(MANY)
    assert value.data["text/plain"] == str(MANY)
    assert shown.output_type == "display_data"
    assert shown.data["text/plain"].startswith("2,000,000 rows, ")
    assert "so far" not in shown.data["text/plain"]


def test_a_quick_run_shows_nothing(outputs):
    [value] = outputs(10)
    assert value.data["text/plain"] == "10"


def test_a_log_is_told_nothing(demo_server):
    program = "\n".join(cells(demo_server, MANY))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_terminal_shows_the_line_and_takes_it_away(demo_server):
    ours, theirs = os.openpty()
    program = "\n".join(cells(demo_server, MANY))
    with subprocess.Popen([sys.executable, "-c", program], stderr=theirs) as script:
        os.close(theirs)
        said = b""
        while part := read(ours):
            said += part
    assert script.returncode == 0
    assert b" rows, " in said
    assert said.endswith(b"\r\x1b[2K")


def read(terminal):
    """Return what a terminal shows next; nothing once its program has ended."""
    try:
        return os.read(terminal, 1000)
    except OSError:
        return b""
