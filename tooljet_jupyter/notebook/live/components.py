"""`app.components`: what the components of a shown app expose, as traits that Python reads, sets and follows."""

import asyncio
import difflib
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

import ipywidgets
import traitlets

from ...components.base import Component
from ...errors import Invalid, NotFound, ToolJetError
from .store import LONG, UNKNOWN
from .values import MAIN, exposes, settable, start, typed, untyped

if TYPE_CHECKING:
    from concurrent.futures import Future

    from .session import Session

Json = dict[str, Any]
WAIT_SECONDS = 15.0


class ExposedValue(traitlets.Any):
    """A value of a component: the one that the page shows, or the one that the definition starts with."""

    def get(self, obj: Any, cls: Any = None) -> Any:
        """Return the value now."""
        return obj.read(self.name)

    def set(self, obj: Any, value: Any) -> None:
        """Set it as a person would."""
        obj.write(self.name, value)


class Shown(ipywidgets.ValueWidget):  # type: ignore[misc]  # ipywidgets has no types
    """A component as it is shown: its exposed values are attributes and traits.

    It is no widget of its own in the page: the app is. `observe`, `traitlets.link`, ipywidgets' `link`
    and `interactive` work with it, `jslink` does not.
    """

    _kind: ClassVar[str] = ""

    def __init__(self, component: Component, key: str, session: "Session") -> None:
        self._component = component
        self._key = key
        self._session = session
        super().__init__()

    def open(self) -> None:
        """Open nothing: the app has the one connection to the page."""

    @property
    def model_id(self) -> str:
        """Refuse to be a widget of the page."""
        raise Invalid(
            f"components.{self._component.name} lives in the app's own frame, which widgets in the page do not reach: "
            "use ipywidgets.link or traitlets.link in the place of jslink, and show the app itself"
        )

    def __repr__(self) -> str:
        return f"<{self._component.kind} {self._component.name}: {', '.join(exposes(self._kind))}>"

    def __dir__(self) -> list[str]:
        return [*exposes(self._kind), "act", "fetch", "observe", "unobserve"]

    def __getattr__(self, name: str) -> Any:
        near = difflib.get_close_matches(name, list(exposes(self._kind)), 1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise AttributeError(f"components.{self._component.name} has no value {name}{hint}")

    def __setattr__(self, name: str, value: Any) -> None:
        if not name.startswith("_") and not self.has_trait(name) and name != "description":
            refuse(name, exposes(self._kind), f"components.{self._component.name}")
        super().__setattr__(name, value)

    def read(self, key: str) -> Any:
        """Return a value as Python has it."""
        key = self._named(key)
        raw = self._session.store.read(self._key, key, lambda: start(self._component, key))
        if raw is not LONG:
            return typed(self._component, key, raw)
        return typed(self._component, key, self._session.fetch_now(self._key, key, self._component.name))

    async def fetch(self, key: str) -> Any:
        """Return a value that is too long to be kept here, such as a table's `currentData`."""
        return typed(self._component, key, await asyncio.wrap_future(self._session.fetch(self._key, key)))

    def write(self, key: str, value: Any) -> None:
        """Set a value as a person would."""
        key = self._named(key)
        if not settable(self._kind, key):
            possible = [name for name in exposes(self._kind) if settable(self._kind, name)]
            raise Invalid(
                f"components.{self._component.name}.{key} follows from other values and cannot be set; "
                f"what can be set: {', '.join(possible) or 'nothing'}",
                key=key,
            )
        raw = untyped(self._component, key, value)
        self._session.assign(self._key, key, raw)

    def act(self, action: str, *parameters: Any) -> None:
        """Tell the component what to do, such as `act("setText", "Hello")`."""
        self._session.act(self._key, action, [untyped(self._component, "", value) for value in parameters])

    def observe(self, handler: Callable[..., Any], names: Any = traitlets.All, type: Any = "change") -> None:
        """Call a function when a value changes; a long value is then told at every change."""
        super().observe(handler, names, type)
        wanted = [names] if isinstance(names, str) else list(names) if isinstance(names, list | tuple) else []
        # ipywidgets observes its own `comm` while the object is being made.
        for name in exposes(self._kind).keys() & {self._named(name) for name in wanted}:
            self._session.watch(self._key, name)

    def told(self, key: str, before: Any, after: Any) -> None:
        """Tell those who observe a value that the page changed it."""
        names = [key] if self.has_trait(key) else []
        if MAIN.get(self._kind) == key:
            names.append("value")
        if before is UNKNOWN:
            before = start(self._component, key)
        for name in filter(self._is_observed, names):
            old = None if before is LONG else typed(self._component, key, before)
            change = {"name": name, "old": old, "new": typed(self._component, key, after), "owner": self}
            self.notify_change(traitlets.Bunch(type="change", **change))

    def _is_observed(self, name: str) -> bool:
        """Say whether somebody listens: rows become a data frame only for somebody."""
        return any(self._trait_notifiers.get(key, {}).get("change") for key in (name, traitlets.All))

    def _named(self, key: str) -> str:
        """Return the key of a value; `value` is the main one."""
        main = MAIN.get(self._kind)
        return main if key == "value" and main and key not in exposes(self._kind) else key


@cache
def shown_class(kind: str) -> type[Shown]:
    """Return the class of a kind of component, with a trait for each exposed value."""
    names = [*exposes(kind), "value"]
    return type(kind, (Shown,), {"_kind": kind, **{name: ExposedValue().tag(sync=True) for name in names}})


class Components:
    """The components of an app by name, those of the page that is shown first."""

    def __init__(self, session: "Session") -> None:
        self._session = session

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self[name]

    def __getitem__(self, name: str) -> Shown:
        found = self._session.find(name)
        if found is None:
            refuse(name, list(self), "The app")
        return found

    def __setattr__(self, name: str, value: Any) -> None:
        if not name.startswith("_"):
            raise Invalid(f"Set a value of it instead: app.components.{name}.value = …", name=name)
        super().__setattr__(name, value)

    def __iter__(self) -> Iterator[str]:
        return iter(self._session.names())

    def __dir__(self) -> list[str]:
        return list(self)

    def __repr__(self) -> str:
        return f"<components: {', '.join(self)}>"


def refuse(name: str, known: Any, whose: str) -> NoReturn:
    """Refuse a name that is not there, with the nearest one that is."""
    near = difflib.get_close_matches(name, list(known), 1)
    hint = f"; did you mean {near[0]}?" if near else ""
    noun = "component" if whose == "The app" else "value"
    raise NotFound(f"{whose} has no {noun} {name}{hint}", name=name)


def waited(answer: "Future[Any]", name: str) -> Any:
    """Return an answer for which this thread can wait.

    Raises
    ------
    ToolJetError
        It did not come.
    """
    try:
        return answer.result(WAIT_SECONDS)
    except TimeoutError:
        raise ToolJetError(f"The page did not say in {WAIT_SECONDS:.0f} seconds what is in {name}") from None
