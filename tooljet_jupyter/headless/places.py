"""The parts of one definition by name: what a test names, and what its engine knows by id."""

from typing import Any

from .names import unknown

Json = dict[str, Any]


class Places:
    """Pages, components and queries of one app."""

    def __init__(self, definition: Json) -> None:
        self.pages: list[Json] = definition["pages"]
        self.queries: dict[str, Json] = {query["id"]: query for query in definition["queries"]}
        self._names = dict(named(definition))

    def page(self, handle: str) -> Json:
        """Return the page with a handle."""
        for page in self.pages:
            if page["handle"] == handle:
                return page
        raise unknown("page", handle, [page["handle"] for page in self.pages])

    def component(self, handle: str | None, name: str) -> Json:
        """Return a component of a page, by name or id."""
        page = self.page(handle or "")
        parts: list[Json] = page["components"]
        for part in parts:
            if name in (part["name"], part["id"]):
                return part
        elsewhere = [other["name"] for other in self.pages if name in names(other)]
        if elsewhere:
            raise unknown("component", name, [], place=f"on the page {page['name']}; it is on {elsewhere[0]}")
        raise unknown("component", name, names(page), place=f"on the page {page['name']}")

    def query(self, name: str) -> Json:
        """Return a query by name or id."""
        for query in self.queries.values():
            if name in (query["name"], query["id"]):
                return query
        raise unknown("query", name, [query["name"] for query in self.queries.values()])

    def target(self, handle: str | None, name: str) -> str:
        """Return what a gesture is told to act on, once it is known that there is such a component."""
        if name.startswith("$"):
            # The page itself: its messages, its question, its links to other pages.
            return name
        base, at, row = name.partition("@")
        return f"{self.component(handle, base)['name']}{at}{row}"

    def instance(self, handle: str | None, name: str) -> str:
        """Return what the runtime calls a component, or the one in a row of a list: `save@0`."""
        base, at, row = name.partition("@")
        return f"{self.component(handle, base)['id']}{at}{row}"

    def spoken(self, binding: str) -> str:
        """Return the name of a place in the definition: `title.text` for `c1.text`."""
        for end in range(len(binding), 0, -1):
            name = self._names.get(binding[:end])
            if name and binding[end : end + 1] in ("", ".", "@"):
                return f"{name}{binding[end:]}"
        return binding


def names(page: Json) -> list[str]:
    """Return the names of the components of a page."""
    return [part["name"] for part in page["components"]]


def named(definition: Json) -> list[tuple[str, str]]:
    """Return ids and names of everything that holds code."""
    found: list[tuple[str, str]] = []
    things = [*definition["pages"], *definition["queries"]]
    for thing in [*things, *(part for page in definition["pages"] for part in page["components"])]:
        found += [(thing["id"], thing["name"]), *handlers(thing)]
    return found


def handlers(thing: Json) -> list[tuple[str, str]]:
    """Return the ids of a thing's event handlers, with words for them."""
    events = thing.get("events", [])
    return [(str(event["id"]), f"{thing['name']}.{event.get('eventId')}") for event in events if "id" in event]
