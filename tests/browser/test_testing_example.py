"""The notebook about tests in JupyterLab: every cell runs, and nothing in it needs the browser."""

import pytest
from playwright.sync_api import expect

from tests.browser.notebooks import SLOW, opened, run

CELLS = 12


@pytest.fixture
def lab(page, demo_server):
    """The notebook, open with its kernel."""
    with opened(page, demo_server, "examples/04-testing/testing.ipynb") as running:
        yield running


def test_every_cell_runs(lab):
    run(lab, 0, CELLS)
    outputs = lab.locator(".jp-OutputArea-output")
    expect(outputs.filter(has_text='- gridcell "Ada Becker"')).to_have_count(1)
    expect(outputs.filter(has_text="Alert(level='success', message='Packed')")).to_have_count(1)
    expect(outputs.filter(has_text="12 passed, 1 skipped")).to_have_count(1, timeout=SLOW)
    expect(lab.locator("[data-mime-type='application/vnd.jupyter.error']")).to_have_count(0)
