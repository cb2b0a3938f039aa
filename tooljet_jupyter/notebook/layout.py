"""Where components stand when nobody said: rows from top to bottom, and containers as high as their content."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from ..components.base import Component, Layout
from .sizes import FIELD_COLUMNS, LABEL, ONE_LINE, button_columns, field, fit, high, in_line, labelled, overlay, pixels

COLUMNS = 43.0
GAP = 10
MARGIN_COLUMNS = 1.0
# Room for a title and one control beside it, in a page's header as in a container's.
BUTTON_IN_BAR = 9.0
# Things with an edge of their own look like one row when they end together.
CARDS = frozenset({"Chart", "Container", "Form", "Html", "Listview", "Table", "Tabs"})
BARS = ("header", "footer")
BAR_HEIGHTS = {"header": "header_height", "footer": "footer_height"}

Place = tuple[float, float]


class Flowed(Layout):
    """A place that was found here, and is found anew whenever the app changes."""

    __slots__ = ()


@dataclass(frozen=True)
class Row:
    """Components side by side, in the proportion of `widths` or as they need, as high as they need or as told."""

    components: list[Component]
    widths: Sequence[float] | None = None
    height: int | None = None


def rows(grid: Iterable[Row], *, top: float = 20) -> float:
    """Place rows of components below each other on a page and return where they end.

    A component with a layout of its own keeps it.
    """
    for row in grid:
        for component in row.components:
            inside(component)
        standing = [component for component in row.components if not overlay(component)]
        if any(flows(component) for component in row.components):
            flow(row, standing, top=top)
        top = max([top - GAP, *(bottom(component) for component in standing)]) + GAP
    return top


def flow(row: Row, standing: Sequence[Component], *, top: float) -> None:
    """Place the components of one row beside each other; `standing` are those that take room on the page."""
    heights = {id(component): row.height or high(component) for component in row.components}
    cards = [heights[id(component)] for component in standing if component.kind in CARDS]
    shift = LABEL if any(labelled(component) for component in standing) else 0
    places = columns(row.components, row.widths)
    for component, (left, width) in zip(row.components, places, strict=False):
        height = max(cards) if component.kind in CARDS and cards else heights[id(component)]
        start = top + shift + (ONE_LINE - height) // 2 if shift and in_line(component) else top
        put(component, Flowed(start, left, width, height))


def columns(components: Sequence[Component], widths: Sequence[float] | None) -> list[Place]:
    """Return left and width of each component of a row over the whole page."""
    room = COLUMNS - 2 * MARGIN_COLUMNS
    return share(widths or wanted(components, room), left=MARGIN_COLUMNS, width=room)


def wanted(components: Sequence[Component], room: float) -> list[float]:
    """Return the widths a row takes by itself: buttons by their text, fields up to a third, the rest what is left.

    The last one is what stays empty, where nothing in the row takes all it can get.
    """
    fixed = [button_columns(component) if component.kind == "Button" else 0.0 for component in components]
    equal = (room - sum(fixed)) / (fixed.count(0.0) or 1)
    found = [
        width or (min(equal, FIELD_COLUMNS) if field(component) else 0.0)
        for component, width in zip(components, fixed, strict=True)
    ]
    rest = max(room - sum(found), 0.0)
    takers = found.count(0.0)
    return [width or rest / takers for width in found] + ([] if takers else [rest])


def share(widths: Sequence[float], *, left: float, width: float) -> list[Place]:
    """Return left and width of parts in a proportion; each begins exactly where the one before ends."""
    reached = [0.0, *accumulate(widths)]
    edges = [round(left + width * edge / reached[-1], 2) for edge in reached]
    return [(start, round(end - start, 2)) for start, end in pairwise(edges)]


def inside(component: Component) -> None:
    """Place what is inside a component: below each other over the full width, in its bars side by side."""
    for slot, children in component.children.items():
        if slot in BARS:
            bar(children, height=pixels(component, BAR_HEIGHTS[slot]))
        else:
            stack(children)
    fit(component)


def stack(children: Sequence[Component]) -> None:
    """Place components below each other."""
    top: float = GAP
    for child in children:
        inside(child)
        if flows(child):
            put(child, below(child, top))
        if not overlay(child):
            top = max(top, bottom(child) + GAP)


def below(child: Component, top: float) -> Flowed:
    """Return the place of a component below others: the full width, as high as it needs."""
    return Flowed(top, MARGIN_COLUMNS, COLUMNS - 2 * MARGIN_COLUMNS, high(child))


def bar(children: Sequence[Component], *, height: int) -> None:
    """Place components side by side in the middle of a bar, its buttons at the right end."""
    for child in children:
        inside(child)
    for child, place in in_bar(children, height=height):
        put(child, place)


def in_bar(children: Sequence[Component], *, height: int) -> list[tuple[Component, Flowed]]:
    """Return the place of each component of a bar."""
    buttons = [child for child in children if child.kind == "Button"]
    others = [child for child in children if child.kind != "Button"]
    room = COLUMNS - 2 * MARGIN_COLUMNS - BUTTON_IN_BAR * len(buttons)
    places = share([1.0] * len(others), left=MARGIN_COLUMNS, width=room) if others else []
    start = COLUMNS - MARGIN_COLUMNS - BUTTON_IN_BAR * len(buttons)
    places += [(start + BUTTON_IN_BAR * number, BUTTON_IN_BAR) for number in range(len(buttons))]
    return [
        (child, Flowed(max(0, (height - high(child)) // 2), left, width, high(child)))
        for child, (left, width) in zip([*others, *buttons], places, strict=True)
    ]


def flows(component: Component) -> bool:
    """Say whether nobody gave a component its place."""
    return isinstance(component.layouts.get("desktop"), Flowed | None)


def put(component: Component, place: Flowed) -> None:
    """Give a component its place, unless its author did."""
    if flows(component):
        component.layouts["desktop"] = place


def bottom(component: Component) -> float:
    """Return where a component ends."""
    place = component.layouts["desktop"]
    return place.top + place.height
