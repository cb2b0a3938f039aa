"""One app as it is shown: what its outputs say is kept, run and told, and what Python wants of them is asked."""

import asyncio
import time
from collections.abc import Iterator
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from ...components.base import Component
from ...errors import ToolJetError
from ..identities import component_ids
from .callbacks import LIVE, Callbacks
from .calls import Calls
from .capture import failed
from .components import Components, Shown, refuse, shown_class, waited
from .events import Awaited, Event
from .outputs import Outputs, Send, kernel_id
from .picture import has_browser
from .questions import Questions
from .runner import Runner
from .store import Change, Store
from .values import MAIN, exposes, short

if TYPE_CHECKING:
    from ..app import App

Json = dict[str, Any]
GRACE_SECONDS = 10.0
LOOK_EVERY_SECONDS = 30.0
NOBODY = (
    "Nothing shows the app, so nobody can do anything in it: show it in a cell of a notebook that is open in a browser"
)


class Session:
    """Everything between an app in the kernel and the outputs that show it."""

    def __init__(self, app: "App", send: Send) -> None:
        self._app = app
        self.runner = Runner()
        self.outputs = Outputs(send)
        self.callbacks = Callbacks()
        self.store = Store()
        self.components = Components(self)
        self._calls = Calls(self.callbacks, self.runner, self.outputs.post)
        self._questions = Questions(self.outputs)
        self._awaited = Awaited()
        self._shown: dict[str, Shown] = {}
        self._watched: set[tuple[str, str]] = set()
        self._heard = 0.0

    def definition(self) -> Json:
        """Return what the app is now, with the ids of its Python functions."""
        LIVE[self._app.composition] = self.callbacks
        definition = self._app.composition.definition()
        self.callbacks.placed(definition)
        return definition

    def settle(self) -> None:
        """Take the cell that runs now, and its loop, as the notebook's own."""
        self.runner.settle()
        self.outputs.settle()

    def hear(self, message: Json) -> None:
        """Take in a message of an output; it comes by any thread."""
        view, kind = str(message.get("view")), message.get("kind")
        if kind == "bye":
            self.outputs.gone(view)
            return
        self.outputs.heard(view)
        self._heard = time.monotonic()
        if kind == "hello":
            self._welcome(view)
        elif kind == "ping":
            self.outputs.post({"kind": "pong", "view": view})
        elif kind == "state":
            self._take(view, message)
        elif kind == "callback":
            self._calls.called(message, self._event(message))
        elif kind == "event":
            self._awaited.happened(f"{message.get('component')} {message.get('event')}")
        elif kind == "answer":
            self._questions.answered(message)

    def _welcome(self, view: str) -> None:
        """Tell a new output what the others show; it may be the first to show the app at all."""
        self._app.show()
        about = {"settings": self.outputs.settings, "awaited": self._awaited.names, "kernel": kernel_id()}
        watched = [list(one) for one in sorted(self._watched)]
        self.outputs.post({"kind": "welcome", "view": view, "watched": watched, **about})

    def _take(self, view: str, message: Json) -> None:
        self.outputs.order(view, int(message.get("number", 0)), message.get("settings", []))
        for news in message.get("exposed", []):
            self._tell(self.store.take(str(news["instance"]), news["exposed"], news["large"]))

    def _tell(self, changes: "list[Change] | list[Change | None]") -> None:
        """Tell those who observe a value, between the cells."""
        for change in changes:
            if change and change.component in self._shown:
                shown = self._shown[change.component]
                self.runner.soon(lambda shown=shown, change=change: self._notify(shown, change))  # type: ignore[misc]

    def _notify(self, shown: Shown, change: Change) -> None:
        self._calls.guarded("observe", lambda: shown.told(change.key, change.before, change.after))

    def _event(self, message: Json) -> Event:
        owner, event = str(message.get("component")), str(message.get("event"))
        component = next((one for key, one in self._everything() if key == base(message.get("instance"))), None)
        if component is None:
            return Event(owner, event, row=message.get("row"), app=self._app)
        values = {key: short(component, key, raw) for key, raw in dict(message.get("values", {})).items()}
        main = values.get(MAIN.get(component.kind, "value"))
        return Event(owner, event, value=main, values=values, row=message.get("row"), app=self._app)

    async def event(self, name: str, event: str, *, timeout: float | None) -> Event:
        """Return an event of a component once it happens."""
        shown = self.components[name]
        known = shown._component._events
        event = known.get(event, known.get(f"on_{event}", event))
        if known and event not in known.values():
            refuse(event, known.values(), f"components.{name}")
        future = self._awaited.add(f"{shown._key} {event}")
        try:
            self._tell_awaited()
            await self._happens(future, f"{event} of {name}", timeout)
        finally:
            self._awaited.drop(future)
            self._tell_awaited()
        return self._event({"component": name, "event": event, "instance": shown._key, **self.store.about(shown._key)})

    async def _happens(self, future: "asyncio.Future[None]", what: str, timeout: float | None) -> None:
        """Wait for a future as long as somebody shows the app."""
        ends = None if timeout is None else time.monotonic() + timeout
        while not future.done():
            await self._somebody(future, ends)
            left = LOOK_EVERY_SECONDS if ends is None else min(LOOK_EVERY_SECONDS, ends - time.monotonic())
            await asyncio.wait({future}, timeout=max(0.0, left))
            if not future.done() and ends is not None and time.monotonic() >= ends:
                raise TimeoutError(f"There was no {what} in {timeout:g} seconds")

    async def _somebody(self, future: "asyncio.Future[None]", ends: float | None) -> None:
        """Return when an output says that it is there.

        Raises
        ------
        ToolJetError
            None does.
        """
        if not has_browser() and not self.outputs.views:
            raise ToolJetError(NOBODY)
        since = time.monotonic()
        self.outputs.post({"kind": "who"})
        while self._heard < since and not future.done():
            now = time.monotonic()
            if now - since > GRACE_SECONDS:
                raise ToolJetError(NOBODY)
            if ends is not None and now >= ends:
                return
            await asyncio.wait({future}, timeout=0.05)

    def assign(self, component: str, key: str, raw: Any) -> None:
        """Set a value as a person would; an app that nobody shows will start with it."""
        self._tell([self.store.set(component, key, raw)])
        if not self.outputs.views:
            self.store.settled(component, key, raw)
            self.outputs.set(self._setting(component, key, raw))
            return
        wish = {"name": "assign", "component": component, "key": key, "value": raw}
        answer = self._questions.ask(wish)
        answer.add_done_callback(lambda done: self._assigned(component, key, raw, done))

    def _assigned(self, component: str, key: str, raw: Any, done: "Future[Any]") -> None:
        value = raw if done.exception() else done.result()
        self._tell([self.store.settled(component, key, value)])
        self._refused(component, key, done)

    def _refused(self, component: str, what: str, done: "Future[Any]") -> None:
        """Tell under the app that the page could not do it, if so."""
        error = done.exception()
        if error:
            name = next((one.name for known, one in self._everything() if known == component), component)
            self.outputs.post({"kind": "output", "function": f"{name}.{what}", "output": failed(error)})

    def _setting(self, component: str, key: str, raw: Any) -> Json:
        found = next(one for known, one in self._everything() if known == component)
        follows = exposes(found.kind)[key].follows
        place = f"@{follows}" if follows else key
        if (found.kind, key) == ("Table", "selectedRowId"):
            place, raw = "$selected", [raw]
        return {"kind": "component", "of": component, "key": place, "value": raw}

    def act(self, component: str, action: str, params: list[Any]) -> None:
        """Tell a component what to do."""
        if not self.outputs.views:
            raise ToolJetError(NOBODY)
        wish = {"name": "act", "component": component, "action": action, "params": params}
        self._questions.ask(wish).add_done_callback(lambda done: self._refused(component, action, done))

    def fetch(self, component: str, key: str) -> "Future[Any]":
        """Return what the page will say a long value is."""
        return self._questions.ask({"name": "expose", "component": component, "key": key}, urgent=True)

    def fetch_now(self, component: str, key: str, name: str | None) -> Any:
        """Return a long value; the thread waits for it."""
        if not self.outputs.answers_while_busy:
            raise ToolJetError(
                f"components.{name}.{key} is long and comes only when it is asked for, and this notebook hears its "
                f"page only between cells: write `await app.components.{name}.fetch({key!r})`, or observe it"
            )
        return waited(self.fetch(component, key), f"components.{name}.{key}")

    def watch(self, component: str, key: str) -> None:
        """Have a value told at every change, however long it is."""
        if (component, key) not in self._watched:
            self._watched.add((component, key))
            self.outputs.post({"kind": "watch", "component": component, "key": key})

    def find(self, name: str) -> Shown | None:
        """Return a component of the app by name, one of the page that is shown first."""
        for key, component in self._everything():
            if component.name == name:
                if key not in self._shown or self._shown[key]._component is not component:
                    self._shown[key] = shown_class(component.kind)(component, key, self)
                return self._shown[key]
        return None

    def names(self) -> list[str]:
        """Return the names of all components."""
        return list(dict.fromkeys(str(component.name) for _, component in self._everything()))

    def _everything(self) -> Iterator[tuple[str, Component]]:
        """Yield ids and components, those of the page that is shown first."""
        app = self._app.composition
        app.name_components()
        ids = component_ids(app)
        pages = [setting["value"]["handle"] for setting in self.outputs.settings if setting["kind"] == "page"]
        for one in sorted(app.pages, key=lambda found: found.handle not in pages):
            for component in one.components():
                yield ids[id(component)], component

    def _tell_awaited(self) -> None:
        self.outputs.post({"kind": "awaited", "events": self._awaited.names})


def base(instance: Any) -> str:
    """Return the id of a component, whatever row of a list it is in."""
    return str(instance).split("@")[0]
