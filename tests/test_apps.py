"""Apps: made, released, exported, imported; and what a viewer may see of them."""

import msgspec
import pytest

from tooljet_jupyter.db.models import Version
from tooljet_jupyter.errors import Conflict, Forbidden, Invalid, NotFound
from tooljet_jupyter.services import apps, queries, versions
from tooljet_jupyter.services.context import Context
from tooljet_jupyter.wire.apps import ChangeApp, CreateApp, ImportApp, Release
from tooljet_jupyter.wire.definitions import Definition
from tooljet_jupyter.wire.versions import CreateVersion


def read(source, sql="SELECT * FROM orders WHERE status = {{components.status.value}}", **options):
    return {
        "id": "q1",
        "name": "orders",
        "kind": "sqlite",
        "source": source,
        "options": {"mode": "sql", "query": sql, **options},
    }


@pytest.fixture
def orders(ctx, shop, definition):
    content = msgspec.convert(definition(read(shop.id, runOnPageLoad=True)), Definition)
    made = apps.create(ctx, CreateApp(name="Orders", definition=content))
    ctx.db.commit()
    return made


def test_an_app_gets_an_address_from_its_name(ctx):
    assert apps.create(ctx, CreateApp(name="Bestellungen & Zürich")).slug == "bestellungen-zurich"
    assert apps.create(ctx, CreateApp(name="Bestellungen Zürich")).slug == "bestellungen-zurich-2"


def test_an_address_that_is_taken_is_refused_and_nothing_is_stored(ctx, orders):
    with pytest.raises(Conflict, match="orders"):
        apps.create(ctx, CreateApp(name="Other", slug="orders"))
    assert [app.name for app in apps.listing(ctx)] == ["Orders"]


def test_an_app_without_a_release_is_not_found_by_viewers(ctx, orders):
    with pytest.raises(NotFound, match="not released"):
        queries.released(ctx, "orders")


def test_a_release_freezes_the_version(ctx, orders):
    apps.release(ctx, "orders", Release(version="v1"))
    [version] = versions.listing(ctx, "orders")
    assert (version.status, version.released) == ("saved", True)


def test_a_browser_gets_bindings_and_no_sql(ctx, orders):
    apps.release(ctx, "orders", Release(version="v1"))
    text = queries.released(ctx, "orders")
    [query] = msgspec.json.decode(text)["definition"]["queries"]
    assert query["bindings"] == ["components.status.value"]
    assert query["options"] == {"runOnPageLoad": True}
    assert b"SELECT" not in text


def test_a_release_with_an_unsafe_query_is_refused_and_the_old_one_stays(ctx, orders, shop, definition):
    apps.release(ctx, "orders", Release(version="v1"))
    unsafe = msgspec.convert(definition(read(shop.id, "SELECT * FROM {{components.table.value}}")), Definition)
    versions.create(ctx, "orders", CreateVersion(name="v2", copy="v1"))
    ctx.db.commit()
    from tooljet_jupyter.wire.versions import SaveVersion

    versions.save(ctx, "orders", "v2", SaveVersion(revision=1, definition=unsafe))
    with pytest.raises(Invalid, match="orders") as caught:
        apps.release(ctx, "orders", Release(version="v2"))
    assert caught.value.detail["problems"][0]["place"] == "Query orders"
    ctx.db.rollback()
    assert apps.show(ctx, "orders").released_version == "v1"


def test_renaming_moves_the_address(ctx, orders):
    changed = apps.change(ctx, "orders", ChangeApp(name="All orders", slug="all-orders"))
    assert (changed.name, changed.slug) == ("All orders", "all-orders")
    with pytest.raises(NotFound):
        apps.show(ctx, "orders")


def test_deleting_takes_the_versions_along(ctx, orders):
    apps.remove(ctx, "orders")
    assert (apps.listing(ctx), ctx.db.query(Version).count()) == ([], 0)


