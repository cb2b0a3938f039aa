"""The notebook about Python functions runs from top to bottom where no browser is, and releases its app."""

import nbformat
import pytest
from nbclient import NotebookClient

from tooljet_jupyter.resources import folder

EXAMPLE = folder("examples") / "03-callbacks.ipynb"


@pytest.fixture
def executed(invited):
    """The notebook with its outputs, by the ids of the cells."""
    notebook = nbformat.read(EXAMPLE, nbformat.NO_CONVERT)
    NotebookClient(notebook, timeout=60, kernel_name="python3").execute()
    return {cell.id: cell.get("outputs", []) for cell in notebook.cells}


def test_it_is_kept_without_outputs():
    notebook = nbformat.read(EXAMPLE, nbformat.NO_CONVERT)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert {(len(cell.outputs), cell.execution_count) for cell in code} == {(0, None)}


def test_it_runs_without_a_browser_and_releases_the_app(executed, workspace):
    (drawing,) = executed["app"]
    assert "Decide</text>" in drawing["data"]["image/svg+xml"]
    assert executed["read"][0]["data"]["text/plain"] == "('ship', datetime.datetime(2026, 12, 24, 0, 0))"
    assert executed["event"][0]["text"].startswith("Nothing shows the app")
    assert "onClick of decide calls decide(); onRowClicked of orders calls compare()" in executed["refused"][0]["text"]
    assert "/tooljet/apps/review-of-orders" in executed["release"][0]["data"]["text/html"]
    released = workspace.client.get("apps/review-of-orders/released")["definition"]
    events = [event for page in released["pages"] for one in page["components"] for event in one["events"]]
    assert {event["actionId"] for event in events} == {"run-query", "show-alert"}
