"""A stored app as objects: nothing is lost, and what is changed in Python is all that changes."""

import msgspec
import pytest

import tooljet_jupyter as tj
from tests.house.checkout import ROOT
from tooljet_jupyter.cli.demo import load
from tooljet_jupyter.errors import Invalid, NotFound, StaleRevision
from tooljet_jupyter.notebook import versions
from tooljet_jupyter.notebook.code.loading import composed, load_app
from tooljet_jupyter.notebook.composition import Composition
from tooljet_jupyter.notebook.sources import Source
from tooljet_jupyter.services.definitions import canonical
from tooljet_jupyter.wire.definitions import Definition

SHOP = Source.described({"id": "s1", "name": "shop", "kind": "sqlite"})


def example(name):
    """Return the definition of an example as a server stores it."""
    app = Composition()
    load(ROOT / "examples" / f"{name}.py").compose(app, SHOP)
    return msgspec.to_builtins(msgspec.convert(app.definition(), Definition))


def part(identity, kind="Button", **given):
    """Return a stored component."""
    return {"id": identity, "name": identity, "type": kind, **given}


def page(*components, **given):
    """Return a stored definition with one page."""
    return {"homePage": "p", "pages": [{"id": "p", "name": "P", "handle": "p", "components": [*components], **given}]}


def stored(app):
    """Return the components of the first page of an app's definition by name."""
    return {component["name"]: component for component in app.definition()["pages"][0]["components"]}


@pytest.mark.parametrize("name", ["orders", "status_board"])
def test_an_example_is_the_same_to_the_last_byte(name):
    document = example(name)
    digests = [canonical(msgspec.convert(one, Definition))[1] for one in (document, composed(document).definition())]
    assert digests[0] == digests[1]


def test_the_elements_of_lists_are_objects():
    orders = composed(example("orders"))
    table = orders.pages[0]["ordersTable"]
    assert isinstance(table, tj.Table)
    assert [type(column) for column in table.columns] == [tj.Column] * 7
    assert [option.value for option in table.columns[3].options][:2] == ["open", "paid"]


def test_what_is_inside_things_is_in_their_slots():
    dialog = composed(example("orders")).pages[0]["orderModal"]
    assert {slot: [child.name for child in inside] for slot, inside in dialog.children.items()} == {
        "header": ["text3"],
        "body": ["orderForm"],
        "footer": ["cancelOrder", "submitOrder"],
    }
    board = composed(example("status_board")).pages[0]["board"]
    assert list(board.children) == ["waiting", "low", "about"]


def test_what_this_version_does_not_know_is_kept():
    given = page(
        part("a", "FromTheFuture", props={"x": [1, {"y": None}]}, extra={"z": 1}),
        part("b", props={"text": "Button", "unheardOf": None}),
        part("c", parent="gone-header"),
        extra={"w": 2},
    )
    app = composed(given)
    assert app.definition() == msgspec.to_builtins(msgspec.convert(given, Definition))
    assert type(app.pages[0]["a"]) is tj.Component


def test_things_inside_each_other_in_a_circle_are_not_lost():
    given = page(part("a", "Container", parent="b"), part("b", "Container", parent="a"), part("c", parent="a"))
    assert composed(given).definition() == msgspec.to_builtins(msgspec.convert(given, Definition))


def test_a_renamed_thing_keeps_its_id_and_what_points_at_it():
    orders = composed(example("orders"))
    before = orders.definition()
    orders.pages[0]["ordersTable"].name = "list"
    orders.queries["orders"].name = "found"
    after = orders.definition()
    names = {component["id"]: component["name"] for component in after["pages"][0]["components"]}
    assert names["page-orders-ordersTable"] == "list"
    assert after["queries"][0]["name"] == "found"
    for one, other in zip(before["pages"][0]["components"], after["pages"][0]["components"], strict=True):
        assert one["events"] == other["events"]


def test_a_changed_property_changes_nothing_else():
    orders = composed(example("orders"))
    before = stored(orders)
    orders.pages[0]["ordersTable"].title = "All orders"
    after = stored(orders)
    assert after["ordersTable"]["props"].pop("title") == "All orders"
    assert before["ordersTable"]["props"].pop("title") == "Orders"
    assert before == after


def test_what_is_added_stands_below_and_what_is_there_stays():
    orders = composed(example("orders"))
    before = stored(orders)
    orders.add(tj.Text(name="below", text="The end"))
    after = stored(orders)
    below = after.pop("below")
    assert after == before
    standing = [one["layouts"]["desktop"] for name, one in before.items() if one["parent"] is None]
    ends = [place["top"] + place["height"] for place in standing[:-1]]
    assert (below["id"], below["layouts"]["desktop"]["top"]) == ("page-orders-below", max(ends) + 10)


