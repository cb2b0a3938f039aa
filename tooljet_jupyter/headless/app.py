"""A running app without a browser: set, click, look, and ask why."""

from collections.abc import Mapping
from datetime import datetime
from types import TracebackType
from typing import Any, Self

from ..errors import Invalid, QueryFailed
from .answers import MODES, Answers, Backend
from .cassette import Cassette
from .engine import Engine
from .names import either
from .places import Places
from .plain import plain
from .records import Action, Alert, Done, LogEntry, Request, Run, moment
from .requests import RequestStub
from .seen import Seen, tree
from .start import Start
from .views import Components, PageView, Queries, Variables
from .why import Why, explained

Json = dict[str, Any]
# What an event tells its handlers; other keys are those of a row.
DETAILS = frozenset({"rowData", "cellValue", "cardData", "ref"})


class HeadlessApp:
    """A running app; `tj.load(...)` makes one.

    The page loads when the app is first touched, so that stubs given before answer its first queries.
    Every call returns when the app has come to rest: queries answered, promises settled. Timers run
    only in `wait`, for the app's clock stands still until then.

    Examples
    --------
    >>> app = tj.load("orders")
    >>> app.set("status", "open")
    >>> app.click("save")
    >>> app.alerts
    [Alert(level='success', message='Changes saved')]
    """

    def __init__(
        self,
        start: Start,
        *,
        queries: str = "auto",
        backend: Backend | None = None,
        cassette: Cassette | None = None,
        storage: Mapping[str, Any] | None = None,
        timeout_seconds: float = 5.0,
        memory_mb: int = 256,
    ) -> None:
        if queries not in MODES:
            raise Invalid(f"There is no way {queries} to run queries; there is {either(list(MODES))}", field="queries")
        self.definition = start.definition
        self.title = start.title
        self._start = start
        self._started = False
        self._done: list[Done] = []
        self._places = Places(start.definition)
        self._answers = Answers(self._places.queries, queries, backend, cassette)
        self._engine = Engine(self._places, self._answers, timeout_seconds=timeout_seconds, memory_mb=memory_mb)
        self._engine.storage.update(storage or {})

    # -- what a person does

    def set(self, name: str, value: Any, **where: Any) -> Self:
        """Put a value where a person would: type, choose, tick, pick a date. Returns the app.

        Parameters
        ----------
        name : str
            A component, `name@0` for the one in the first row of a list.
        value
            Text, a number, True or False, an option's value, a list of them, a date.
        where
            For a Table: `row` and `column` of the cell.
        """
        return self.gesture(name, "edit" if "column" in where else "set", value=value, **where)

    def click(self, name: str, **where: Any) -> Self:
        """Click a component, or a part of it: `row`, `tab`, `button` … Returns the app."""
        return self.gesture(name, "click", **where)

    def gesture(self, name: str, kind: str, **detail: Any) -> Self:
        """Do anything that `gestures()` lists. Returns the app."""
        self._running().do(
            "gesture", target=self._places.target(self._running().page, name), kind=kind, detail=plain(detail)
        )
        self._done.append(Done(kind, name, detail))
        return self

    def gestures(self) -> list[Json]:
        """Return everything that a person could do now."""
        found: list[Json] = self._running().do("gestures")
        return found

    @property
    def done(self) -> list[Done]:
        """What a person did so far, in its order."""
        return list(self._done)

    # -- what the app itself can do

    def fire(self, name: str, event: str, detail: Json | int | None = None) -> Self:
        """Let an event of a component happen, past everything a person would need for it. Returns the app.

        Parameters
        ----------
        name, event : str
            The component, and ToolJet's name of the event.
        detail : int or dict, optional
            A row of a Table, by its number in the data or as it is; or what handlers find there, such as `rowData`.
        """
        instance = self._places.instance(self._running().page, name)
        is_row = isinstance(detail, int) or (detail and DETAILS.isdisjoint(detail))
        given = {"detail": {}, "row": plain(detail)} if is_row else {"detail": plain(detail or {})}
        self._running().do("fire", instance=instance, event=event, **given)
        return self

    def act(self, name: str, action: str, *params: Any) -> Self:
        """Run an action of a component, such as `setText`. Returns the app."""
        instance = self._places.instance(self._running().page, name)
        self._running().do("act", instance=instance, action=action, params=plain(list(params)))
        return self

    def run(self, name: str, /, **parameters: Any) -> Any:
        """Run a query with its parameters and return its data."""
        query = self._places.query(name)
        self._running().do("run", query=query["id"], parameters=plain(parameters))
        return self.queries[query["name"]].data

    def goto(self, handle: str, **params: str) -> Self:
        """Show another page, by its handle, with what the address says after `?`. Returns the app."""
        page = self._places.page(handle)
        query = [[key, str(value)] for key, value in params.items()]
        self._running().do("page", handle=page["handle"], query=query)
        return self

    def wait(self, seconds: float = 0) -> Self:
        """Deliver everything that is pending, then move the app's clock: timers run. Returns the app."""
        self._running().wait(seconds)
        return self

    # -- what answers it

    def stub(self, name: str, data: Any = None, *, error: str | BaseException | None = None) -> Self:
        """Say what a query answers from now on. Returns the app.

        Parameters
        ----------
        name : str
            A query of the app.
        data
            Rows as dictionaries, a DataFrame, any JSON; or a function that is given the values of the
            query's bindings by their text, and returns such data; or an exception to fail with.
        error : str or exception, optional
            Fail with this.
        """
        query = self._places.query(name)
        if error is not None:
            data = QueryFailed(error) if isinstance(error, str) else error
        self._answers.stub(query["name"], data)
        return self

    def fail(self, name: str, message: str) -> Self:
        """Let every run of a query fail from now on, until it is stubbed again. Returns the app."""
        return self.stub(name, error=message)

    def hold(self, name: str) -> Self:
        """Keep the runs of a query pending: the app shows what it shows while it waits. Returns the app."""
        self._answers.held.add(self._places.query(name)["name"])
        return self

    def release(self, name: str) -> Self:
        """Let the runs of a query go on that were held back, in their order. Returns the app."""
        asks = self._answers.release(self._places.query(name)["name"])
        self._running().release(asks)
        return self

    def stub_request(
        self,
        url: str,
        body: Any = None,
        *,
        method: str | None = None,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> Self:
        """Say what an address answers to axios or fetch in the app's code. Returns the app.

        Parameters
        ----------
        url : str
            The address; `*` stands for anything.
        body
            JSON or text; or a function of the request, `{"method", "url", "headers", "body"}`, that returns
            it; or an exception, and the network fails.
        method : str, optional
            GET, POST …; left out: any.
        status : int
            The status of the answer.
        headers : dict, optional
            The headers of the answer.
        """
        stub = RequestStub(url, body, method.upper() if method else None, status, dict(headers or {}))
        self._answers.request_stubs.append(stub)
        return self

    # -- what came of it

    def read(self, expression: str) -> Any:
        """Return the value of an expression of the app, such as `queries.orders.data.length`."""
        return self._running().do("read", expression=expression)

    @property
    def components(self) -> Components:
        """The components of the page that is shown."""
        return Components(self, self._places, self._running().page)

    @property
    def queries(self) -> Queries:
        """The queries of the app."""
        return Queries(self, self._places)

    @property
    def variables(self) -> Variables:
        """The variables of the app."""
        return Variables(self)

    @property
    def globals(self) -> Json:
        """`globals` of the app."""
        found: Json = self.read("globals")
        return found

    @property
    def page(self) -> PageView:
        """The page that is shown."""
        return PageView(self, self._places.page(self._running().page or ""))

    @property
    def alerts(self) -> list[Alert]:
        """The messages that are on the screen now, oldest first; they go with the app's clock."""
        return list(self._heard().alerts)

    @property
    def log(self) -> list[LogEntry]:
        """Every line of the app's log."""
        return list(self._heard().log)

    @property
    def errors(self) -> list[LogEntry]:
        """The errors in the log: bindings and queries that failed."""
        return [entry for entry in self.log if entry.level == "error"]

    @property
    def actions(self) -> list[Action]:
        """What the app asked its page for besides messages: opened addresses, copied texts, files, kept values."""
        return list(self._heard().actions)

    @property
    def storage(self) -> Json:
        """What the app keeps in the browser."""
        return self._heard().storage

    @property
    def runs(self) -> list[Run]:
        """The queries that ran, in their order."""
        self._heard()
        return list(self._answers.runs)

    @property
    def requests(self) -> list[Request]:
        """The requests that the app's code made by axios or fetch, in their order."""
        self._heard()
        return list(self._answers.requests)

    @property
    def now(self) -> datetime:
        """The time of the app's clock."""
        return moment(self._heard().now)

    @property
    def confirms(self) -> bool | None:
        """The answer to every question of the app; None leaves questions open for `answer`."""
        return self._start.confirms

    @confirms.setter
    def confirms(self, answer: bool | None) -> None:
        self._start.confirms = answer
        if self._started:
            self._running().do("confirms", policy=answer)

    @property
    def question(self) -> str | None:
        """The question that is open, or that was answered during the last thing done; None without one."""
        return self._heard().question

    def answer(self, yes: bool) -> Self:
        """Answer the question that is open. Returns the app."""
        if not self._running().do("answer", yes=yes):
            raise Invalid("The app asks nothing now")
        return self

    def sees(self) -> Seen:
        """Return the page as a viewer finds it: roles, names and states, as an outline when printed."""
        return tree(self._running().do("sees"))

    def why(self, place: str) -> Why:
        """Return why a value is what it is: its binding, what that depends on, and what changed it last."""
        return explained(self._running().do("why", place=place))

    def start(self) -> Self:
        """Load the page now, not at the first touch. Returns the app."""
        self._running()
        return self

    def close(self) -> None:
        """End the app and write what was recorded."""
        self._started = True
        self._engine.close()

    def _running(self) -> Engine:
        """Return the engine of an app that can still be asked and told things."""
        engine = self._heard()
        engine.check()
        return engine

    def _heard(self) -> Engine:
        """Return the engine with what it has said, also after its end; at the first touch the page loads."""
        if not self._started:
            self._started = True
            self._engine.boot(self._start.json())
        return self._engine

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<HeadlessApp {self.title!r}>"
