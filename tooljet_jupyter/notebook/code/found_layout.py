"""Rows and widths that give the places a page has: layouts as a person would have written them."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from ...components.base import Component, Layout, Nowhere
from ..layout import BAR_HEIGHTS, BARS, GAP, MARGIN_COLUMNS, Flowed, Row, below, bottom, flow, in_bar
from ..sizes import content, inner_height, overlay, pixels

FIRST_ROW = 20.0
# Widths are written as small whole numbers where these give the same places.
LARGEST_PART = 12
PAGE_COLUMNS = 41

Places = dict[int, Layout]


def found_rows(tops: Sequence[Component], places: Places) -> list[Row]:
    """Return rows that put components where they are, and leave explicit places where no row does.

    `places` holds where each component of the tree is, by object; afterwards each component's own
    layout is one that was found, or its explicit one.
    """
    for component in tops:
        settle(component, places)
    rows: list[Row] = []
    top = FIRST_ROW
    for group in grouped(tops, places):
        row = fitting(group, places, top) or explicit(group, places)
        if rows and not flows(row) and not flows(rows[-1]):
            row = Row([*rows.pop().components, *group])
        rows.append(row)
        standing = [component for component in group if not overlay(component)]
        top = max([top - GAP, *(bottom(component) for component in standing)]) + GAP
    return rows


def settle(component: Component, places: Places) -> None:
    """Leave out the places of what is inside a component where they would be found anyway."""
    for slot, children in component.children.items():
        for child in children:
            settle(child, places)
        if slot in BARS:
            settle_bar(children, places, height=pixels(component, BAR_HEIGHTS[slot]))
        else:
            settle_stack(children, places)
    if inner_height(component) and inner_height(component) not in component.props and content(component):
        component.fits = False


def settle_stack(children: Sequence[Component], places: Places) -> None:
    """Leave out the places of components that stand below each other."""
    top: float = GAP
    for child in children:
        put(child, below(child, top), places)
        if not overlay(child):
            top = max(top, bottom(child) + GAP)


def settle_bar(children: Sequence[Component], places: Places, *, height: int) -> None:
    """Leave out the places of components in a header or footer."""
    for child, place in in_bar(children, height=height):
        put(child, place, places)


def put(component: Component, place: Layout, places: Places) -> None:
    """Give a component the place that was found for it, or its own where they differ."""
    wanted = places[id(component)]
    same = place == wanted and not isinstance(wanted, Nowhere)
    component.layouts["desktop"] = Flowed(*place) if same else wanted


def grouped(tops: Sequence[Component], places: Places) -> Iterator[list[Component]]:
    """Return components in groups that may be rows: a row begins at the left edge of the page."""
    group: list[Component] = []
    for component in tops:
        if group and places[id(component)].left == MARGIN_COLUMNS:
            yield group
            group = []
        group.append(component)
    if group:
        yield group


def fitting(group: list[Component], places: Places, top: float) -> Row | None:
    """Return the simplest row that puts components where they are."""
    wanted = [places[id(component)] for component in group]
    if any(isinstance(place, Nowhere) for place in wanted):
        return None
    for height in (None, *heights(wanted)):
        for widths in (None, *proportions(wanted)):
            row = Row(group, widths, height)
            for component in group:
                component.layouts.pop("desktop", None)
            flow(row, [component for component in group if not overlay(component)], top=top)
            if [tuple(component.layouts["desktop"]) for component in group] == [tuple(place) for place in wanted]:
                return row
    return None


def heights(wanted: Sequence[Layout]) -> list[int]:
    """Return the height that a row may have been given."""
    found = {place.height for place in wanted}
    (height, *others) = found
    return [int(height)] if not others and height == int(height) and height > 0 else []


def proportions(wanted: Sequence[Layout]) -> Iterator[list[float]]:
    """Return widths that may have been given: small whole numbers first, then the columns themselves."""
    if wanted[0].left != MARGIN_COLUMNS or any(place.width <= 0 for place in wanted):
        return
    if any(abs(one.left + one.width - other.left) > 0.011 for one, other in pairwise(wanted)):
        return
    rest = round(MARGIN_COLUMNS + PAGE_COLUMNS - wanted[-1].left - wanted[-1].width, 2)
    if rest < 0:
        return
    columns = [place.width for place in wanted] + ([rest] if rest else [])
    for unit in sorted({*columns, *(column / 2 for column in columns), *(column / 3 for column in columns)})[::-1]:
        parts = [Fraction(column / unit).limit_denominator(1) for column in columns]
        if all(0 < part <= LARGEST_PART for part in parts):
            yield [int(part) for part in parts]
    yield [int(column) if column == int(column) else column for column in columns]


def explicit(group: list[Component], places: Places) -> Row:
    """Return a row whose components all say where they are."""
    for component in group:
        component.layouts["desktop"] = places[id(component)]
    return Row(group)


def flows(row: Row) -> bool:
    """Say whether the places of a row are found by itself."""
    return any(isinstance(component.layouts["desktop"], Flowed) for component in row.components)
