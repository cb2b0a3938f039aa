"""What every component of the notebook is: properties by Python's names, kept and written by ToolJet's."""

from collections.abc import Callable, Iterator
from typing import Any, ClassVar

import msgspec

from ..errors import Invalid
from .checks import Problem
from .events import Action, Json, Resolve, named
from .handlers import Handler, event_json, listed
from .spec import specs

Children = list["Component"] | dict[str, list["Component"]] | None


class Layout(msgspec.Struct, frozen=True):
    """A place on the page: pixels from the top and high, columns (of 43) from the left and wide."""

    top: int
    left: int
    width: int
    height: int


class Held:
    """Properties and handlers under Python's names; a value equal to its default is not kept."""

    _keys: ClassVar[dict[str, str]] = {}
    _events: ClassVar[dict[str, str]] = {}

    props: Json
    handlers: dict[str, list[Handler]]

    def hold(self, given: Json) -> None:
        """Keep what was given and is not the default."""
        defaults = self.defaults()
        kept = {
            name: given[name] for name in self._keys if name in given and differs(given[name], defaults[name])
        }
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
        """The events of this element, which name it."""
        ref = str(getattr(self, self._ref)) if self._ref else ""
        return [
            event
            for key, handlers in self.handlers.items()
            for event in event_json(key, handlers, resolve, ref=ref)
        ]


class Component(Held):
    """One thing on a page, with what is inside it.

    Attributes
    ----------
    name : str or None
        The name other expressions read it by.
    children : dict
        The components inside, by slot.
    layouts : dict
        Where it is, by device: 'desktop' and perhaps 'mobile'.
    changed : function or None
        Called after a property was set.
    """

    _type: ClassVar[str] = ""
    _size: ClassVar[tuple[int, int]] = (10, 40)
    _slots: ClassVar[dict[str, str]] = {"body": ""}
    _kinds: ClassVar[dict[str, type["Component"]]] = {}

    def __init_subclass__(cls, **more: Any) -> None:
        super().__init_subclass__(**more)
        Component._kinds[cls._type] = cls

    children: dict[str, list["Component"]]

    def __init__(self, given: Json) -> None:
        self.hold(given)
        self.start(self._type, given.get("name"))
        self.place(given.get("layout"), mobile=given.get("mobile_layout"))
        children = given.get("children") or {}
        self.children |= children if isinstance(children, dict) else {self.first_slot(): children}

    def start(self, kind: str, name: str | None) -> None:
        """Set what every component has."""
        self.kind = kind
        self.name = name
        self.changed: Callable[[], None] | None = None
        self.layouts: dict[str, Layout] = {}
        self.children = {}
        self.refs: list[Json] = []

    def __repr__(self) -> str:
        return f"<{self.kind} {self.name or 'without a name'}>"

    def __setattr__(self, name: str, value: Any) -> None:
        super().__setattr__(name, value)
        if (name in self._keys or name in self._events) and self.changed:
            self.changed()

    @classmethod
    def first_slot(cls) -> str:
        """The slot of children that are given without one."""
        return next(iter(cls._slots))

    def place(self, layout: Layout | None, *, mobile: Layout | None = None) -> None:
        """Say where it is; None leaves that to the app."""
        given = {"desktop": layout, "mobile": mobile}
        self.layouts = {device: place for device, place in given.items() if place}

    def on(self, event: str, *handlers: Handler) -> None:
        """Add handlers to an event, given by Python's name or ToolJet's."""
        key = self._events.get(event, event)
        self.handlers.setdefault(key, []).extend(handlers)

    def problems(self) -> list[Problem]:
        """What is wrong with the values of the properties."""
        found = specs().get(self.kind)
        return found.validate_props(self.props_json()) if found else []

    def walk(self) -> Iterator["Component"]:
        """This component and all inside it, from outside in."""
        yield self
        for children in self.children.values():
            for child in children:
                yield from child.walk()

    def events_json(self, resolve: Resolve) -> list[Json]:
        """All events in their order: its own, then those of its elements."""
        own = [
            event for key, handlers in self.handlers.items() for event in event_json(key, handlers, resolve)
        ]
        return (
            own + self.refs + [event for element in elements(self.props) for event in element.events(resolve)]
        )

    def to_json(self) -> Json:
        """Everything about the component, with names in the place of ids."""
        children = {slot: [child.to_json() for child in inside] for slot, inside in self.children.items()}
        return {
            "type": self.kind,
            "name": self.name,
            "props": self.props_json(),
            "layouts": msgspec.to_builtins(self.layouts),
            "events": self.events_json(named),
            "children": children,
        }

    @staticmethod
    def from_json(data: Json) -> "Component":
        """The component that `to_json` wrote; one of an unknown type keeps all it has."""
        kind = Component._kinds.get(data["type"], Component)
        component = kind.__new__(kind)
        vars(component)["props"] = dict(data.get("props", {}))
        vars(component)["handlers"] = {}
        component.start(data["type"], data.get("name"))
        component.layouts = msgspec.convert(data.get("layouts", {}), dict[str, Layout])
        inside = data.get("children", {})
        component.children = {slot: [Component.from_json(child) for child in inside[slot]] for slot in inside}
        for event in data.get("events", []):
            component.take(event)
        return component

    def take(self, event: Json) -> None:
        """Keep one written event; those of elements stay as they are."""
        if "ref" in event:
            self.refs.append(event)
        else:
            rest = {key: value for key, value in event.items() if key != "eventId"}
            self.on(event["eventId"], Action.from_json(rest))

    def definition(self, resolve: Resolve, *, parent: str | None = None) -> Json:
        """The component as a definition holds it, its names turned into ids; without what is inside it."""
        identity = resolve("component", self)
        events = [
            {"id": f"{identity}-event-{n}", **event} for n, event in enumerate(self.events_json(resolve))
        ]
        return {
            "id": identity,
            "name": self.name,
            "type": self.kind,
            "parent": parent,
            "props": self.props_json(),
            "layouts": msgspec.to_builtins(self.layouts or {"desktop": Layout(0, 0, *self._size)}),
            "events": events,
        }

    def definitions(self, resolve: Resolve, *, parent: str | None = None) -> list[Json]:
        """The component and all inside it, as the flat list of a page."""
        own = self.definition(resolve, parent=parent)
        inside = [
            record
            for slot, children in self.children.items()
            for child in children
            for record in child.definitions(resolve, parent=self.parent_id(own["id"], slot))
        ]
        return [own, *inside]

    def parent_id(self, identity: str, slot: str) -> str:
        """What children of a slot have as their parent: the id, ended by the slot or the id of the tab."""
        suffix = self._slots.get(slot, slot)
        return f"{identity}-{suffix}" if suffix else identity


def differs(value: Any, default: Any) -> bool:
    """Whether a value says more than the default; `1` is not `True`."""
    return type(value) is not type(default) or value != default


def elements(props: Json) -> Iterator[Element]:
    """The elements of all list properties."""
    for value in props.values():
        if isinstance(value, list):
            yield from (element for element in value if isinstance(element, Element))


def plain(value: Any) -> Any:
    """A value as JSON: elements as objects, a table of rows as a list of objects."""
    if isinstance(value, Held):
        return value.props_json()
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if hasattr(value, "to_dict"):
        return plain(value.to_dict("records"))
    if value is None or isinstance(value, str | int | float):
        return value
    raise Invalid(f"A property cannot hold a {type(value).__name__}.", type=type(value).__name__)
