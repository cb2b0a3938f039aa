"""The workspace as seen from a notebook: sources, queries, apps."""

from typing import TYPE_CHECKING, Any

from ..errors import NotFound
from .client import Client
from .data.results import Result
from .sources import SavedQuery, Source

if TYPE_CHECKING:
    from .app import App


class Workspace:
    """What a server holds for you; `tj.connect()` returns it."""

    def __init__(self, client: Client, me: dict[str, Any]) -> None:
        self.client = client
        self.user: str = me["name"]
        self.user_id: str = me["id"]
        self.name: str = me["workspace"]

    def __repr__(self) -> str:
        return f"<Workspace {self.name!r} at {self.client.url} as {self.user}>"

    @property
    def sources(self) -> list[Source]:
        """The data sources of the workspace."""
        return [Source(self.client, reply) for reply in self.client.get("sources")]

    def source(self, name: str) -> Source:
        """Return a data source by name or id."""
        for source in self.sources:
            if name in (source.name, source.id):
                return source
        raise NotFound(f"No data source is called {name}", name=name)

    def add_source(self, name: str, kind: str, **options: Any) -> Source:
        """Add a data source; the options are those of its kind, such as `host` and `database`."""
        return Source(self.client, self.client.post("sources", {"name": name, "kind": kind, "options": options}))

    @property
    def queries(self) -> list[SavedQuery]:
        """The saved queries of the workspace."""
        return [SavedQuery(self.client, reply) for reply in self.client.get("queries")]

    def query(self, name: str) -> SavedQuery:
        """Return a saved query by name or id."""
        for query in self.queries:
            if name in (query.name, query.id):
                return query
        raise NotFound(f"No query is called {name}", name=name)

    def run_python(self, code: str, /, **parameters: Any) -> Result:
        """Run Python on the server, in a kernel of its own, and return the value of its last line."""
        body = {"kind": "runpy", "options": {"code": code}, "parameters": parameters}
        return Result(self.client.run("queries/run", body))

    @property
    def apps(self) -> list[str]:
        """The addresses of the apps of the workspace."""
        return [app["slug"] for app in self.client.get("apps")]

    def app(self, name: str, *, slug: str | None = None) -> "App":
        """Return a new app to compose; saving it makes or changes the app at `slug`."""
        from .app import App

        return App(name, slug=slug, workspace=self)
