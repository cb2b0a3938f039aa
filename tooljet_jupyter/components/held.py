"""Properties and handlers under Python's names, kept under ToolJet's: what components and elements share."""

from collections.abc import Iterator
from typing import Any, ClassVar

from .events import Json, Resolve
from .handlers import Handler, event_json, listed
from .plain import plain


class Held:
    """Properties and handlers under Python's names; a value equal to its default is not kept."""

    _keys: ClassVar[dict[str, str]] = {}
    _events: ClassVar[dict[str, str]] = {}

    props: Json
    handlers: dict[str, list[Handler]]

    def hold(self, given: Json) -> None:
        """Keep what was given and is not the default."""
        defaults = self.defaults()
        kept = {name: given[name] for name in self._keys if name in given and differs(given[name], defaults[name])}
        vars(self)["props"] = {self._keys[name]: value for name, value in kept.items()}
        said = {key: listed(given.get(name)) for name, key in self._events.items()}
        vars(self)["handlers"] = {key: handlers for key, handlers in said.items() if handlers}

    @classmethod
    def defaults(cls) -> Json:
        """The defaults of the constructor by Python's names."""
        return cls.__init__.__kwdefaults__ or {}

    def __getattr__(self, name: str) -> Any:
        if name in self._keys:
            return self.props.get(self._keys[name], self.defaults()[name])
        if name in self._events:
            return self.handlers.get(self._events[name], [])
        raise AttributeError(f"{type(self).__name__} has no {name}.")

    def __setattr__(self, name: str, value: Any) -> None:
        if name in self._keys:
            self.props[self._keys[name]] = value
        elif name in self._events:
            self.handlers[self._events[name]] = listed(value)
        else:
            object.__setattr__(self, name, value)

    def props_json(self) -> Json:
        """The properties as JSON."""
        return {key: plain(value) for key, value in self.props.items()}

    def __json__(self) -> Json:
        """What stands for it inside a property."""
        return self.props_json()


class Element(Held):
    """One element of a list property: a table column, an option, a tab."""

    _ref: ClassVar[str] = ""

    def __init__(self, given: Json) -> None:
        self.hold(given)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    __hash__ = None  # type: ignore[assignment]  # its properties can change

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.props!r})"

    def events(self, resolve: Resolve) -> list[Json]:
        """The events of this element, which name it, and of those in it."""
        ref = str(getattr(self, self._ref)) if self._ref else ""
        own = [
            event for key, handlers in self.handlers.items() for event in event_json(key, handlers, resolve, ref=ref)
        ]
        return own + [event for element in elements(self.props) for event in element.events(resolve)]


def differs(value: Any, default: Any) -> bool:
    """Whether a value says more than the default; None never does, and `1` is not `True`."""
    if value is None:
        return False
    return type(value) is not type(default) or value != default


def elements(props: Json) -> Iterator[Element]:
    """The elements of all list properties."""
    for value in props.values():
        if isinstance(value, list):
            yield from (element for element in value if isinstance(element, Element))
