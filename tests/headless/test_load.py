"""Where an app comes from: a file, a folder, Python, a definition; and everything that is none."""

import json
from pathlib import Path

import msgspec
import pytest

import tooljet_jupyter as tj
from tests.headless.building import component, definition, on, page, sql
from tooljet_jupyter.errors import Invalid, NotFound
from tooljet_jupyter.exchange import app_folder
from tooljet_jupyter.notebook.composition import Composition
from tooljet_jupyter.notebook.load import load
from tooljet_jupyter.wire.apps import ExportedApp

SHOP = definition(
    component("Text", "total", text="{{queries.orders.data.length}} orders"),
    component("TextInput", "search"),
    queries=[sql("orders", "SELECT * FROM orders WHERE name = {{components.search.value}}", runOnPageLoad=True)],
)
EXPORTED = {
    "tooljetJupyter": 1,
    "name": "Shop",
    "slug": "shop",
    "definition": SHOP,
    "sources": [{"id": "shop", "name": "shop", "kind": "sqlite"}],
}


@pytest.fixture
def no_server(monkeypatch, tmp_path):
    """No server is found on this machine."""
    monkeypatch.delenv("TOOLJET_URL", raising=False)
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path / "runtime"))


@pytest.fixture
def file(tmp_path):
    """The shop, exported to a file."""
    path = tmp_path / "shop.json"
    path.write_text(json.dumps(EXPORTED))
    return path


def total(app):
    """Return what the shop says, once it has two orders."""
    with app:
        return app.stub("orders", [1, 2]).components.total.text


def test_a_file_needs_no_server(file, no_server):
    assert total(load(file)) == total(load(str(file))) == "2 orders"
    with load(file) as app:
        assert repr(app) == "<HeadlessApp 'Shop'>"


def test_a_folder_needs_no_server(tmp_path, no_server):
    app_folder.write(msgspec.convert(EXPORTED, ExportedApp), tmp_path / "shop")
    assert total(load(tmp_path / "shop")) == "2 orders"


def test_a_definition_is_an_app(no_server):
    assert total(load(SHOP)) == total(load(EXPORTED)) == "2 orders"


def test_an_app_composed_in_python_is_tested_where_it_is_made(no_server):
    for app in (tj.App("Shop"), Composition()):
        app.query("orders", "tooljetdb", operation="list_rows", table_id="orders", run_on_load=True)
        app.page("Home")
        app.add(tj.Text(name="total", text=tj.expr("queries.orders.data.length + ' orders'")))
        assert total(load(app)) == "2 orders"


def test_a_changed_app_is_loaded_as_it_is_now(no_server):
    app = Composition()
    app.page("Home")
    text = tj.Text(name="title", text="before")
    app.add(text)
    with load(app) as before:
        text.text = "after"
        assert before.components.title.text == "before"
    with load(app) as after:
        assert after.components.title.text == "after"


@pytest.mark.parametrize(
    "target, error, message",
    [
        ("none/such.json", NotFound, "There is no file none/such.json"),
        (Path("nothing"), NotFound, "There is no file nothing"),
        (7, Invalid, "A int is no app: give an address, a path, an app or a definition"),
        ({"pages": 7}, Invalid, "That is no definition of an app"),
        ({"pages": []}, Invalid, "The app has no page"),
        ({**EXPORTED, "tooljetJupyter": 99}, Invalid, "exported by a newer version"),
    ],
)
def test_what_is_no_app_is_said(target, error, message, no_server):
    with pytest.raises(error, match=message):
        load(target)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"definition": {"pages": [{"id": 1}]}}', "\xff", '{"slug": 1}'])
def test_a_corrupt_file_is_named(text, tmp_path, no_server):
    path = tmp_path / "broken.json"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(Invalid, match="broken.json holds no app"):
        load(path)


def test_a_corrupt_folder_is_named(tmp_path, no_server):
    app_folder.write(msgspec.convert(EXPORTED, ExportedApp), tmp_path / "shop")
    (tmp_path / "shop" / "queries" / "orders.json").write_text("{")
    with pytest.raises(Invalid, match="queries/orders.json"):
        load(tmp_path / "shop")


def test_a_query_that_cannot_run_fails_alone(no_server):
    broken = sql("broken", "SELECT {{ '", runOnPageLoad=True)
    with load(definition(component("Text", "title", text="fine"), queries=[broken])) as app:
        app.stub("broken", [])
        assert app.components.title.text == "fine"


def test_a_hidden_component_takes_no_clicks(no_server):
    mark = on("onClick", "set-custom-variable", key="clicked", value="yes")
    hidden = component("Button", "hidden", text="Hidden", visibility=False, events=[mark])
    disabled = component("Button", "disabled", text="Disabled", disabledState=True, events=[mark])
    with load(definition(hidden, disabled)) as app:
        for name in ("hidden", "disabled"):
            with pytest.raises(Invalid, match=f"{name} cannot be clicked: it is {name}"):
                app.click(name)
        assert app.variables.clicked is None


def test_an_app_of_two_pages_opens_its_home(no_server):
    pages = [page("first"), page("second")]
    with load({**definition(pages=pages), "homePage": "second"}) as app:
        assert app.page.handle == "second"
