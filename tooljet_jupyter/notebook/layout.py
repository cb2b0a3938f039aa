"""Where components stand when nobody said: rows of equal shares, and containers as high as their content."""

from collections.abc import Iterable, Sequence

from ..components.base import Component, Layout

COLUMNS = 43
GAP = 10
MARGIN_COLUMNS = 1
# A container's own edge, and the header or footer it may show.
CONTAINER_EDGE = 20


def share(count: int, *, left: int, width: int) -> list[tuple[int, int]]:
    """Return left and width of `count` equal parts, in whole columns."""
    edges = [left + round(width * index / count) for index in range(count + 1)]
    return [(start, end - start) for start, end in zip(edges, edges[1:], strict=False)]


def rows(grid: Iterable[Sequence[Component]], *, top: int = 20) -> int:
    """Place rows of components below each other on a page and return where they end.

    A component with a layout of its own keeps it.
    """
    for row in grid:
        parts = share(len(row), left=MARGIN_COLUMNS, width=COLUMNS - 2 * MARGIN_COLUMNS)
        for component, (left, width) in zip(row, parts, strict=True):
            inside(component)
            if "desktop" not in component.layouts:
                component.layouts["desktop"] = Layout(top, left, width, height(component))
        top = max([bottom(component) for component in row if not overlay(component)], default=top - GAP) + GAP
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
