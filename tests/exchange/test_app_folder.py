"""An app as a folder: nothing is lost on the way out and in, and a wrong folder is refused by name."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tooljet_jupyter.errors import Conflict, Invalid
from tooljet_jupyter.exchange import app_folder
from tooljet_jupyter.wire.apps import ExportedApp, ExportedSource
from tooljet_jupyter.wire.definitions import Component, Definition, Layout, Page, Query, Settings

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
names = words | st.sampled_from(["orders", "Orders", "../../etc", "con", "a/b", "é", ""])
numbers = st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False)
values = st.recursive(
    st.none() | st.booleans() | numbers | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)
objects = st.dictionaries(words, values, max_size=3)
events = st.lists(objects, max_size=2)
sizes = st.floats(-1e6, 1e6)
layouts = st.builds(Layout, top=sizes, left=sizes, width=sizes, height=sizes)
components = st.builds(
    Component,
    id=words,
    name=names,
    type=words,
    parent=st.none() | words,
    props=objects,
    layouts=st.dictionaries(st.sampled_from(["desktop", "mobile"]), layouts),
    events=events,
    extra=objects,
)
pages = st.builds(
    Page,
    id=words,
    name=words,
    handle=names,
    icon=st.none() | words,
    hidden=st.booleans() | words,
    components=st.lists(components, max_size=4),
    events=events,
    extra=objects,
)
long_text = st.sampled_from(["SELECT 1\nFROM x", "\n", "a\r\nb\r", "{{x}}\n'"])
options = st.dictionaries(st.sampled_from(["query", "code", "transformation", "texts", "mode"]), long_text | values)
queries = st.builds(
    Query,
    id=words,
    name=names,
    kind=st.sampled_from(["postgresql", "runjs", "runpy"]),
    source=st.none() | words,
    options=options,
    events=events,
    extra=objects,
)
definitions = st.builds(
    Definition,
    settings=st.builds(Settings, canvas_max_width=sizes, hide_header=st.booleans(), extra=objects),
    home_page=st.none() | words,
    pages=st.lists(pages, max_size=3),
    queries=st.lists(queries, max_size=4),
    extra=objects,
)
apps = st.builds(
    ExportedApp,
    tooljet_jupyter=st.just(1),
    name=words,
    slug=words,
    icon=words,
    definition=definitions,
    sources=st.lists(st.builds(ExportedSource, id=words, name=words, kind=words), max_size=2),
)


@given(apps)
@settings(max_examples=150, deadline=None)
def test_an_app_comes_back_as_it_went(app):
    files = app_folder.pack(app)
    assert app_folder.unpack(files) == app
    assert app_folder.pack(app_folder.unpack(files)) == files


@given(apps)
@settings(max_examples=50, deadline=None)
def test_no_file_leaves_the_folder_or_hides_another(app):
    paths = [Path(path) for path in app_folder.pack(app)]
    assert [path for path in paths if path.is_absolute() or ".." in path.parts] == []
    assert len({str(path).lower() for path in paths}) == len(paths)


@pytest.fixture
def app():
    """An app with a page, a component and a query."""
    table = Component(id="c1", name="ordersTable", type="Table")
    page = Page(id="p1", name="Orders", handle="orders", components=[table])
    query = Query(id="q1", name="orders", kind="sqlite", options={"query": "SELECT *\nFROM orders\n"})
    content = Definition(home_page="p1", pages=[page], queries=[query])
    return ExportedApp(tooljet_jupyter=1, name="Orders", slug="orders", definition=content)


def test_each_page_component_and_query_has_its_file(app):
    assert list(app_folder.pack(app)) == [
        "app.json",
        "pages/orders/page.json",
        "pages/orders/components/ordersTable.json",
        "queries/orders.json",
        "queries/orders.query.sql",
    ]
    assert app_folder.pack(app)["queries/orders.query.sql"] == b"SELECT *\nFROM orders\n"


def test_what_an_app_no_longer_has_leaves_its_folder(app, tmp_path):
    folder = tmp_path / "orders"
    app_folder.write(app, folder)
    (folder / "README.md").write_text("mine")
    (folder / ".git").mkdir()
    app.definition.pages.clear()
    app.definition.queries.clear()
    app_folder.write(app, folder)
    assert sorted(path.name for path in folder.iterdir()) == [".git", "README.md", "app.json"]
    assert app_folder.read(folder) == app


def test_a_folder_of_something_else_is_left_alone(app, tmp_path):
    (tmp_path / "queries").mkdir()
    with pytest.raises(Conflict):
        app_folder.write(app, tmp_path)


@pytest.mark.parametrize(
    "path, content, reason",
    [
        ("queries/orders.json", None, "queries/orders.json is missing"),
        ("queries/orders.query.sql", None, "queries/orders.query.sql is missing"),
        ("queries/other.json", b"{}", "nothing lists it"),
        ("queries/orders.json", b"{", "queries/orders.json: "),
        ("queries/orders.json", b"[]", "queries/orders.json: "),
        ("queries/orders.json", b'{"texts": {"query": "../../secret"}}', "no name of a file"),
        ("queries/orders.query.sql", b"\xff", "not UTF-8"),
        ("pages/orders/page.json", b'{"id": "p1", "colour": 1}', "pages/orders/page.json: "),
        ("app.json", b"{}", "app.json: "),
    ],
)
def test_a_wrong_file_is_named(app, path, content, reason):
    files = app_folder.pack(app)
    if content is None:
        del files[path]
    else:
        files[path] = content
    with pytest.raises(Invalid, match=reason.replace(".", r"\.")):
        app_folder.unpack(files)


def test_a_list_names_no_file_outside(app):
    files = app_folder.pack(app)
    head = json.loads(files["app.json"])
    head["definition"]["pages"] = ["../../home"]
    files["app.json"] = json.dumps(head).encode()
    with pytest.raises(Invalid, match="no name of a file"):
        app_folder.unpack(files)
