"""A page of an app: rows of components from top to bottom."""

from collections.abc import Iterator, Sequence
from typing import Any, Self

from ..components.base import Component
from ..components.event_records import Pair, keep_ids, own_actions
from ..components.events import Action
from ..components.handlers import Handler
from ..errors import Invalid, NotFound
from . import layout
from .resolver import slug

Json = dict[str, Any]
ON_LOAD = "onPageLoad"


class Page:
    """One page of an app; rows of components are added from top to bottom.

    Attributes
    ----------
    id : str or None
        The id it is stored with; None: made of its handle.
    disabled : bool or str
        Whether nobody can open it, or an expression that says so.
    sequence : list of str
        Names or ids of its components in the order in which they are stored; new ones follow what is before them.
    extra : dict
        What else is stored with it, by names that this version does not know.
    """

    def __init__(
        self, name: str, handle: str | None = None, *, icon: str | None = None, hidden: bool | str = False
    ) -> None:
        self.name = name
        self.handle = handle or slug(name)
        self.icon = icon
        self.hidden = hidden
        self.disabled: bool | str = False
        self.rows: list[layout.Row] = []
        self.handlers: list[Handler] = []
        self.refs: list[Pair] = []
        self.order: list[Action] = []
        self.id: str | None = None
        self.sequence: list[str] = []
        self.extra: Json = {}

    def __repr__(self) -> str:
        return f"<Page {self.name!r}: {sum(1 for _ in self.components())} components>"

    def __getitem__(self, name: str) -> Component:
        """Return the component of that name, wherever on the page it is.

        Raises
        ------
        NotFound
            The page has no such component.
        """
        for component in self.components():
            if name == component.name:
                return component
        raise NotFound(f"The page {self.name} has no component {name}", name=name)

    def add(self, *components: Component, widths: Sequence[float] | None = None, height: int | None = None) -> "Page":
        """Add components as the next row, side by side: in equal parts, or in the proportion of `widths`.

        Widths that are left over stay empty, at the end of the row.
        """
        if widths is not None and len(widths) < len(components):
            raise Invalid("A row needs a width for each component", field="widths")
        if components:
            self.rows.append(layout.Row(list(components), widths, height))
        return self

    def remove(self, component: Component | str) -> Component:
        """Take a component off the page, with what is in it, and return it.

        Raises
        ------
        NotFound
            The page has no such component.
        """
        found = self[component] if isinstance(component, str) else component
        for siblings in self.lists():
            place = next((place for place, other in enumerate(siblings) if other is found), None)
            if place is not None:
                return siblings.pop(place)
        raise NotFound(f"The page {self.name} has no component {found.name}", name=found.name)

    def on_load(self, *handlers: Handler) -> None:
        """Do something when the page is opened."""
        self.handlers.extend(handlers)

    def on(self, event: str, *handlers: Handler, **about: Any) -> None:
        """Do something on an event of the page, given by ToolJet's name."""
        self.refs += [({"eventId": event} | about, handler) for handler in handlers]

    def components(self) -> Iterator[Component]:
        """Return everything on the page, from outside in."""
        for row in self.rows:
            for component in row.components:
                yield from component.walk()

    def lists(self) -> Iterator[list[Component]]:
        """Return every list of components that stand together: the rows, and what is inside of things."""
        yield from (row.components for row in self.rows)
        for component in self.components():
            yield from component.children.values()

    def pairs(self) -> Iterator[Pair]:
        """Return what is done on its events."""
        yield from (({"eventId": ON_LOAD}, handler) for handler in self.handlers)
        yield from self.refs

    def keep(
        self,
        *,
        id: str | None = None,
        handle: str | None = None,
        disabled: bool | str = False,
        events: Sequence[str | None] = (),
        order: Sequence[int] | None = None,
        sequence: Sequence[str] = (),
        extra: Json | None = None,
    ) -> Self:
        """Say how it is stored where its name and its components do not say it; `to_python` writes this.

        Parameters
        ----------
        id : str, optional
            The id of the page.
        handle : str, optional
            The part of the address, as it is stored.
        disabled : bool or str, default False
            Whether nobody can open it, or an expression.
        events : sequence of str or None, optional
            The ids of its events.
        order : sequence of int, optional
            The place of each of its events in the stored list.
        sequence : sequence of str, optional
            The names or ids of its components in the order in which they are stored.
        extra : dict, optional
            What else is stored with it.
        """
        self.id = id or self.id
        self.handle = self.handle if handle is None else handle
        self.disabled = disabled
        self.sequence = list(sequence)
        self.extra = extra or {}
        if events or order is not None:
            self.order = keep_ids(list(self.own_actions()), events, order)
        return self

    def own_actions(self) -> Iterator[Action]:
        """Return the actions in the order of `pairs`, from now on its own."""
        yield from own_actions({ON_LOAD: self.handlers})
        for place, (about, handler) in enumerate(self.refs):
            (action,) = own_actions({"": [handler]})
            self.refs[place] = (about, action)
            yield action

    def in_sequence(self, records: list[Json]) -> list[Json]:
        """Return its components in the stored order; one that is new comes after what was before it."""
        if not self.sequence:
            return records
        places = {key: place for place, key in enumerate(self.sequence)}
        reached, found = -1, []
        for number, record in enumerate(records):
            reached = places.get(record["id"], places.get(record["name"], reached))
            found.append((reached, number, record))
        return [record for *_, record in sorted(found, key=lambda entry: entry[:2])]
