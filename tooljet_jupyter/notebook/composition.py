"""An app as it is put together: pages, components, queries; and the definition that comes of it."""

from collections.abc import Sequence
from typing import Any, Self

import msgspec

from ..components.base import Component
from ..components.event_records import event_records
from ..components.handlers import Handlers, listed
from ..components.plain import plain
from ..errors import Invalid, NotFound
from ..wire.definitions import FORMAT, Settings
from . import layout
from .identities import Identities, page_id, query_id
from .page import Page as Page
from .query import Query as Query
from .query import described, start
from .sources import SavedQuery, Source

Json = dict[str, Any]


class Composition:
    """Pages and queries, and the definition they make.

    Attributes
    ----------
    settings : dict
        Settings of the whole app, by ToolJet's names.
    sources : dict
        The data sources that its queries name, by id, as far as they are known.
    base : dict or None
        Which version it was loaded from, `{"version", "revision"}`, so that nobody's later work is overwritten.
    extra : dict
        What else is stored with the app, by names that this version does not know.
    """

    def __init__(self) -> None:
        self._first = Page("Home")
        self._home: tuple[Page | str | None, ...] = ()
        self.pages: list[Page] = [self._first]
        self.queries: dict[str, Query] = {}
        self.settings: Json = {}
        self.sources: dict[str, Source] = {}
        self.base: Json | None = None
        self.extra: Json = {}

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

    def remove(self, thing: Component | Query | Page | str) -> None:
        """Take a component, a query or a page out of the app; by name, a component comes first.

        Raises
        ------
        NotFound
            The app has no such thing.
        """
        components = [(page, part) for page in self.pages for part in page.components()]
        for page, component in components:
            if thing is component or thing == component.name:
                page.remove(component)
                return
        for key, query in self.queries.items():
            if thing is query or thing in (key, query.name):
                del self.queries[key]
                return
        for page in self.pages:
            if thing is page or thing in (page.name, page.handle):
                self.pages.remove(page)
                return
        name = thing if isinstance(thing, str) else thing.name
        raise NotFound(f"The app has no component, query or page {name}", name=str(name))

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
        if isinstance(source, Source):
            self.sources[source.id] = source
        given |= described(transformation=transformation, parameters=parameters, options=options)
        query = Query(name, kind, source_id, given)
        if name in self.queries:  # Run again, a cell changes its query; the stored one keeps its id.
            query.id = self.queries[name].id
        for add, handlers in ((query.on_success, listed(on_success)), (query.on_failure, listed(on_failure))):
            if handlers:
                add(*handlers)
        self.queries[name] = query
        return query

    def keep(self, *, home: Page | str | None, extra: Json | None = None) -> Self:
        """Say how it is stored where its pages do not say it; `to_python` writes this.

        Parameters
        ----------
        home : Page, str or None
            The page that is opened first, where that is not the first one.
        extra : dict, optional
            What else is stored with the app.
        """
        self._home = (home,)
        self.extra = extra or {}
        return self

    @property
    def home(self) -> Page | str | None:
        """The page that is opened first: the first one, unless something else was said."""
        found: Page | str | None = self._home[0] if self._home else None
        if not self._home or (isinstance(found, Page) and found not in self.pages):
            return self.pages[0] if self.pages else None
        return found

    def definition(self) -> Json:
        """Return the whole content as the document that a version holds."""
        self.name_components()
        for page in self.pages:
            layout.rows(page.rows)
        resolve = Identities(self, self.pages[0] if self.pages else self._first)
        queries = [self.query_json(query, resolve) for query in self.queries.values()]
        home = self.home
        return {
            "format": FORMAT,
            "settings": settings_json(self.settings),
            "homePage": page_id(home) if isinstance(home, Page) else home,
            "pages": [self.page_json(page, resolve.on(page)) for page in self.pages],
            "queries": queries,
            "extra": self.extra,
        }

    def name_components(self) -> None:
        """Name what has no name: button1, button2, … and refuse a name that is used twice on a page."""
        for page in self.pages:
            taken: dict[str, Component] = {}
            for component in page.components():
                if component.name and (other := taken.setdefault(component.name, component)) is not component:
                    refuse_twice(page, component, other)
            for component in page.components():
                if not component.name and component.id is None:
                    component.name = free_name(component.kind, taken)
                    taken[component.name] = component

    def page_json(self, page: Page, resolve: Identities) -> Json:
        """Return a page of the definition."""
        components = [record for row in page.rows for part in row.components for record in part.definitions(resolve)]
        return {
            "id": page_id(page),
            "name": page.name,
            "handle": page.handle,
            "icon": page.icon,
            "hidden": page.hidden,
            "disabled": page.disabled,
            "components": page.in_sequence(components),
            "events": event_records(page_id(page), page.pairs(), resolve, order=page.order),
            "extra": page.extra,
        }

    def query_json(self, query: Query, resolve: Identities) -> Json:
        """Return a query of the definition."""
        identity = query_id(query)
        return {
            "id": identity,
            "name": query.name,
            "kind": query.kind,
            "source": query.source,
            "options": plain(query.options),
            "events": event_records(identity, query.pairs(), resolve, order=query.order),
            "extra": query.extra,
        }


def settings_json(given: Json) -> Json:
    """Return the settings of an app, complete.

    Raises
    ------
    Invalid
        There is no such setting, or not with such a value.
    """
    try:
        found: Json = msgspec.to_builtins(msgspec.convert(given, Settings))
    except msgspec.ValidationError as error:
        raise Invalid(f"The settings of the app: {error}", field="settings") from error
    return found


def refuse_twice(page: Page, component: Component, other: Component) -> None:
    """Refuse two components of one name, unless both are stored so."""
    if component.id is None or other.id is None:
        raise Invalid(f"Two components of {page.name} are called {component.name}", name=component.name)


def free_name(kind: str, taken: dict[str, Component]) -> str:
    """Return the first free name of a kind: table1, table2, …"""
    base = kind.removesuffix("V2").lower()
    number = 1
    while f"{base}{number}" in taken:
        number += 1
    return f"{base}{number}"
