"""Ids of what an app holds, made of names: the same at every run of the notebook."""

import re
from typing import TYPE_CHECKING, Any

from ..components.base import Component
from ..components.events import Kind, Named
from ..errors import NotFound
from .live.callbacks import hand_out

if TYPE_CHECKING:
    from .composition import Composition, Page


class Resolver:
    """Finds ids by names or objects, on one page first and then on the others."""

    def __init__(self, app: "Composition", page: "Page") -> None:
        self.app = app
        self.page = page

    def __call__(self, kind: Kind, thing: Any) -> str:
        """Return the id of a component, query, page or Python function.

        Raises
        ------
        NotFound
            The app has no such thing.
        """
        if kind == "callback":
            return hand_out(self.app, thing)
        if kind == "component":
            return self.component(thing)
        name = thing.name if isinstance(thing, Named) else thing
        if kind == "query" and name in self.app.queries:
            return query_id(str(name))
        for page in self.app.pages:
            if kind == "page" and name in (page.name, page.handle):
                return page_id(page)
        raise NotFound(f"The app has no {kind} {name}", name=str(name))

    def component(self, thing: Component | str) -> str:
        """Return the id of a component."""
        for page in [self.page, *self.app.pages]:
            for component in page.components():
                if thing is component or thing == component.name:
                    return f"{page_id(page)}-{identifier(str(component.name))}"
        name = thing if isinstance(thing, str) else thing.name
        raise NotFound(f"The app has no component {name}", name=str(name))


def page_id(page: "Page") -> str:
    """Return the id of a page: the same at every run of the notebook."""
    return f"page-{page.handle}"


def query_id(name: str) -> str:
    """Return the id of a query: the same at every run of the notebook."""
    return f"query-{identifier(name)}"


def slug(name: str) -> str:
    """Return a name as part of an address: small letters, digits and dashes."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def identifier(name: str) -> str:
    """Return a name as part of an id, without the dash that would end it."""
    return re.sub(r"\W+", "_", name)
