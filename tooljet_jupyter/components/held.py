"""Properties and handlers under Python's names, kept under ToolJet's: what components and elements share."""

from collections.abc import Iterator
from typing import Any, ClassVar

from .event_records import Pair, own_actions
from .events import Action, Json
from .handlers import Handler, listed
from .plain import plain


class Held:
    """Properties and handlers under Python's names; a value equal to its default is not kept."""

    _keys: ClassVar[dict[str, str]] = {}
    _events: ClassVar[dict[str, str]] = {}
    # Of what class the elements of a list property are, by ToolJet's key.
    _items: ClassVar[dict[str, str]] = {}

    props: Json
    handlers: dict[str, list[Handler]]

    def hold(self, given: Json) -> None:
        """Keep what was given and is not the default, and what is to be kept as it is."""
        defaults = self.defaults()
        kept = {name: given[name] for name in self._keys if name in given and differs(given[name], defaults[name])}
        vars(self)["props"] = {self._keys[name]: value for name, value in kept.items()}
        said = {key: listed(given.get(name)) for name, key in self._events.items()}
        vars(self)["handlers"] = {key: handlers for key, handlers in said.items() if handlers}
        self.hold_more(given.get("more") or {})

    def hold_stored(self, props: Json) -> None:
        """Keep properties as they are stored, unknown ones and defaults too; the elements of lists as objects."""
        vars(self)["props"] = {}
        vars(self)["handlers"] = {}
        self.hold_more(props)

    def hold_more(self, props: Json) -> None:
        """Keep further properties as they are stored."""
        found = {key: typed(self._items[key], value) if key in self._items else value for key, value in props.items()}
        self.props.update(found)

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

    def pairs(self) -> Iterator[Pair]:
        """What it does on its own events, then what its elements do."""
        for key, handlers in self.handlers.items():
            yield from ((self.about(key), handler) for handler in handlers)
        for element in elements(self.props):
            yield from element.pairs()

    def about(self, event: str) -> Json:
        """What says in a stored event whose it is."""
        return {"eventId": event}

    def own_actions(self) -> Iterator[Action]:
        """The actions in the order of `pairs`, from now on its own."""
        yield from own_actions(self.handlers)
        for element in elements(self.props):
            yield from element.own_actions()


class Element(Held):
    """One element of a list property: a table column, an option, a tab."""

    _ref: ClassVar[str] = ""
    _kinds: ClassVar[dict[str, type["Element"]]] = {}

    def __init_subclass__(cls, **more: Any) -> None:
        super().__init_subclass__(**more)
        Element._kinds[cls.__name__] = cls

    def __init__(self, given: Json) -> None:
        self.hold(given)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    __hash__ = None  # type: ignore[assignment]  # its properties can change

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.props!r})"

    def about(self, event: str) -> Json:
        """What says in a stored event that it is this element's."""
        ref = str(getattr(self, self._ref)) if self._ref else ""
        return {"eventId": event, "ref": ref} if ref else {"eventId": event}


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


def typed(kind: str, value: Any) -> Any:
    """A stored list with its objects as elements of a class; whatever is no list stays as it is."""
    if not isinstance(value, list):
        return value
    return [stored_element(kind, item) if isinstance(item, dict) else item for item in value]


def stored_element(kind: str, props: Json) -> Element:
    """An element as it is stored."""
    made = Element._kinds[kind].__new__(Element._kinds[kind])
    made.hold_stored(props)
    return made
