"""Ids of what an app holds: those it is stored with, or made of names, the same at every run of the notebook."""

from itertools import count
from typing import TYPE_CHECKING, Any

from ..components.base import Component
from ..components.events import Kind
from ..errors import NotFound
from . import resolver
from .resolver import Resolver, identifier

if TYPE_CHECKING:
    from .composition import Composition
    from .page import Page
    from .query import Query


class Identities(Resolver):
    """Finds ids by names or objects: stored ids first, and no two alike."""

    def __init__(self, app: "Composition", page: "Page") -> None:
        super().__init__(app, page)
        self.ids = component_ids(app)

    def on(self, page: "Page") -> "Identities":
        """Return the same ids as seen from another page, whose names come first."""
        self.page = page
        return self

    def first(self) -> "Identities":
        """Return the same ids as seen from a query, which belongs to no page."""
        return self.on(self.app.pages[0]) if self.app.pages else self

    def __call__(self, kind: Kind, thing: Any) -> str:
        """Return the id of a component, query or page.

        Raises
        ------
        NotFound
            The app has no such thing.
        """
        if kind == "query":
            return query_id(self.query(thing))
        if kind == "page":
            return page_id(self.page_of(thing))
        return super().__call__(kind, thing)

    def component(self, thing: Component | str) -> str:
        """Return the id of a component."""
        if isinstance(thing, Component) and id(thing) in self.ids:
            return self.ids[id(thing)]
        name = thing if isinstance(thing, str) else thing.name
        for page in [self.page, *self.app.pages]:
            for component in page.components():
                if name == component.name:
                    return self.ids[id(component)]
        raise NotFound(f"The app has no component {name}", name=str(name))

    def query(self, thing: Any) -> "Query":
        """Return the query that is meant."""
        queries = self.app.queries
        if isinstance(thing, str) and thing in queries:
            return queries[thing]
        for query in queries.values():
            if thing is query or thing == query.name:
                return query
        raise NotFound(f"The app has no query {name_of(thing)}", name=str(name_of(thing)))

    def page_of(self, thing: Any) -> "Page":
        """Return the page that is meant."""
        for page in self.app.pages:
            if thing is page or thing in (page.name, page.handle):
                return page
        raise NotFound(f"The app has no page {name_of(thing)}", name=str(name_of(thing)))


def component_ids(app: "Composition") -> dict[int, str]:
    """Return the id of every component by object; names that would give one id twice are numbered."""
    everything = [(page, component) for page in app.pages for component in page.components()]
    taken = {component.id for _, component in everything}
    found: dict[int, str] = {}
    for page, component in everything:
        if component.id is None:
            made = f"{page_id(page)}-{identifier(str(component.name))}"
            free = (f"{made}-{number}" for number in count(2))
            found[id(component)] = made if made not in taken else next(one for one in free if one not in taken)
            taken.add(found[id(component)])
        else:
            found[id(component)] = component.id
    return found


def page_id(page: "Page") -> str:
    """Return the id of a page."""
    return page.id or resolver.page_id(page)


def query_id(query: "Query") -> str:
    """Return the id of a query."""
    return query.id or resolver.query_id(str(query.name))


def name_of(thing: Any) -> Any:
    """Return the name of what was looked for."""
    return thing if isinstance(thing, str) else getattr(thing, "name", thing)
