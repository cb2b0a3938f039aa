"""Makes the app: reads the schema, adds queries and components, and returns it unsaved."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from ...errors import Conflict, Invalid, NotFound
from ..connection import connect
from ..resolver import slug as address
from ..sources import Source
from ..workspace import Workspace
from . import dialogs, frames, page
from .app import CrudApp
from .place import DATABASE, Place
from .queries import Queries
from .rights import Rights
from .scripts import Scripts
from .shape import Shape, shape
from .words import singular

if TYPE_CHECKING:
    import pandas

Json = dict[str, Any]
Columns = Sequence[str] | Mapping[str, str] | None
Order = str | Sequence[str] | None
MOST_PAGE_SIZE = 200
TABLE_HEIGHT = 620


def crud(
    source: "Source | str | pandas.DataFrame",
    table: str | None = None,
    *,
    columns: Columns = None,
    order: Order = None,
    read_only: bool = False,
    title: str | None = None,
    name: str | None = None,
    page_size: int = 20,
    replace: bool = False,
    tests: str | Path | None = None,
    workspace: Workspace | None = None,
) -> CrudApp:
    """Return an app that lists, searches, filters, sorts, shows, adds, changes and deletes the rows of a table.

    Parameters
    ----------
    source : Source, str or DataFrame
        A data source or its name; `tooljetdb` is the ToolJet Database. A DataFrame is put into a table of the
        ToolJet Database first.
    table : str
        The table, as `orders` or `sales.orders`; for a DataFrame what its table will be called, its variable's
        name when left out.
    columns : list of str or dict, optional
        The columns to show, in this order; a dict gives them labels.
    order : str or list of str, optional
        The order of the list at first: a column, with a `-` before it from the greatest down.
    read_only : bool
        Whether nothing can be changed.
    title : str, optional
        What the page is called; made of the table's name when left out.
    name : str, optional
        The address of the app, `/tooljet/apps/<name>`; made of the title when left out.
    page_size : int
        How many rows a page has.
    replace : bool
        Whether a DataFrame takes the place of a table that is called the same.
    tests : str or Path, optional
        A folder into which a first test is written; see `write_test`.
    workspace : Workspace, optional
        Where a source's name is looked up and the app is saved; `tj.connect()` when left out.

    Examples
    --------
    >>> tj.crud(shop, "orders").release()
    >>> tj.crud(shop, "orders", columns={"id": "Number", "status": "Status"}, order="-id", read_only=True)
    >>> tj.crud(df, "readings")
    """
    if not 1 <= page_size <= MOST_PAGE_SIZE:
        raise Invalid(f"A page has 1 to {MOST_PAGE_SIZE} rows", field="page_size", value=page_size)
    named = table or frames.called(source, title or name, sys._getframe(1).f_locals)
    if not named:
        raise Invalid("Name the table: tj.crud(source, 'orders')", field="table")
    ws = workspace or home(source)
    place, found = located(ws, source, named, columns=columns, replace=replace)
    wishes = Wishes((title or found.title).strip(), name, ordered(found, order), page_size, read_only)
    made = compose(ws, place, found, wishes)
    if tests is not None:
        made.write_test(tests)
    return made


@dataclass(frozen=True)
class Wishes:
    """What the caller asked for."""

    title: str
    name: str | None
    order: list[Json]
    size: int
    read_only: bool


def home(source: Any) -> Workspace:
    """Return the workspace of a source, else the one that is found."""
    return Workspace(source.client, source.client.get("me")) if isinstance(source, Source) else connect()


def located(ws: Workspace, source: Any, table: str, *, columns: Columns, replace: bool) -> tuple[Place, Shape]:
    """Return where the rows are and what their table is like."""
    if not isinstance(source, Source | str):
        frames.load(ws.client, source, table, replace=replace)
        source = DATABASE
    if source == DATABASE:
        tables = frames.tables(ws.client)
        return Place(DATABASE), shape(tables, table, columns, sqlite=False)
    given = source if isinstance(source, Source) else ws.source(source)
    place = Place(given)
    tables = given.client.get(f"sources/{given.id}/schema")["tables"]
    if not tables:
        raise NotFound(f"{given.name} has no tables that an app could show", source=given.name)
    return place, shape(tables, table, columns, sqlite=place.sqlite)


def compose(ws: Workspace, place: Place, found: Shape, wishes: Wishes) -> CrudApp:
    """Return the app for a table."""
    called = wishes.name or wishes.title
    # A name without any letter of ASCII still needs an address of its own.
    slug = address(called) or f"table-{crc32(called.encode()):08x}"
    source = place.source if isinstance(place.source, str) else place.source.name
    origin = {"source": source, "schema": found.schema, "table": found.name}
    free(ws, slug, origin)
    may = Rights.of(found, read_only=wishes.read_only)
    app = CrudApp(wishes.title, found, may, slug=slug, workspace=ws, extra={"crud": origin})
    noun = singular(found.title)
    quick = page.quick(found.fields)
    queries = Queries(app, place, found, Scripts(found, may, noun, sqlite=place.sqlite))
    labels = {component: field.label for component, field in quick.items()}
    queries.listing(labels, wishes.order, wishes.size)
    queries.add(may)
    compose_page(app, found, wishes, may, noun, sqlite=place.sqlite)
    return app


def compose_page(app: CrudApp, found: Shape, wishes: Wishes, may: Rights, noun: str, *, sqlite: bool) -> None:
    """Put the components on the app's page."""
    app.page(wishes.title, icon="IconTable")
    app.add(*page.head(page.quick(found.fields), noun, adds=may.add))
    if words := may.said(found):
        app.add(page.notice(words))
    app.add(page.table(wishes.title, found.fields, wishes.size, opens=may.open), height=TABLE_HEIGHT)
    if may.open:
        title = dialogs.opened_title(found, noun)
        app.add(dialogs.edit_modal(found.fields, title, may, sqlite=sqlite))
    if may.add:
        app.add(dialogs.new_modal(found.fields, noun, sqlite=sqlite))
    if may.delete:
        app.add(dialogs.conflict_modal())


