"""The notebook about `tj.crud` runs from top to bottom, again and again."""

import nbformat
import pytest
from nbclient import NotebookClient

from tooljet_jupyter.resources import folder

NOTEBOOK = folder("examples") / "02-crud.ipynb"


@pytest.fixture
def ran(invited, tmp_path):
    """Run the notebook in a kernel of its own and return it with its outputs."""

    def run():
        notebook = nbformat.read(NOTEBOOK, nbformat.NO_CONVERT)
        resources = {"metadata": {"path": str(tmp_path)}}
        NotebookClient(notebook, timeout=60, kernel_name="python3", resources=resources).execute()
        return notebook

    return run


def output(notebook, cell):
    """Return the data of a cell's one output; what it printed counts as text."""
    (found,) = [part for part in notebook.cells if part.id == cell]
    (shown,) = found.outputs
    return shown["data"] if "data" in shown else {"text/plain": shown["text"]}


def test_it_is_short_and_kept_without_outputs():
    notebook = nbformat.read(NOTEBOOK, nbformat.NO_CONVERT)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert len(notebook.cells) <= 10
    assert {(len(cell.outputs), cell.execution_count) for cell in code} == {(0, None)}


def test_it_runs_twice_and_releases_the_next_version(ran, workspace):
    first = ran()
    assert output(first, "crud")["text/plain"].startswith("<App 'All orders': 1 page")
    assert "/tooljet/apps/all-orders" in output(first, "release")["text/html"]
    assert output(first, "readonly")["text/plain"].startswith("<App 'Customer list'")
    assert output(first, "dataframe")["text/plain"].startswith("<App 'Readings'")
    assert "def test_the_list_shows_its_rows(app):" in output(first, "test")["text/plain"]
    before = workspace.client.get("apps/all-orders/released")
    ran()
    after = workspace.client.get("apps/all-orders/released")
    assert [before["version"]["name"], after["version"]["name"]] == ["v1", "v2"]
    assert after["definition"] == before["definition"]
