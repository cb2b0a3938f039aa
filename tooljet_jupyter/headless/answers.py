"""Who answers when an app runs a query: a stub, a recording or a server; held back where a test says so."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from ..errors import Conflict, Invalid, SourceUnreachable, ToolJetError
from .cassette import Cassette
from .plain import plain
from .records import Request, Run
from .requests import RequestStub, find
from .written import failure, written

Json = dict[str, Any]
Stub = Any
MODES = ("auto", "real", "stubbed", "recorded")


class Backend(Protocol):
    """Where queries really run."""

    def run(self, query: str, values: list[Any], run: str) -> Json:
        """Return what a run of the query by its id replies."""

    def request(self, call: Json) -> Json:
        """Return what the network replies to the app's own code."""

    def cancel(self, run: str) -> None:
        """End a run whose answer nobody wants any more."""


@dataclass
class Answers:
    """The answers of one app, by the names of its queries."""

    queries: Mapping[str, Json]
    mode: str = "auto"
    backend: Backend | None = None
    cassette: Cassette | None = None
    stubs: dict[str, Stub] = field(default_factory=dict)
    request_stubs: list[RequestStub] = field(default_factory=list)
    held: set[str] = field(default_factory=set)
    waiting: list[Json] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    refused: list[ToolJetError] = field(default_factory=list)

    def stub(self, name: str, data: Any) -> None:
        """Say what a query answers; data is made ready for the app once, not at every run."""
        self.stubs[name] = data if callable(data) or isinstance(data, BaseException) else plain(data)

    def release(self, name: str) -> list[Json]:
        """Hold a query no more; return the asks that were kept."""
        self.held.discard(name)
        kept = [ask for ask in self.waiting if self.queries[ask["query"]]["name"] == name]
        self.waiting = [ask for ask in self.waiting if ask not in kept]
        return kept

    def holds(self, ask: Json) -> bool:
        """Keep an ask back where its query is held."""
        held = ask["kind"] == "query" and self.queries[ask["query"]]["name"] in self.held
        if held:
            self.waiting.append(ask)
        return held

    def is_slow(self, ask: Json) -> bool:
        """Say whether an answer comes from a server, where others need not wait for it."""
        if self.backend is None or self.mode == "recorded":
            return False
        if ask["kind"] == "query":
            return self._way(self.queries[ask["query"]])[0] == "real"
        return find(self.request_stubs, ask) is None

    def answer(self, ask: Json) -> Json:
        """Return the answer to an ask of the engine."""
        work = self._query if ask["kind"] == "query" else self._request
        try:
            return {"call": ask["call"], "value": work(ask)}
        except ToolJetError as error:
            return {"call": ask["call"], "error": written(error)}

    def cancel(self, ask: Json) -> None:
        """Forget a run, here and where it runs."""
        self.waiting = [other for other in self.waiting if other.get("run") != ask["run"]]
        if self.backend and self.mode != "stubbed":
            self.backend.cancel(ask["run"])

    def _query(self, ask: Json) -> Json:
        query = self.queries[ask["query"]]
        values = dict(zip(query["bindings"], ask["values"], strict=False))
        mode, run = self._way(query)
        try:
            reply = run(ask, values)
        except ToolJetError as error:
            self.runs.append(Run(query["name"], values, mode, error=error.message))
            raise
        rows = len(reply["data"]) if isinstance(reply["data"], list) else None
        self.runs.append(Run(query["name"], values, mode, rows))
        return reply

    def _way(self, query: Json) -> tuple[str, Callable[[Json, Json], Json]]:
        """Return how a query runs: the word for it, and what does it."""
        if query["name"] in self.stubs and self.mode in ("auto", "stubbed"):
            return "stubbed", self._stubbed
        if self.mode == "recorded":
            return "recorded", self._recorded
        if self.mode == "stubbed" or (self.mode == "auto" and self.backend is None):
            return "stubbed", self._unstubbed
        return "real", self._real

    def _stubbed(self, ask: Json, values: Json) -> Json:
        stub = self.stubs[self.queries[ask["query"]]["name"]]
        data = stub(values) if callable(stub) else stub
        if isinstance(data, BaseException):
            raise failure(data)
        return reply_of(ask["run"], plain(data) if callable(stub) else data)

    def _unstubbed(self, ask: Json, _: Json) -> Json:
        name = self.queries[ask["query"]]["name"]
        error = Invalid(
            f'The query {name} ran and has no stub: app.stub("{name}", rows) before it runs, '
            'or a server and queries="real"',
            query=name,
        )
        self.refused.append(error)
        raise error

    def _real(self, ask: Json, _: Json) -> Json:
        if self.backend is None:
            raise self._refuse(SourceUnreachable('There is no server to run queries on: tj.load(…, queries="stubbed")'))
        return self.backend.run(ask["query"], ask["values"], ask["run"])

    def _recorded(self, ask: Json, values: Json) -> Json:
        if self.cassette is None:
            raise self._refuse(Invalid("Recorded queries need a cassette: tj.load(…, cassette='orders.json')"))
        try:
            return self.cassette.play(self.queries[ask["query"]]["name"], values, lambda: self._real(ask, values))
        except Conflict as error:
            raise self._refuse(error) from None

    def _request(self, ask: Json) -> Json:
        call = {key: ask.get(key) for key in ("method", "url", "headers", "body")}
        try:
            reply = self._answered(call)
        except ToolJetError:
            self._note(call, None)
            raise
        self._note(call, reply["status"])
        return reply

    def _answered(self, call: Json) -> Json:
        stub = find(self.request_stubs, call)
        if stub:
            return stub.reply(call)
        if self.mode == "recorded" and self.cassette:
            return self.cassette.play(f"{call['method']} {call['url']}", call, lambda: self._network(call))
        if self.mode in ("auto", "real") and self.backend:
            return self.backend.request(call)
        method, url = call["method"], call["url"]
        raise self._refuse(
            Invalid(f'The app asked for {method} {url}, which has no stub: app.stub_request("{url}", …)', url=url)
        )

    def _network(self, call: Json) -> Json:
        if self.backend is None:
            raise self._refuse(SourceUnreachable("There is no server to send requests from"))
        return self.backend.request(call)

    def _note(self, call: Json, status: int | None) -> None:
        self.requests.append(Request(call["method"], call["url"], call["headers"], call["body"], status))

    def _refuse(self, error: ToolJetError) -> ToolJetError:
        """Keep an error that is the test's own: the app sees a failed query, the test sees this."""
        self.refused.append(error)
        return error


def reply_of(run: str, data: Any) -> Json:
    """Return data as the reply of a run."""
    first = data[0] if isinstance(data, list) and data and isinstance(data[0], dict) else {}
    return {
        "run": run,
        "columns": [{"name": name, "type": "unknown"} for name in first],
        "data": data,
        "truncated": False,
        "limit": 100_000,
        "affectedRows": None,
        "metadata": {},
        "seconds": 0.0,
    }
