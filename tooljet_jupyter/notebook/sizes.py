"""How much room a component needs when nobody said: by its kind, its label, its text and what is inside it."""

from math import ceil

from ..components.base import Component

LABEL = 20
ONE_LINE = 40
# About 390 pixels on the widest page: longer fields are hard to read.
FIELD_COLUMNS = 13.0
COLUMN_PIXELS = 30
LETTER_PIXELS = 8
BUTTON_EDGE_PIXELS = 56
LONGEST_BUTTON = 30
FIELDS = frozenset({"DatePickerV2", "DropdownV2", "MultiselectV2", "NumberInput", "TextInput"})
# What a container needs besides its content: its own edge, and for tabs the row of their names.
EDGES = {"Tabs": 70}
EDGE = 20
BAR = 60
# The heights of these are not their box's: they are rows of a list, or float over the page.
INNER_HEIGHTS = {"Listview": "row_height", "ModalV2": "modal_height"}
STATISTIC_WITHOUT_SECOND = 100


def high(component: Component) -> int:
    """Return the height of a component's box."""
    if component.kind in FIELDS:
        return ONE_LINE + (LABEL if labelled(component) else 0)
    if component.kind == "Statistics" and component.hide_secondary is True:
        return STATISTIC_WITHOUT_SECOND
    if not component.children or component.kind in INNER_HEIGHTS:
        return component._size[1]
    return content(component) + EDGES.get(component.kind, EDGE) + sum(bars(component))


def fit(component: Component) -> None:
    """Make the rows of a list, or the body of a dialog, as high as what is in them, unless that was said."""
    key = inner_height(component)
    said = key in component.props and component.props[key] != component.fitted.get(key)
    if key and component.fits and not said and content(component):
        component.props[key] = component.fitted[key] = content(component) + EDGE // 2


def inner_height(component: Component) -> str:
    """Return the property for the height of what is in a component, where that is not its box's."""
    return component._keys.get(INNER_HEIGHTS.get(component.kind, ""), "")


def content(component: Component) -> int:
    """Return where the lowest thing in a component's body ends; 0 where nothing is in it."""
    bodies = [children for slot, children in component.children.items() if slot not in ("header", "footer")]
    children = [child for children in bodies for child in children if not overlay(child)]
    places = [place for child in children if (place := child.layouts.get("desktop"))]
    return max((ceil(place.top + place.height) for place in places), default=0)


def bars(component: Component) -> list[int]:
    """Return the heights of the header and footer that a component shows."""
    shown = [("show_header", "header_height"), ("show_footer", "footer_height")]
    return [
        pixels(component, size) for flag, size in shown if flag in component._keys and getattr(component, flag) is True
    ]


def pixels(component: Component, name: str) -> int:
    """Return a height that a component was given; a usual one where an expression says it."""
    try:
        return int(getattr(component, name))
    except (AttributeError, TypeError, ValueError):
        return BAR


def field(component: Component) -> bool:
    """Say whether a component is a field of one line."""
    return component.kind in FIELDS


def labelled(component: Component) -> bool:
    """Say whether a component is a field with its label above."""
    return component.kind in FIELDS and bool(component.label) and component.alignment == "top"


def in_line(component: Component) -> bool:
    """Say whether a component stands beside the field of a labelled field, not beside its label."""
    return not labelled(component) and high(component) <= ONE_LINE


def button_columns(component: Component) -> float:
    """Return the width that a button's text needs."""
    text = str(component.text)
    letters = LONGEST_BUTTON // 2 if "{{" in text else min(len(text), LONGEST_BUTTON)
    icon = 3 if component.icon_visible is True else 0
    return float(ceil(((letters + icon) * LETTER_PIXELS + BUTTON_EDGE_PIXELS) / COLUMN_PIXELS))


def overlay(component: Component) -> bool:
    """Say whether a component floats over the page instead of taking room in it."""
    return component.kind == "ModalV2" and component.use_default_button is not True
