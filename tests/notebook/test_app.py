"""An app as a widget, and its way to the server: shown, saved, released, refused."""

import pytest

import tooljet_jupyter as tj
from tooljet_jupyter.errors import Conflict, Invalid
from tooljet_jupyter.notebook.versions import next_name


@pytest.fixture
def app(workspace, shop, request):
    """A small app with an address of its own for each test."""
    made = tj.App(request.node.name.replace("_", " "), workspace=workspace)
    made.query("orders", shop, sql="SELECT id, total FROM orders LIMIT 5", run_on_load=True)
    made.add(tj.Table(name="table", data=tj.expr("queries.orders.data")))
    return made


def versions(app):
    """Return the versions of the app on the server, the oldest first."""
    found = app.workspace.client.get(f"apps/{app.slug}/versions")
    return [(version["name"], version["status"], version["released"]) for version in reversed(found)]


def test_a_cell_shows_the_widget_or_a_sentence(app):
    shown, _ = app._repr_mimebundle_()
    assert shown["text/plain"] == f"<App {app.name!r}: 1 page, 1 component, 1 query>"
    assert shown["application/vnd.jupyter.widget-view+json"]["model_id"] == app.model_id
    assert (app.server_url, app.user_id) == (app.workspace.client.url, app.workspace.user_id)
    assert app.definition == app.composition.definition()


def test_a_shown_app_follows_every_change(app):
    app._repr_mimebundle_()
    table = app.pages[0].rows[0].components[0]
    table.title = "Newest orders"
    assert app.definition["pages"][0]["components"][0]["props"]["title"] == "Newest orders"
    app.add(tj.Text(text="below"))
    assert len(app.definition["pages"][0]["components"]) == 2


def test_an_app_that_is_not_complete_says_so_in_its_cell_until_it_is(app, shop):
    app._repr_mimebundle_()
    app.add(tj.Button(text="More", on_click="more"))
    assert app.problem["message"] == "The app has no query more"
    app.query("more", shop, sql="SELECT 1")
    assert app.problem == {}


def test_saving_keeps_one_draft(app):
    app.save()
    app.add(tj.Text(text="more"))
    app.save()
    assert versions(app) == [("v1", "draft", False)]
    stored = app.workspace.client.get(f"apps/{app.slug}/versions/v1")["definition"]
    assert len(stored["pages"][0]["components"]) == 2
    assert app.link.startswith(f"tooljet/apps/{app.slug}?version=")


def test_each_release_has_the_next_name(app):
    link = app.release()
    app.release()
    assert versions(app) == [("v1", "saved", False), ("v2", "saved", True)]
    assert link == app.url == f"{app.workspace.client.url}tooljet/apps/{app.slug}"
    assert app.workspace.client.get(f"apps/{app.slug}/released")["version"]["name"] == "v2"
    assert f'href="{link}"' in link._repr_html_()


def test_a_release_may_have_a_name_of_its_own(app):
    app.release("2026-01")
    assert versions(app) == [("2026-01", "saved", True)]


def test_a_released_version_is_not_changed(app):
    app.release("v1")
    with pytest.raises(Conflict, match="v1 is released and stays as it is.*such as v2"):
        app.release("v1")
    assert versions(app) == [("v1", "saved", True)]


def test_an_app_that_cannot_work_is_refused_and_what_is_stored_stays(app, shop):
    app.release()
    app.query("broken", shop, sql="SELECT {{ FROM orders")
    app.add(tj.Text(text="{{ never closed"))
    with pytest.raises(Invalid) as refused:
        app.save()
    shown = "\n".join(refused.value._render_traceback_())
    assert "Query broken" in shown
    assert "Page Home, text1" in shown
    assert versions(app)[0] == ("v1", "saved", True)


def test_a_new_name_renames_the_app(app):
    app.save()
    app.name = "Renamed"
    app.save()
    assert app.workspace.client.get(f"apps/{app.slug}")["name"] == "Renamed"


def test_an_app_needs_a_name():
    with pytest.raises(Invalid, match="An app needs a name"):
        tj.App(" ")


@pytest.mark.parametrize("names, following", [([], "v1"), (["v1", "v9"], "v10"), (["first", "v2", "v2b"], "v3")])
def test_names_of_versions_count_up(names, following):
    assert next_name(names) == following
