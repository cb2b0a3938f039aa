"""The notebook about Python functions in JupyterLab: run cell by cell, with a person using the app in between."""

import pytest
from playwright.sync_api import expect

from tests.browser.notebooks import opened, run, shown, status

NOTEBOOK = "examples/03-callbacks.ipynb"


@pytest.fixture
def notebook(page, demo_server):
    """The notebook, open and not yet run."""
    with opened(page, demo_server, NOTEBOOK) as lab:
        yield lab


def output(notebook, cell):
    """What a cell shows below it."""
    return notebook.locator(".jp-Notebook .jp-Cell").nth(cell).locator(".jp-OutputArea-output").first


def test_a_person_decides_and_python_keeps_the_decisions(notebook):
    run(notebook, 0, 4)
    expect(status(notebook, "Live")).to_be_visible(timeout=30_000)
    app, said = shown(notebook), notebook.locator(".tj-Widget").get_by_role("log")
    app.get_by_role("gridcell").nth(2).click()
    expect(app.get_by_text("times what is usual in")).to_be_visible()
    app.get_by_role("checkbox").nth(2).click()
    app.get_by_role("button", name="Decide", exact=True).click()
    expect(said).to_contain_text("2 decided, 2 in all")
    run(notebook, 4, 5)
    expect(output(notebook, 5)).to_contain_text("('ship', datetime.datetime(2026, 12, 24, 0, 0))")
    expect(output(notebook, 6).get_by_role("row")).to_have_count(3)
    expect(app.get_by_role("combobox", name="Decision")).to_contain_text("Hold")
    notebook.get_by_role("textbox", name="Search").first.fill("no such order")
    expect(app.get_by_label("Search the table")).to_have_value("no such order")
    notebook.locator(".jp-Notebook .jp-Cell").nth(10).locator(".cm-content").click()
    notebook.keyboard.press("Shift+Enter")
    expect(notebook.get_by_text("[*]:", exact=True)).to_have_count(1)
    app.get_by_role("button", name="Decide", exact=True).click()
    expect(output(notebook, 10)).to_have_text("Decided: hold")
    run(notebook, 11, 3)
    expect(output(notebook, 12)).to_contain_text("onClick of decide calls decide()")
    expect(output(notebook, 13).get_by_role("link")).to_contain_text("/tooljet/apps/review-of-orders")
