"""A stored app as objects again: what is loaded and not touched is saved exactly as it was."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from ...components import generated  # noqa: F401 (components are found by their types once this is imported)
from ...components.base import Component
from ...errors import Invalid, NotFound
from ...wire.definitions import FORMAT, Definition
from .. import layout, versions
from ..composition import Composition
from ..page import Page
from ..query import Query
from ..workspace import Workspace
from .stored_events import Things, give, give_component

if TYPE_CHECKING:
    from ..app import App

Json = dict[str, Any]


def load_app(workspace: Workspace, slug: str, version: str | None = None) -> "App":
    """Return an app of the server as objects.

    Parameters
    ----------
    workspace : Workspace
        Where it is saved.
    slug : str
        Its address.
    version : str, optional
        The name of a version; left out: the newest draft, else what viewers get, else the newest.

    Raises
    ------
    NotFound
        There is no such app, or no such version of it.
    """
    from ..app import App

    stored = workspace.client.get(f"apps/{slug}")
    found = workspace.client.get(f"apps/{slug}/versions/{chosen(workspace, slug, version)['id']}")
    app = App(stored["name"], slug=stored["slug"], workspace=workspace)
    app.composition = composed(found["definition"])
    app.composition.base = {"version": found["id"], "revision": found["revision"]}
    return app


def chosen(workspace: Workspace, slug: str, name: str | None) -> Json:
    """Return the version that is meant, as it stands in the list of versions."""
    found = versions.stored(workspace.client, slug)
    if name is not None:
        fitting = [version for version in found if name in (version["name"], version["id"])]
        if not fitting:
            names = ", ".join(version["name"] for version in found)
            raise NotFound(f"{slug} has no version {name}; it has {names}", version=name)
        return fitting[0]
    drafts = [version for version in found if version["status"] == "draft"]
    released = [version for version in found if version["released"]]
    return [*drafts, *released, *found][0]


def composed(definition: Json) -> Composition:
    """Return the objects of which a definition is made.

    Raises
    ------
    Invalid
        It is no definition, or one of a newer version.
    """
    try:
        document: Json = msgspec.to_builtins(msgspec.convert(definition, Definition))
    except msgspec.ValidationError as error:
        raise Invalid(f"This is no definition of an app: {error}", field="definition") from error
    if document["format"] > FORMAT:
        raise Invalid("The app was made by a newer version of tooljet-jupyter", format=document["format"])
    app = Composition()
    app.settings, app.extra = document["settings"], document["extra"]
    app.pages = [page_of(record) for record in document["pages"]]
    for record in document["queries"]:
        key = record["id"] if record["name"] in app.queries else record["name"]
        app.queries[key] = query_of(record)
    give_home(app, document["homePage"])
    give_events(app, document)
    return app


def page_of(record: Json) -> Page:
    """Return a stored page with everything on it; without events."""
    page = Page(record["name"], record["handle"], icon=record["icon"], hidden=record["hidden"])
    page.id, page.handle, page.disabled = record["id"], record["handle"], record["disabled"]
    page.extra = record["extra"]
    components = [Component.stored(component) for component in record["components"]]
    parents = {str(part["id"]): part["parent"] for part in record["components"]}
    tops = [component for component in components if not inside(component, parents, components)]
    tops += lost(components, tops, parents)
    if tops:
        page.rows = [layout.Row(tops)]
    stored = [str(component.id) for component in components]
    if stored != [component.id for component in page.components()]:
        page.sequence = stored
    return page


def inside(component: Component, parents: Mapping[str, str | None], components: list[Component]) -> bool:
    """Put a component into what it is stored in, where that is on the page; say whether it was."""
    parent = parents[str(component.id)]
    if parent is None:
        return False
    owners = {str(owner.id): owner for owner in components}
    cut = len(parent)
    while cut > 0:
        owner = owners.get(parent[:cut])
        slot = slot_of(owner, parent[cut + 1 :]) if owner else None
        if owner and slot is not None and owner.parent_id(str(owner.id), slot) == parent:
            owner.children.setdefault(slot, []).append(component)
            return True
        cut = parent.rfind("-", 0, cut)
    component.parent = parent
    return False


def slot_of(owner: Component, suffix: str) -> str:
    """Return the slot whose children end their parent's id so; the id of a tab is its own."""
    return next((slot for slot, end in owner._slots.items() if end == suffix), suffix)


def lost(components: list[Component], tops: list[Component], parents: Mapping[str, str | None]) -> list[Component]:
    """Return what lies inside itself, taken out of the circle; nobody would find it otherwise."""
    found: list[Component] = []
    for component in components:
        reached = {id(part) for top in [*tops, *found] for part in top.walk()}
        if id(component) in reached:
            continue
        for owner in components:
            for siblings in owner.children.values():
                siblings[:] = [other for other in siblings if other is not component]
        component.parent = parents[str(component.id)]
        found.append(component)
    return found


def query_of(record: Json) -> Query:
    """Return a stored query; without events."""
    query = Query(record["name"], record["kind"], record["source"], record["options"])
    query.id, query.extra = record["id"], record["extra"]
    return query


def give_home(app: Composition, stored: str | None) -> None:
    """Say which page is opened first, where it is not the first one."""
    if stored != (app.pages[0].id if app.pages else None):
        home = next((page for page in app.pages if page.id == stored), stored)
        app.keep(home=home, extra=app.extra)


def give_events(app: Composition, document: Json) -> None:
    """Give everything its events, now that all they can point at is there."""
    things: Things = {("page", str(page.id)): page for page in app.pages}
    things |= {("query", str(query.id)): query for query in app.queries.values()}
    parts = [component for page in app.pages for component in page.components()]
    things |= {("component", str(component.id)): component for component in parts}
    for page, record in zip(app.pages, document["pages"], strict=True):
        give(page, record["events"], things)
        records = {component["id"]: component["events"] for component in record["components"]}
        for component in page.components():
            give_component(component, records[component.id], things)
    for query, record in zip(app.queries.values(), document["queries"], strict=True):
        give(query, record["events"], things)