def free(ws: Workspace, slug: str, origin: Json) -> None:
    """Refuse an address at which there is an app that was not made for this very table.

    Raises
    ------
    Conflict
        The address is taken.
    """
    try:
        versions = ws.client.get(f"apps/{slug}/versions")
        newest = ws.client.get(f"apps/{slug}/versions/{versions[0]['id']}") if versions else {}
    except NotFound:
        return
    settings = (newest.get("definition") or {}).get("settings") or {}
    if (settings.get("extra") or {}).get("crud") != origin:
        raise Conflict(
            f"There is an app at {slug} already, and it is not one of this table: give another name, such as "
            f"tj.crud(..., name={slug + '-2'!r})",
            slug=slug,
        )


def ordered(found: Shape, order: Order) -> list[Json]:
    """Return the order of the list at first: what was asked for, else by key, newest first where it is a number."""
    keys = [key.column for key in found.keys]
    given = [order] if isinstance(order, str) else list(order or [])
    entries = [entry(found, text) for text in given]
    way = entries[0]["order"] if entries else "desc" if found.keys and found.keys[0].made == "identity" else "asc"
    return entries + [{"column": key, "order": way} for key in keys if key not in [e["column"] for e in entries]]


def entry(found: Shape, text: str) -> Json:
    """Return one entry of an order, written as `column` or `-column`."""
    fields = {field.column: field for field in [*found.keys, *found.fields]}
    name, way = (text, "asc") if text in fields or not text.startswith("-") else (text[1:], "desc")
    if name not in fields:
        raise Invalid(f"The list cannot be sorted by {name}", field="order", columns=list(fields))
    return {"column": name, "order": way, **({"label": True} if fields[name].labelled else {})}
