"""What every component of the notebook is: properties by Python's names, kept and written by ToolJet's."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, ClassVar, NamedTuple

from ..errors import Invalid
from .events import Action, Json, Resolve, named
from .handlers import Handler, event_json
from .held import Held, elements

Children = Sequence["Component"] | Mapping[str, Sequence["Component"]] | None


class Layout(NamedTuple):
    """A place on the page: pixels from the top and high, columns (of 43) from the left and wide."""

    top: float
    left: float
    width: float
    height: float


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
        self.children |= self.by_slot(given.get("children"))

    def start(self, kind: str, name: str | None) -> None:
        """Set what every component has."""
        self.kind = kind
        self.name = name
        self.changed: Callable[[], None] | None = None
        self.layouts: dict[str, Layout] = {}
        self.children = {}
        self.refs: list[tuple[Json, Action]] = []

    def __repr__(self) -> str:
        return f"<{self.kind} {self.name or 'without a name'}>"

    def __setattr__(self, name: str, value: Any) -> None:
        super().__setattr__(name, value)
        if (name in self._keys or name in self._events) and self.changed:
            self.changed()

    @classmethod
    def by_slot(cls, children: Children) -> dict[str, list["Component"]]:
        """Children as lists by slot; without a slot they go into the first."""
        if not children:
            return {}
        if not isinstance(children, Mapping):
            if not cls._slots:
                raise Invalid(f"Say in which of the {cls._type.lower()} each child is: {{id: [...]}}.", type=cls._type)
            children = {next(iter(cls._slots)): children}
        unknown = [slot for slot in children if cls._slots and slot not in cls._slots]
        if unknown:
            raise Invalid(f"{cls._type} has no slot {unknown[0]}.", slot=unknown[0], slots=list(cls._slots))
        return {slot: list(inside) for slot, inside in children.items()}

    def place(self, layout: Layout | None, *, mobile: Layout | None = None) -> None:
        """Say where it is; None leaves that to the app."""
        given = {"desktop": layout, "mobile": mobile}
        self.layouts = {device: place for device, place in given.items() if place}

    def on(self, event: str, *handlers: Handler) -> None:
        """Add handlers to an event, given by Python's name or ToolJet's."""
        key = self._events.get(event, event)
        self.handlers.setdefault(key, []).extend(handlers)

    def walk(self) -> Iterator["Component"]:
        """This component and all inside it, from outside in."""
        yield self
        for children in self.children.values():
            for child in children:
                yield from child.walk()

    def events_json(self, resolve: Resolve) -> list[Json]:
        """All events in their order: its own, then those of its elements."""
        own = [event for key, handlers in self.handlers.items() for event in event_json(key, handlers, resolve)]
        inner = [event for element in elements(self.props) for event in element.events(resolve)]
        return own + [about | action.written(resolve) for about, action in self.refs] + inner

    def to_json(self) -> Json:
        """Everything about the component, with names in the place of ids."""
        children = {slot: [child.to_json() for child in inside] for slot, inside in self.children.items()}
        return {
            "type": self.kind,
            "name": self.name,
            "props": self.props_json(),
            "layouts": layouts_json(self.layouts),
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
        component.layouts = {device: Layout(**place) for device, place in data.get("layouts", {}).items()}
        inside = data.get("children", {})
        component.children = {slot: [Component.from_json(child) for child in inside[slot]] for slot in inside}
        for event in data.get("events", []):
            component.take(event)
        return component

    def take(self, event: Json) -> None:
        """Keep one written event; those of elements stay apart, as their element is plain JSON."""
        about: Json = {key: event[key] for key in ("eventId", "ref") if key in event}
        action = Action.from_json({key: value for key, value in event.items() if key not in about})
        if "ref" in event:
            self.refs.append((about, action))
        else:
            self.on(event["eventId"], action)

    def definition(self, resolve: Resolve, *, parent: str | None = None) -> Json:
        """The component as a definition holds it, its names turned into ids; without what is inside it."""
        identity = resolve("component", self)
        events = [{"id": f"{identity}-event-{n}", **event} for n, event in enumerate(self.events_json(resolve))]
        return {
            "id": identity,
            "name": self.name,
            "type": self.kind,
            "parent": parent,
            "props": self.props_json(),
            "layouts": layouts_json(self.layouts or {"desktop": Layout(0, 0, *self._size)}),
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


def layouts_json(layouts: dict[str, Layout]) -> Json:
    """Places by device as JSON."""
    return {device: place._asdict() for device, place in layouts.items()}
