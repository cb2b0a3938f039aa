"""The notebook that newcomers start with runs from top to bottom, again and again."""

import nbformat
import pytest
from nbclient import NotebookClient

from tooljet_jupyter.resources import folder

QUICKSTART = folder("examples") / "01-quickstart.ipynb"


@pytest.fixture
def quickstart(invited):
    """Run the quickstart in a kernel of its own and return it with its outputs."""

    def run():
        notebook = nbformat.read(QUICKSTART, nbformat.NO_CONVERT)
        NotebookClient(notebook, timeout=60, kernel_name="python3").execute()
        return notebook

    return run


def outputs(notebook, cell):
    """Return the data of a cell's outputs."""
    (found,) = [part for part in notebook.cells if part.id == cell]
    return [output["data"] for output in found.outputs]


def test_it_is_short_and_kept_without_outputs():
    notebook = nbformat.read(QUICKSTART, nbformat.NO_CONVERT)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert len(notebook.cells) <= 10
    assert {(len(cell.outputs), cell.execution_count) for cell in code} == {(0, None)}


def test_it_runs_twice_and_releases_the_next_version(quickstart, workspace):
    first = quickstart()
    (frame,) = outputs(first, "query")
    assert "customer" in frame["text/html"]
    (shown,) = outputs(first, "components")
    assert shown["text/plain"] == "<App 'Sales by country': 1 page, 6 components, 3 queries>"
    (link,) = outputs(first, "release")
    assert "/tooljet/apps/sales-by-country" in link["text/html"]
    before = workspace.client.get("apps/sales-by-country/released")
    quickstart()
    after = workspace.client.get("apps/sales-by-country/released")
    assert [before["version"]["name"], after["version"]["name"]] == ["v1", "v2"]
    assert after["definition"] == before["definition"]
