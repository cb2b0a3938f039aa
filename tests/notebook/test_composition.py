"""An app in Python becomes the document that a version holds: the same one at every run of the notebook."""

import pytest

import tooljet_jupyter as tj
from tooljet_jupyter.errors import Invalid, NotFound
from tooljet_jupyter.notebook.composition import Composition
from tooljet_jupyter.notebook.sources import Source

SHOP = Source.described({"id": "s1", "name": "shop", "kind": "sqlite"})


@pytest.fixture
def app():
    """An app with a field, a table and the query between them."""
    made = Composition()
    made.query("orders", SHOP, sql="SELECT * FROM orders WHERE status = {{components.status.value}}")
    made.add(tj.TextInput(name="status", on_change="orders"))
    made.add(tj.Table(name="table", data=tj.expr("queries.orders.data")))
    return made


def test_a_composition_is_the_document_of_a_version(app):
    document = app.definition()
    (page,) = document["pages"]
    field, table = page["components"]
    assert (document["homePage"], page["name"], page["handle"]) == ("page-home", "Home", "home")
    assert (field["type"], field["name"], field["parent"]) == ("TextInput", "status", None)
    assert table["props"] == {"data": "{{queries.orders.data}}"}
    (query,) = document["queries"]
    assert (query["id"], query["kind"], query["source"]) == ("query-orders", "sqlite", "s1")
    assert query["options"]["query"] == "SELECT * FROM orders WHERE status = {{components.status.value}}"
    (event,) = field["events"]
    assert (event["eventId"], event["actionId"], event["queryId"]) == ("onChange", "run-query", "query-orders")


def test_composing_again_gives_the_same_document(app):
    assert app.definition() == app.definition()


def test_components_without_a_name_get_one(app):
    app.add(tj.Button(), tj.Button(), tj.TextInput())
    names = [component["name"] for component in app.definition()["pages"][0]["components"]]
    assert names == ["status", "table", "button1", "button2", "textinput1"]


def test_a_name_that_is_taken_is_refused_and_the_page_stays_as_it_was(app):
    before = app.definition()
    with pytest.raises(Invalid, match="Two components of Home are called table"):
        app.add(tj.Text(name="table"))
    assert app.definition() == before


def test_the_first_page_takes_the_place_of_the_empty_one():
    app = Composition()
    app.page("Orders")
    app.page("Customers", "people", icon="IconUsers", hidden=True)
    pages = app.definition()["pages"]
    assert [(page["name"], page["handle"], page["hidden"]) for page in pages] == [
        ("Orders", "orders", False),
        ("Customers", "people", True),
    ]


def test_names_that_would_give_one_id_twice_have_two():
    app = Composition()
    app.add(tj.Text(name="a b"), tj.Text(name="a-b"), tj.Text(name="a_b"))
    ids = [component["id"] for component in app.definition()["pages"][0]["components"]]
    assert ids == ["page-home-a_b", "page-home-a_b-2", "page-home-a_b-3"]


def test_a_setting_that_is_none_is_refused_here_already(app):
    app.settings = {"appMode": "dark"}
    assert app.definition()["settings"]["appMode"] == "dark"
    app.settings = {"appmode": "dark"}
    with pytest.raises(Invalid, match="The settings of the app: .*appmode"):
        app.definition()


def test_a_query_that_a_cell_adds_again_is_changed_and_keeps_its_place(app):
    app.query("last", SHOP, sql="SELECT 2")
    app.query("orders", SHOP, sql="SELECT 1")
    assert [query["options"]["query"] for query in app.definition()["queries"]] == ["SELECT 1", "SELECT 2"]


def test_a_component_is_found_and_taken_off_by_its_name(app):
    page = app.pages[0]
    assert page["table"].kind == "Table"
    assert page.remove("table").name == "table"
    with pytest.raises(NotFound, match="The page Home has no component table"):
        page["table"]


def test_actions_point_at_things_by_name_or_as_objects(app):
    dialog = tj.ModalV2(name="dialog", use_default_button=False)
    second = app.page("Second")
    second.add(dialog, tj.Button(name="back", on_click=[tj.ShowModal(dialog), tj.SwitchPage("Home")]))
    events = app.definition()["pages"][1]["components"][1]["events"]
    assert [event.get("modal") or event.get("pageId") for event in events] == [
        "page-second-dialog",
        "page-home",
    ]


def test_an_action_on_something_that_is_not_there_names_it(app):
    app.add(tj.Button(on_click="ordres"))
    with pytest.raises(NotFound, match="The app has no query ordres"):
        app.definition()


def test_a_python_function_is_refused_with_the_way_to_do_it(app):
    app.add(tj.Button(on_click=lambda: None))
    with pytest.raises(Invalid, match="Viewers have no kernel.*a query"):
        app.definition()


def test_a_query_needs_something_to_run_on():
    with pytest.raises(Invalid, match="A query needs a data source, or code"):
        Composition().query("nothing")


def test_options_of_a_query_have_names_of_python():
    app = Composition()
    app.query("late", SHOP, sql="SELECT 1", run_on_load=True, confirm=True, timeout_ms=500, parameters={"n": 3})
    assert app.definition()["queries"][0]["options"] == {
        "mode": "sql",
        "query": "SELECT 1",
        "runOnPageLoad": True,
        "requestConfirmation": True,
        "query_timeout": 500,
        "parameters": [{"name": "n", "defaultValue": 3}],
    }


def test_what_happens_after_a_run_is_part_of_the_query(app):
    app.query("save", SHOP, sql="DELETE FROM orders", on_success=["orders", tj.ShowAlert("Done")])
    events = app.definition()["queries"][1]["events"]
    assert [(event["eventId"], event["actionId"]) for event in events] == [
        ("onDataQuerySuccess", "run-query"),
        ("onDataQuerySuccess", "show-alert"),
    ]


def test_the_server_takes_the_document_and_gives_it_back(app, workspace, shop):
    for query in app.queries.values():
        query.source = shop.id
    document = app.definition()
    client = workspace.client
    client.post("apps", {"name": "Round trip", "slug": "round-trip", "definition": document})
    kept = client.get("apps/round-trip/versions/v1")["definition"]
    assert kept == document
