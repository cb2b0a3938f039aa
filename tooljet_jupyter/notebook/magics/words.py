"""What `%tj` shows: sources, tables, queries and apps as small tables, and an app."""

from difflib import get_close_matches
from inspect import cleandoc
from typing import TYPE_CHECKING
from urllib.parse import quote

from IPython.core.error import UsageError

from ...errors import NotFound
from .. import versions
from ..code.loading import load_app
from ..link import Link
from ..sources import Source
from ..workspace import Workspace
from .listing import Listing

if TYPE_CHECKING:
    from ..app import App


def sources(workspace: Workspace) -> Listing:
    """Return the data sources."""
    rows = [[source.name, source.kind] for source in workspace.sources]
    return Listing(["source", "kind"], rows, empty="There is no data source yet: tj.connect().add_source(…)")


def tables(source: Source) -> Listing:
    """Return the tables of a data source and their columns."""
    found = source.client.get(f"sources/{source.id}/schema")["tables"]
    rows = [
        [
            f"{table['schema']}.{table['name']}" if table["schema"] else table["name"],
            ", ".join(column["name"] for column in table["columns"]),
        ]
        for table in found
    ]
    return Listing(["table", "columns"], rows, empty=f"{source.name} has no tables")


def queries(workspace: Workspace) -> Listing:
    """Return the saved queries, what they run on, and their parameters."""
    names = {source.id: source.name for source in workspace.sources}
    rows = [
        [query.name, names.get(query.source or "", query.kind), ", ".join(query.parameters)]
        for query in workspace.queries
    ]
    return Listing(["query", "source", "parameters"], rows, empty="No query is saved yet: %%tj NAME saves one")


def apps(workspace: Workspace) -> Listing:
    """Return the apps, what viewers get of them, and their addresses."""
    rows = [
        [app["slug"], app["name"], app["releasedVersion"] or "not released", address(workspace, app["slug"])]
        for app in workspace.client.get("apps")
    ]
    return Listing(["app", "name", "version", "address"], rows, empty="There is no app yet: tj.App(…), then save()")


def open_app(workspace: Workspace, name: str, *, notebook: bool) -> "App | Link":
    """Return an app as it is shown in a cell; for a terminal, its address."""
    if not name:
        raise UsageError("%tj open needs the name of an app: %tj apps lists them")
    apps = workspace.client.get("apps")
    found = next((app for app in apps if name in (app["slug"], app["name"])), None)
    if found is None:
        known = [word for app in apps for word in (app["slug"], app["name"])]
        raise NotFound(f"There is no app {name}{near(name, known)}", name=name)
    slug = found["slug"]
    link = address(workspace, slug)
    if not found["releasedVersion"]:  # Viewers get nothing yet; its builders see the draft.
        link = Link(f"{link}?version={versions.stored(workspace.client, slug)[0]['id']}")
    if not notebook:
        return link
    print(link)
    return load_app(workspace, slug)


def address(workspace: Workspace, slug: str) -> Link:
    """Return the address of an app for viewers."""
    return Link(f"{workspace.client.url}tooljet/apps/{quote(slug)}")


def near(name: str, known: list[str]) -> str:
    """Return what a name may have been meant to be."""
    found = get_close_matches(name, known, n=1)
    return f"; did you mean {found[0]}?" if found else ""


def dedented(text: str | None) -> str:
    """Return a docstring as it is read."""
    return cleandoc(text or "")
