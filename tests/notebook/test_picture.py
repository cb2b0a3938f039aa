"""What stands for an app that no browser shows: a drawing of its layout, in whatever runs the notebook."""

import base64
import re
from xml.etree import ElementTree

import nbformat
import pytest
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from nbformat.v4 import new_code_cell, new_notebook

import tooljet_jupyter as tj
from tooljet_jupyter.notebook.live.picture import wireframe

SVG = "{http://www.w3.org/2000/svg}"
COMPOSE = """
import tooljet_jupyter as tj
app = tj.App("Drawn")
app.add(tj.TextInput(name="name", label="Customer", value="Ada"))
app.add(tj.Button(name="save", text="Save order", on_click=lambda: print("saved")))
app
"""
WAIT = """
from tooljet_jupyter.errors import ToolJetError
try:
    await app.event("save")
except ToolJetError as error:
    print(error.message)
"""


@pytest.fixture
def executed(invited, tmp_path):
    """A notebook that a program has run, from the first cell to the last."""
    sources = [COMPOSE, "app.components.name.value", WAIT]
    notebook = new_notebook(cells=[new_code_cell(source.strip()) for source in sources])
    path = tmp_path / "run.ipynb"
    nbformat.write(NotebookClient(notebook, timeout=60, kernel_name="python3").execute(), path)
    return path


def test_a_notebook_without_a_browser_runs_to_its_end_and_shows_a_drawing(executed):
    shown, value, waited = nbformat.read(executed, 4).cells
    (output,) = shown.outputs
    assert set(output.data) == {"text/plain", "image/svg+xml"}
    assert value.outputs[0].data["text/plain"] == "'Ada'"
    assert waited.outputs[0].text.startswith("Nothing shows the app, so nobody can do anything in it")


def test_nbconvert_shows_the_drawing(executed):
    html, _ = HTMLExporter().from_filename(str(executed))
    (picture,) = re.findall('src="data:image/svg\\+xml;base64,([^"]+)"', html)
    assert "Save order</text>" in base64.b64decode(picture).decode()


def drawn(app):
    """Return the words of an app's drawing."""
    root = ElementTree.fromstring(wireframe(app.name, app.composition.definition()))
    return [text.text for text in root.iter(f"{SVG}text")]


def test_the_drawing_has_the_words_of_the_layout():
    app = tj.App("Orders & more")
    app.add(tj.DropdownV2(label="Status", options=[tj.Option(label="Open", value="open", default=True)]))
    app.add(tj.Text(text="<b>Hello</b> {{components.x.value}}"), tj.Checkbox(label="Only mine"))
    app.add(tj.Table(columns=[tj.Column(name="Id"), tj.Column(name="Total")]))
    app.add(tj.Container(children=[tj.Button(text="Inside")]))
    words = ["Orders & more", "Status", "Open", "Hello …", "Only mine", "Id", "Total", "Inside"]
    assert drawn(app) == words


def test_a_text_that_has_no_room_is_cut():
    app = tj.App("Long")
    app.add(tj.Button(text="word " * 60), tj.Button(text="other"), widths=[1, 9])
    assert drawn(app)[1].endswith("…")


def test_letters_that_no_xml_may_hold_do_not_break_the_drawing():
    app = tj.App("Broken \x00 \x0b")
    app.add(tj.Text(text="a\x01b"))
    assert drawn(app) == ["Broken ", "ab"]
