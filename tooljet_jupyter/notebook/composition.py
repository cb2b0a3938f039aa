"""An app as it is put together: pages, components, queries; and the definition that comes of it."""

from collections.abc import Iterator, Sequence
from typing import Any

from ..components.base import Component
from ..components.handlers import Handler, Handlers, event_json, listed
from ..errors import Invalid
from ..wire.definitions import FORMAT
from . import layout
from .resolver import Resolver, page_id, query_id, slug
from .sources import SavedQuery, Source

Json = dict[str, Any]
# Python's names of the options of every query, and ToolJet's.
QUERY_OPTIONS = {
    "run_on_load": "runOnPageLoad",
    "run_on_change": "runOnDependencyChange",
    "confirm": "requestConfirmation",
    "confirmation": "confirmationMessage",
    "notify": "showSuccessNotification",
    "success_message": "successMessage",
    "timeout_ms": "query_timeout",
    "disabled": "disableQuery",
    "disabled_message": "disabledMessage",
}


class Page:
    """One page of an app; rows of components are added from top to bottom."""

    def __init__(self, name: str, handle: str | None = None, *, icon: str | None = None, hidden: bool = False) -> None:
        self.name = name
        self.handle = handle or slug(name)
        self.icon = icon
        self.hidden = hidden
        self.rows: list[layout.Row] = []
        self.handlers: list[Handler] = []

    def __repr__(self) -> str:
        return f"<Page {self.name!r}: {sum(1 for _ in self.components())} components>"

    def add(self, *components: Component, widths: Sequence[float] | None = None, height: int | None = None) -> "Page":
        """Add components as the next row, side by side: in equal parts, or in the proportion of `widths`.

        Widths that are left over stay empty, at the end of the row.
        """
        if widths is not None and len(widths) < len(components):
            raise Invalid("A row needs a width for each component", field="widths")
        if components:
            self.rows.append(layout.Row(list(components), widths, height))
        return self

    def on_load(self, *handlers: Handler) -> None:
        """Do something when the page is opened."""
        self.handlers.extend(handlers)

    def components(self) -> Iterator[Component]:
        """Return everything on the page, from outside in."""
        for row in self.rows:
            for component in row.components:
                yield from component.walk()


class Query:
    """A query of an app."""

    def __init__(self, name: str, kind: str, source: str | None, options: Json) -> None:
        self.name: str | None = name
        self.kind = kind
        self.source = source
        self.options = options
        self.handlers: dict[str, list[Handler]] = {}

    def __repr__(self) -> str:
        return f"<Query {self.name!r} ({self.kind})>"

    def on_success(self, *handlers: Handler) -> "Query":
        """Do something after each run that went well."""
        self.handlers.setdefault("onDataQuerySuccess", []).extend(handlers)
        return self

    def on_failure(self, *handlers: Handler) -> "Query":
        """Do something after each run that failed."""
        self.handlers.setdefault("onDataQueryFailure", []).extend(handlers)
        return self


class Composition:
    """Pages and queries, and the definition they make."""

    def __init__(self) -> None:
        self._first = Page("Home")
        self.pages: list[Page] = [self._first]
        self.queries: dict[str, Query] = {}
        self.settings: Json = {}

    def page(self, name: str, handle: str | None = None, **given: Any) -> Page:
        """Return a new page; the first one replaces the empty page that an app starts with."""
        page = Page(name, handle, **given)
        if self.pages == [self._first] and not self._first.rows:
            self.pages = []
        self.pages.append(page)
        return page

    def add(self, *components: Component, widths: Sequence[float] | None = None, height: int | None = None) -> None:
        """Add components to the last page as its next row, side by side.

        Raises
        ------
        Invalid
            A name is taken on the page; the page stays as it was.
        """
        page = self.pages[-1].add(*components, widths=widths, height=height)
        try:
            self.name_components()
        except Invalid:
            page.rows.pop()
            raise

    def query(
        self,
        name: str,
        source: Source | SavedQuery | str | None = None,
        *,
        sql: str | None = None,
        code: str | None = None,
        on_success: Handlers = None,
        on_failure: Handlers = None,
        transformation: str | None = None,
        parameters: Json | None = None,
        **options: Any,
    ) -> Query:
        """Add a query and return it; see `App.query`."""
        kind, source_id, given = start(source, sql, code)
        for key, value in options.items():
            given[QUERY_OPTIONS.get(key, key)] = value
        if transformation is not None:
            given |= {
                "enableTransformation": True,
                "transformationLanguage": "javascript",
                "transformation": transformation,
            }
        if parameters:
            given["parameters"] = [{"name": key, "defaultValue": value} for key, value in parameters.items()]
        query = Query(name, kind, source_id, given)
        query.on_success(*listed(on_success)).on_failure(*listed(on_failure))
        self.queries[name] = query
        return query

    def definition(self) -> Json:
        """Return the whole content as the document that a version holds."""
        self.name_components()
        for page in self.pages:
            layout.rows(page.rows)
        return {
            "format": FORMAT,
            "settings": self.settings,
            "homePage": page_id(self.pages[0]) if self.pages else None,
            "pages": [self.page_json(page) for page in self.pages],
            "queries": [self.query_json(query) for query in self.queries.values()],
        }

    def name_components(self) -> None:
        """Name what has no name: button1, button2, … and refuse a name that is used twice on a page."""
        for page in self.pages:
            taken: dict[str, Component] = {}
            for component in page.components():
                if component.name and taken.setdefault(component.name, component) is not component:
                    raise Invalid(f"Two components of {page.name} are called {component.name}", name=component.name)
            for component in page.components():
                if not component.name:
                    component.name = free_name(component.kind, taken)
                    taken[component.name] = component

    def page_json(self, page: Page) -> Json:
        """Return a page of the definition."""
        resolve = Resolver(self, page)
        components = [record for row in page.rows for part in row.components for record in part.definitions(resolve)]
        return {
            "id": page_id(page),
            "name": page.name,
            "handle": page.handle,
            "icon": page.icon,
            "hidden": page.hidden,
            "components": components,
            "events": numbered(page_id(page), event_json("onPageLoad", page.handlers, resolve)),
        }

    def query_json(self, query: Query) -> Json:
        """Return a query of the definition."""
        resolve = Resolver(self, self.pages[0])
        events = [event for key, found in query.handlers.items() for event in event_json(key, found, resolve)]
        identity = query_id(str(query.name))
        return {
            "id": identity,
            "name": query.name,
            "kind": query.kind,
            "source": query.source,
            "options": query.options,
            "events": numbered(identity, events),
        }


def start(source: Source | SavedQuery | str | None, sql: str | None, code: str | None) -> tuple[str, str | None, Json]:
    """Return kind, source and first options of a query, from whatever it was described by."""
    if isinstance(source, SavedQuery):
        return source.kind, source.source, dict(source.options)
    if code is not None:
        return str(source or "runjs"), None, {"code": code}
    options = {"mode": "sql", "query": sql} if sql is not None else {}
    if isinstance(source, Source):
        return source.kind, source.id, options
    if not source:
        raise Invalid("A query needs a data source, or code", field="source")
    return source, None, options


def numbered(identity: str, events: list[Json]) -> list[Json]:
    """Return events with ids of their own."""
    return [{"id": f"{identity}-event-{number}", **event} for number, event in enumerate(events)]


def free_name(kind: str, taken: dict[str, Component]) -> str:
    """Return the first free name of a kind: table1, table2, …"""
    base = kind.removesuffix("V2").lower()
    number = 1
    while f"{base}{number}" in taken:
        number += 1
    return f"{base}{number}"
