"""What every component of the notebook is: properties by Python's names, kept and written by ToolJet's."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, ClassVar, NamedTuple, Self

from ..errors import Invalid
from .event_records import Pair, event_records, keep_ids
from .events import Action, Json, Resolve, named
from .handlers import Handler, as_action
from .held import Held

Children = Sequence["Component"] | Mapping[str, Sequence["Component"]] | None


class Layout(NamedTuple):
    """A place on the page: pixels from the top and high, columns (of 43) from the left and wide."""

    top: float
    left: float
    width: float
    height: float


class Nowhere(Layout):
    """The place of a stored component that has none; nobody finds one for it."""

    __slots__ = ()


NOWHERE = Nowhere(0, 0, 0, 0)


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
    id : str or None
        The id it is stored with; None: made of the names of its page and its own.
    fits : bool
        Whether its inner height follows what is in it, unless that was said.
    extra : dict
        What else is stored with it, by names that this version does not know.
    parent : str or None
        The stored id of what it is in, where that is not on the page.
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
        self.refs: list[Pair] = []
        self.order: list[Action] = []
        self.id: str | None = None
        self.parent: str | None = None
        self.extra: Json = {}
        self.fits = True
        self.fitted: Json = {}

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

    def on(self, event: str, *handlers: Handler, ref: str | None = None) -> None:
        """Add handlers to an event, given by Python's name or ToolJet's.

        Parameters
        ----------
        event : str
            The event.
        handlers : Action, str or function
            What to do.
        ref : str, optional
            The element whose event it is, where the component holds none of that name.
        """
        key = self._events.get(event, event)
        if ref is None:
            self.handlers.setdefault(key, []).extend(handlers)
        else:
            self.refs += [({"eventId": key, "ref": ref}, handler) for handler in handlers]

    def keep(
        self,
        *,
        id: str | None = None,
        events: Sequence[str | None] = (),
        order: Sequence[int] | None = None,
        layouts: dict[str, Layout] | None = None,
        parent: str | None = None,
        extra: Json | None = None,
        fits: bool = True,
    ) -> Self:
        """Say how it is stored where its names and properties do not say it; `to_python` writes this.

        Parameters
        ----------
        id : str, optional
            The id of the component.
        events : sequence of str or None, optional
            The ids of its events: its own by event, then those of its elements.
        order : sequence of int, optional
            The place of each of these events in the stored list.
        layouts : dict, optional
            All its places; a component without any is drawn nowhere.
        parent : str, optional
            The id of what it is in, where that is not on the page.
        extra : dict, optional
            What else is stored with it.
        fits : bool, default True
            Whether its inner height follows what is in it, unless that was said.
        """
        self.id = id or self.id
        if layouts is not None:
            self.layouts = {"desktop": NOWHERE} | layouts
        self.parent = parent
        self.extra = extra or {}
        self.fits = fits
        if events or order is not None:
            self.order = keep_ids(list(self.own_actions()), events, order)
        return self

    def walk(self) -> Iterator["Component"]:
        """This component and all inside it, from outside in."""
        yield self
        for children in self.children.values():
            for child in children:
                yield from child.walk()

    def pairs(self) -> Iterator[Pair]:
        """All events and what is done on them: its own and those of its elements."""
        yield from super().pairs()
        yield from self.refs

    def own_actions(self) -> Iterator[Action]:
        """The actions in the order of `pairs`, from now on its own."""
        yield from super().own_actions()
        self.refs = [(about, as_action(handler)) for about, handler in self.refs]
        yield from (action for _, action in self.refs if isinstance(action, Action))

    def events_json(self, resolve: Resolve) -> list[Json]:
        """All events in their order: its own, then those of its elements."""
        return [about | as_action(handler).written(resolve) for about, handler in self.pairs()]

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
        component.hold_stored(data.get("props", {}))
        component.start(data["type"], data.get("name"))
        component.layouts = {device: Layout(**place) for device, place in data.get("layouts", {}).items()}
        inside = data.get("children", {})
        component.children = {slot: [Component.from_json(child) for child in inside[slot]] for slot in inside}
        for event in data.get("events", []):
            component.take(event)
        return component

    @staticmethod
    def stored(record: Json) -> "Component":
        """The component that a definition holds, with its id and its places; without its events and children."""
        kind = Component._kinds.get(record["type"], Component)
        component = kind.__new__(kind)
        component.hold_stored(record["props"])
        component.start(record["type"], record["name"])
        component.layouts = {"desktop": NOWHERE} | {
            device: Layout(**place) for device, place in record["layouts"].items()
        }
        component.id, component.extra, component.fits = record["id"], record["extra"], False
        return component

    def take(self, event: Json) -> None:
        """Keep one written event; those of elements stay apart."""
        about: Json = {key: event[key] for key in ("eventId", "ref") if key in event}
        action = Action.from_json({key: value for key, value in event.items() if key not in about})
        if "ref" in event:
            self.refs.append((about, action))
        else:
            self.on(event["eventId"], action)

    def definition(self, resolve: Resolve, *, parent: str | None = None) -> Json:
        """The component as a definition holds it, its names turned into ids; without what is inside it."""
        identity = resolve("component", self)
        return {
            "id": identity,
            "name": self.name,
            "type": self.kind,
            "parent": parent if self.parent is None else self.parent,
            "props": self.props_json(),
            "layouts": layouts_json(self.layouts or {"desktop": Layout(0, 0, *self._size)}),
            "events": event_records(identity, self.pairs(), resolve, order=self.order),
            "extra": self.extra,
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
    return {device: place._asdict() for device, place in layouts.items() if not isinstance(place, Nowhere)}
