"""Where components stand when nobody said: rows of equal shares, and containers as high as their content."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from ..components.base import Component, Layout

COLUMNS = 43
GAP = 10
MARGIN_COLUMNS = 1
# A container's own edge, and the header or footer it may show.
CONTAINER_EDGE = 20


@dataclass(frozen=True)
class Row:
    """Components side by side: in equal parts or by `widths`, as high as they need or as told."""

    components: list[Component]
    widths: Sequence[float] | None = None
    height: int | None = None


def share(widths: Sequence[float], *, left: int, width: int) -> list[tuple[int, int]]:
    """Return left and width of parts in a proportion, in whole columns."""
    reached = [0.0, *accumulate(widths)]
    edges = [left + round(width * edge / reached[-1]) for edge in reached]
    return [(start, end - start) for start, end in pairwise(edges)]


def rows(grid: Iterable[Row], *, top: int = 20) -> int:
    """Place rows of components below each other on a page and return where they end.

    A component with a layout of its own keeps it.
    """
    for row in grid:
        widths = row.widths or [1] * len(row.components)
        parts = share(widths, left=MARGIN_COLUMNS, width=COLUMNS - 2 * MARGIN_COLUMNS)
        for component, (left, width) in zip(row.components, parts, strict=False):
            inside(component)
            if "desktop" not in component.layouts:
                component.layouts["desktop"] = Layout(top, left, width, row.height or height(component))
        ends = [bottom(component) for component in row.components if not overlay(component)]
        top = max([top - GAP, *ends]) + GAP
    return top


def inside(component: Component) -> None:
    """Place what is inside a component: below each other, over the full width."""
    for children in component.children.values():
        top = GAP
        for child in children:
            inside(child)
            if "desktop" not in child.layouts:
                child.layouts["desktop"] = Layout(
                    top, MARGIN_COLUMNS, COLUMNS - 2 * MARGIN_COLUMNS, height(child)
                )
            top = max(top, bottom(child) + GAP)


def height(component: Component) -> int:
    """Return a component's usual height, or that of what is in it."""
    usual = component._size[1]
    if overlay(component) or not component.children:
        return usual
    content = max(
        (bottom(child) for children in component.children.values() for child in children), default=usual
    )
    return content + CONTAINER_EDGE + sum(bars(component))


def bars(component: Component) -> list[int]:
    """Return the heights of the header and footer that a component shows."""
    names = component._keys
    shown = [("show_header", "header_height"), ("show_footer", "footer_height")]
    return [
        int(getattr(component, size))
        for flag, size in shown
        if flag in names and getattr(component, flag) is True
    ]


def bottom(component: Component) -> int:
    """Return where a component ends."""
    place = component.layouts["desktop"]
    return place.top + place.height


def overlay(component: Component) -> bool:
    """Say whether a component floats over the page instead of taking room in it."""
    return component.kind == "ModalV2" and not getattr(component, "use_default_button", True)