def test_what_is_added_inside_a_stored_container_stands_below_what_is_there():
    app = composed(page(part("box", "Container"), part("a", parent="box", layouts={"desktop": place(10, 40)})))
    app.pages[0]["box"].children["body"].append(tj.Button(name="b"))
    assert stored(app)["b"]["layouts"]["desktop"]["top"] == 60


def place(top, height):
    """Return a stored place."""
    return {"top": top, "left": 1, "width": 41, "height": height}


def test_the_stored_order_stays_when_something_is_added():
    given = page(part("b"), part("box", "Container"), part("a", parent="box"), part("c"), part("d", parent="box"))
    app = composed(given)
    app.pages[0]["box"].children["body"].append(tj.Button(name="new"))
    assert list(stored(app)) == ["b", "box", "a", "c", "d", "new"]


def test_things_can_be_taken_out():
    orders = composed(example("orders"))
    orders.remove("deleteOrder")
    orders.remove(orders.pages[0]["text2"])
    orders.pages[0].remove("submitOrder")
    names = stored(orders)
    assert {"text2", "submitOrder"}.isdisjoint(names)
    assert "deleteOrder" not in names
    orders.remove("deleteOrder")
    assert "deleteOrder" not in orders.queries
    with pytest.raises(NotFound, match="no component, query or page deleteOrder"):
        orders.remove("deleteOrder")


def test_an_event_whose_target_was_taken_out_is_said():
    orders = composed(example("orders"))
    orders.remove(orders.queries["saveChanges"])
    with pytest.raises(NotFound, match="The app has no query saveChanges"):
        orders.definition()


def test_a_new_handler_gets_an_id_that_is_free():
    event = {"id": "p-a-event-1", "eventId": "onClick", "actionId": "logout"}
    app = composed(page(part("p-a", events=[event])))
    app.pages[0]["p-a"].on("on_click", tj.ShowAlert("Bye"))
    assert [found["id"] for found in stored(app)["p-a"]["events"]] == ["p-a-event-1", "p-a-event-2"]


def test_a_name_that_is_stored_twice_stays_and_a_third_is_refused():
    app = composed(page(part("a") | {"name": "x"}, part("b") | {"name": "x"}))
    app.definition()
    app.add(tj.Text(name="y"))
    with pytest.raises(Invalid, match="Two components of P are called x"):
        app.add(tj.Text(name="x"))


@pytest.mark.parametrize("wrong", [{"pages": 3}, {"surprise": 1}, {"format": 99}])
def test_what_is_no_definition_is_refused(wrong):
    with pytest.raises(Invalid):
        composed(wrong)


@pytest.fixture
def saved(workspace, shop, request):
    """The address of an app that a notebook has saved."""
    app = tj.App(request.node.name.replace("_", " "), workspace=workspace)
    app.query("orders", shop, sql="SELECT id FROM orders LIMIT 5", run_on_load=True)
    app.add(tj.Table(name="table", data=tj.expr("queries.orders.data")))
    app.save()
    return app.slug


def names(workspace, slug):
    """Return the names of the versions of an app, the newest first."""
    return [version["name"] for version in workspace.client.get(f"apps/{slug}/versions")]


def store(app):
    """Save a loaded app into what it was loaded from."""
    content = {"name": app.name, "slug": app.slug, "definition": app.composition.definition()}
    return versions.save(app.workspace.client, content, version=None, base=app.composition.base)


def test_an_app_of_the_server_is_loaded_and_saved_again(workspace, saved):
    app = tj.App.load(saved, workspace)
    before = workspace.client.get(f"apps/{saved}/versions/v1")
    app.save()
    after = workspace.client.get(f"apps/{saved}/versions/v1")
    assert (after["hash"], after["definition"]) == (before["hash"], app.composition.definition())
    assert names(workspace, saved) == ["v1"]


def test_what_somebody_else_saved_meanwhile_is_not_overwritten(workspace, saved):
    mine, theirs = (load_app(workspace, saved) for _ in range(2))
    theirs.add(tj.Text(text="Theirs"))
    store(theirs)
    store(theirs)
    with pytest.raises(StaleRevision, match=f'since you loaded it. Load the app again.*load."{saved}"'):
        store(mine)
    assert len(load_app(workspace, saved).composition.definition()["pages"][0]["components"]) == 2


def test_a_frozen_version_is_the_start_of_a_new_draft(workspace, saved):
    load_app(workspace, saved).release()
    store(load_app(workspace, saved))
    store(load_app(workspace, saved, "v1"))
    assert names(workspace, saved) == ["v3", "v2", "v1"]


def test_an_app_or_version_that_is_not_there_is_said(workspace, saved):
    with pytest.raises(NotFound):
        load_app(workspace, "nowhere")
    with pytest.raises(NotFound, match="has no version v9; it has v1"):
        load_app(workspace, saved, "v9")
