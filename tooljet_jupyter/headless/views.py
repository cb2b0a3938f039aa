"""What an app's state looks like from a test: `app.components.table1.currentData`, fetched when it is read."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .names import unknown
from .places import Places, names

if TYPE_CHECKING:
    from .app import HeadlessApp


class Components:
    """The components of the page that is shown, by name."""

    def __init__(self, app: "HeadlessApp", places: Places, page: str | None) -> None:
        self._app = app
        self._places = places
        self._page = page

    def __getattr__(self, name: str) -> "ComponentView":
        if name.startswith("__"):
            raise AttributeError(name)
        return self[name]

    def __getitem__(self, name: str) -> "ComponentView":
        return ComponentView(self._app, self._places.component(self._page, name))

    def __contains__(self, name: object) -> bool:
        return name in list(self)

    def __iter__(self) -> Iterator[str]:
        return iter(names(self._places.page(self._page or "")))

    def __len__(self) -> int:
        return len(list(iter(self)))

    def __dir__(self) -> list[str]:
        return sorted(self)

    def __repr__(self) -> str:
        return f"<components: {', '.join(self)}>"


class ComponentView:
    """What one component exposes; `{{components.<name>.…}}` of the app, read from Python."""

    def __init__(self, app: "HeadlessApp", component: dict[str, Any]) -> None:
        self._app = app
        self._component = component
        self._path = f"components[{json.dumps(component['name'])}]"

    def __getattr__(self, key: str) -> Any:
        if key.startswith("__"):
            raise AttributeError(key)
        return self[key]

    def __getitem__(self, key: str) -> Any:
        value = self._app.read(f"{self._path}[{json.dumps(key)}]")
        if value is None and key not in self._keys():
            kind, name = self._component["type"], self._component["name"]
            raise unknown("value", key, self._keys(), place=f"of {name}, a {kind}")
        return value

    def __dir__(self) -> list[str]:
        return sorted(self._keys())

    def __repr__(self) -> str:
        return f"<{self._component['type']} {self._component['name']}: {', '.join(self._keys())}>"

    def _keys(self) -> list[str]:
        keys: list[str] = self._app.read(f"Object.keys({self._path})")
        return ["id", *keys]


class Queries:
    """The queries of the app, by name."""

    def __init__(self, app: "HeadlessApp", places: Places) -> None:
        self._app = app
        self._places = places

    def __getattr__(self, name: str) -> "QueryView":
        if name.startswith("__"):
            raise AttributeError(name)
        return self[name]

    def __getitem__(self, name: str) -> "QueryView":
        return QueryView(self._app, self._places.query(name)["name"])

    def __contains__(self, name: object) -> bool:
        return name in list(self)

    def __iter__(self) -> Iterator[str]:
        return iter(query["name"] for query in self._places.queries.values())

    def __dir__(self) -> list[str]:
        return sorted(self)

    def __repr__(self) -> str:
        return f"<queries: {', '.join(self)}>"


# `queries.<name>.…` in the app.
QUERY_KEYS = ("data", "rawData", "isLoading", "error", "metadata", "request", "response", "responseHeaders", "id")


class QueryView:
    """One query: its data and what became of its last run."""

    def __init__(self, app: "HeadlessApp", name: str) -> None:
        self._app = app
        self._name = name

    def __getattr__(self, key: str) -> Any:
        if key.startswith("__"):
            raise AttributeError(key)
        return self[key]

    def __getitem__(self, key: str) -> Any:
        if key not in QUERY_KEYS:
            raise unknown("value", key, QUERY_KEYS, place=f"of the query {self._name}")
        return self._app.read(f"queries[{json.dumps(self._name)}].{key}")

    def __dir__(self) -> list[str]:
        return sorted(QUERY_KEYS)

    def __repr__(self) -> str:
        state = "loading" if self["isLoading"] else "failed" if self["error"] else "ready"
        return f"<query {self._name}: {state}>"


class Variables:
    """The variables of the app; one that is not set is None, as bindings see it."""

    def __init__(self, app: "HeadlessApp", path: str = "variables") -> None:
        self._app = app
        self._path = path

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self[name]

    def __getitem__(self, name: str) -> Any:
        return self._app.read(f"{self._path}[{json.dumps(name)}]")

    def __contains__(self, name: object) -> bool:
        return name in list(self)

    def __iter__(self) -> Iterator[str]:
        return iter(self._app.read(f"Object.keys({self._path})"))

    def keys(self) -> list[str]:
        """Return the names that are set; with it `dict(app.variables)` works."""
        return list(self)

    def __dir__(self) -> list[str]:
        return sorted(self)

    def __repr__(self) -> str:
        return f"<{self._path}: {dict(self)}>"


class PageView:
    """The page that is shown."""

    def __init__(self, app: "HeadlessApp", page: dict[str, Any]) -> None:
        self.id: str = page["id"]
        self.name: str = page["name"]
        self.handle: str = page["handle"]
        self.variables = Variables(app, "page.variables")

    def __repr__(self) -> str:
        return f"<page {self.name!r} ({self.handle})>"