def test_an_exported_app_comes_back_the_same_on_sources_of_the_same_name(ctx, orders):
    exported = apps.export(ctx, "orders", None)
    made = apps.import_app(ctx, ImportApp(app=exported, name="Copy"))
    assert (made.app.slug, made.missing_sources) == ("copy", [])
    assert versions.show(ctx, "copy", "v1").definition == versions.show(ctx, "orders", "v1").definition


def test_an_import_names_the_sources_that_are_missing(ctx, orders):
    exported = apps.export(ctx, "orders", None)
    exported.sources[0].name = "elsewhere"
    assert apps.import_app(ctx, ImportApp(app=exported, name="Copy")).missing_sources == ["elsewhere"]
    with pytest.raises(Invalid, match="Choose a data source"):
        apps.release(ctx, "copy", Release(version="v1"))


def test_a_viewer_may_look_and_not_change(server, ctx, orders):
    from dataclasses import replace

    apps.release(ctx, "orders", Release(version="v1"))
    with Context(server, replace(ctx.actor, role="viewer")) as viewer:
        assert queries.released(viewer, "orders")
        for forbidden in (
            lambda: apps.create(viewer, CreateApp(name="Mine")),
            lambda: versions.show(viewer, "orders", "v1"),
            lambda: apps.export(viewer, "orders", None),
            lambda: apps.remove(viewer, "orders"),
        ):
            with pytest.raises(Forbidden):
                forbidden()


async def test_a_missing_field_is_named(api):
    status, error = await api("POST", "apps", body={})
    assert (status, error["code"], error["message"]) == (
        422,
        "Invalid",
        "Body: Object missing required field `name`",
    )


async def test_an_unknown_field_is_refused(api):
    status, error = await api("POST", "apps", body={"name": "A", "colour": "red"})
    assert (status, error["detail"]["reason"]) == (422, "Object contains unknown field `colour`")


async def test_an_unknown_app_is_not_found(api):
    status, error = await api("GET", "apps", "nothing")
    assert (status, error["code"]) == (404, "NotFound")


async def test_an_unknown_component_is_refused_with_its_place(api, definition):
    strange = definition(components=[{"id": "x", "name": "thing", "type": "Hologram"}])
    status, error = await api("POST", "apps", body={"name": "A", "definition": strange})
    assert status == 422
    assert error["message"] == "Page Home, thing: there is no component type Hologram"
    assert await api("GET", "apps") == (200, [])


async def test_a_binding_that_does_not_close_is_refused(api, definition):
    broken = definition(components=[{"id": "x", "name": "t", "type": "Text", "props": {"text": "Hi {{name"}}])
    status, error = await api("POST", "apps", body={"name": "A", "definition": broken})
    assert status == 422
    assert error["message"].startswith("Page Home, t, text:")


def bound(**texts):
    return [{"id": name, "name": name, "type": "Text", "props": {"text": text}} for name, text in texts.items()]


async def test_a_binding_that_is_no_javascript_is_refused(api, definition):
    broken = definition(components=bound(a="{{components. + 1}}"))
    status, error = await api("POST", "apps", body={"name": "A", "definition": broken})
    assert status == 422
    assert error["message"].startswith("Page Home, a, text: {{components. + 1}} is no JavaScript")


async def test_bindings_that_go_round_in_a_circle_are_refused_and_named(api, definition):
    ring = definition(components=bound(a="{{components.b.text}}", b="{{components['a'].text + '!'}}", c="fine"))
    status, error = await api("POST", "apps", body={"name": "A", "definition": ring})
    assert status == 422
    assert error["detail"]["problems"][0]["cycle"] in (
        ["a.text", "b.text", "a.text"],
        ["b.text", "a.text", "b.text"],
    )


async def test_reading_another_component_is_no_circle(api, definition):
    chain = definition(components=bound(a="{{components.b.text}}", b="{{components.c.text}}", c="fine"))
    assert (await api("POST", "apps", body={"name": "A", "definition": chain}))[0] == 200
