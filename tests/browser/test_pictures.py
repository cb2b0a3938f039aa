"""The picture of an app that a saved notebook shows where no kernel runs."""

import base64
import json
import re

import nbformat
import pytest
from nbconvert import HTMLExporter
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import expect

from tests.browser.notebooks import opened, run, shown, status

KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}}
PNG = re.compile("^data:image/png;base64,")
SHOW = """
import tooljet_jupyter as tj
app = tj.App("Pictured")
app.add(tj.TextInput(name="name", label="Name", value="Ada"))
app.add(tj.Button(text="Save"))
app
"""


@pytest.fixture
def path(demo_server, request):
    """A notebook that shows an app, not yet run."""
    name = f"examples/{request.node.name}.ipynb"
    nbformat.write(new_notebook(cells=[new_code_cell(SHOW.strip())], metadata=KERNEL), demo_server.room / name)
    return name


def outputs(demo_server, path):
    """Return what the file holds as the output of its first cell."""
    cells = json.loads((demo_server.room / path).read_text())["cells"]
    return [one["data"] for one in cells[0]["outputs"]]


def pictured(notebook, demo_server, path):
    """Save the notebook until the picture is in its file; return that."""

    def saved():
        with notebook.expect_response(lambda answer: "/api/contents/" in answer.url and answer.request.method == "PUT"):
            notebook.locator("[data-jp-item-name=save]").click()
        return next((data["image/png"] for data in outputs(demo_server, path) if "image/png" in data), None)

    expect(notebook.locator(".tj-LabOutput img")).to_have_attribute("src", PNG, timeout=30_000)
    return saved()


def test_a_notebook_without_its_kernel_shows_the_last_picture(page, demo_server, path):
    with opened(page, demo_server, path) as notebook:
        run(notebook, 0)
        expect(status(notebook, "Live")).to_be_visible(timeout=30_000)
        shown(notebook).get_by_label("Name").fill("Grace")
        png = pictured(notebook, demo_server, path)
        assert base64.b64decode(png).startswith(b"\x89PNG")
        assert "image/svg+xml" not in outputs(demo_server, path)[0]
    with opened(page, demo_server, path) as notebook:
        picture = notebook.locator(".tj-LabOutput img")
        expect(picture).to_be_visible(timeout=30_000)
        expect(notebook.get_by_text("Run the cell to bring it to life")).to_be_visible()
        expect(notebook.get_by_text("model not found")).to_be_hidden()
        run(notebook, 0)
        expect(status(notebook, "Live")).to_be_visible(timeout=30_000)
        expect(picture).to_be_hidden()


def test_the_picture_is_in_the_page_that_nbconvert_makes(page, demo_server, path):
    with opened(page, demo_server, path) as notebook:
        run(notebook, 0)
        expect(status(notebook, "Live")).to_be_visible(timeout=30_000)
        pictured(notebook, demo_server, path)
    html, _ = HTMLExporter().from_filename(str(demo_server.room / path))
    assert "data:image/png;base64," in html


def test_notebook_7_shows_the_app_and_keeps_its_picture(page, demo_server, path):
    with opened(page, demo_server, path, view="notebooks") as notebook:
        notebook.locator(".jp-Notebook .cm-content").first.click()
        notebook.keyboard.press("Shift+Enter")
        expect(status(notebook, "Live")).to_be_visible(timeout=60_000)
        expect(shown(notebook).get_by_label("Name")).to_have_value("Ada")
        expect(notebook.locator(".tj-LabOutput img")).to_have_attribute("src", PNG, timeout=30_000)
