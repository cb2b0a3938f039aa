"""Where the queries of an app under test really run: on the server, as its viewers' would or as a builder's."""

from contextlib import suppress
from typing import Any

import msgspec

from ..errors import Invalid, NotFound, ToolJetError
from ..wire.definitions import Definition
from .client import Client

Json = dict[str, Any]


class Saved:
    """An app that the server holds."""

    def __init__(self, client: Client, app: str, version: str | None, environment: str | None) -> None:
        self._client = client
        self._app = app
        self._about = {"version": version, **({"environment": environment} if environment else {})}

    def run(self, query: str, values: list[Any], run: str) -> Json:
        """Return what a run of a query replies."""
        body = {"values": values, "run": run, **self._about}
        reply: Json = self._client.post(f"{self._app}/queries/{query}/run", body)
        return reply

    def request(self, call: Json) -> Json:
        """Return what an address replies that the app lists."""
        reply: Json = self._client.post(f"{self._app}/request", {**call, "version": self._about["version"]})
        return reply

    def cancel(self, run: str) -> None:
        """End a run."""
        cancel(self._client, run)


class Unsaved:
    """An app that the server does not hold: each query is sent whole, with the rights of a builder."""

    def __init__(self, client: Client, definition: Definition, environment: str | None) -> None:
        self._client = client
        self._queries = {query.id: query for query in definition.queries}
        self._about = {"environment": environment} if environment else {}

    def run(self, query: str, values: list[Any], run: str) -> Json:
        """Return what a run of a query replies."""
        found = self._queries[query]
        if found.source is None and found.kind not in SOURCELESS:
            raise NotFound(f"The server has no source for the query {found.name}", query=found.name)
        body = {"source": found.source, "kind": found.kind, "options": msgspec.to_builtins(found.options)}
        reply: Json = self._client.post("queries/run", {**body, "values": values, "run": run, **self._about})
        return reply

    def request(self, call: Json) -> Json:
        """Refuse: only a saved app can ask other servers."""
        raise Invalid(f"Save the app first: only a saved app can ask {call['url']}", url=call["url"])

    def cancel(self, run: str) -> None:
        """End a run."""
        cancel(self._client, run)


# Kinds that need no source.
SOURCELESS = ("runpy", "restapi", "tooljetdb")


def cancel(client: Client, run: str) -> None:
    """End a run; the app has forgotten it whatever the server says."""
    with suppress(ToolJetError):
        client.delete(f"runs/{run}")
