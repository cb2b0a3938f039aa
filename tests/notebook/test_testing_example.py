"""The notebook about tests runs from top to bottom, without a server."""

import shutil

import nbformat
import pytest
from nbclient import NotebookClient

from tooljet_jupyter.resources import folder

EXAMPLE = folder("examples") / "04-testing"


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """The notebook with its outputs; nothing of a server is known to its kernel."""
    room = tmp_path_factory.mktemp("testing") / "04-testing"
    shutil.copytree(EXAMPLE, room)
    notebook = nbformat.read(room / "testing.ipynb", nbformat.NO_CONVERT)
    place = {"metadata": {"path": str(room)}}
    NotebookClient(notebook, timeout=120, kernel_name="python3", resources=place).execute()
    return {cell.id: cell for cell in notebook.cells}


def text(cell):
    """Return what a cell shows or prints."""
    return "".join(output.get("text") or output["data"]["text/plain"] for output in cell.outputs)


def test_it_is_kept_without_outputs():
    notebook = nbformat.read(EXAMPLE / "testing.ipynb", nbformat.NO_CONVERT)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert {(len(cell.outputs), cell.execution_count) for cell in code} == {(0, None)}


def test_it_shows_the_page_and_what_a_click_does(ran):
    assert '- gridcell "Ada Becker"' in text(ran["sees"])
    assert text(ran["found"]) == "(True, {'disabled': True})"
    assert text(ran["pack"]) == "[Alert(level='success', message='Packed')]"
    assert "'components.parcels.selectedRow.id': 7" in text(ran["runs"])
    assert text(ran["why"]).startswith("lateCount.primaryValue is 1\n")


def test_its_tests_pass(ran):
    assert "12 passed, 1 skipped" in text(ran["run"])
