"""A picture of an app that no browser has shown: its layout, drawn with the words of its components."""

import os
import re
from html import escape
from typing import Any

from ...components.base import Layout
from .outputs import parent

Json = dict[str, Any]
WIDTH = 1000
COLUMNS = 43
HEADER = 36
LETTER = 7.2
TAG = re.compile(r"<[^>]*>|[#*_`]+")
PLACE = re.compile(r"\{\{.*?\}\}", re.S)

# The light roles of the pages: an SVG in a notebook's file has no style sheet.
SURFACE, RAISED, LINE, TEXT, MUTED, BRAND, SOFT = (
    "#ffffff",
    "#f9f9fb",
    "#d9d9e0",
    "#1c2024",
    "#60646c",
    "#3e63dd",
    "#edf2fe",
)
FIELDS = {"DatePickerV2", "DropdownV2", "MultiselectV2", "NumberInput", "TextInput", "TextArea"}
SWITCHES = {"Checkbox", "ToggleSwitch", "ToggleSwitchV2"}


def has_browser() -> bool:
    """Say whether who runs this cell can show widgets: a program such as nbclient says that it cannot be asked."""
    content = parent().get("content", {})
    # Voilà runs notebooks as programs do, and shows their widgets afterwards.
    return content.get("allow_stdin", True) is not False or "voila" in os.environ.get("SERVER_SOFTWARE", "").lower()


def wireframe(title: str, definition: Json) -> str:
    """Return the first page of an app as SVG."""
    page = next((one for one in definition["pages"] if one["id"] == definition["homePage"]), None)
    parts = page["components"] if page else []
    drawing = Drawing(parts)
    height = HEADER + drawing.level(None, 0, HEADER, WIDTH) + 10
    font = "font-family='Inter, system-ui, sans-serif' font-size='13'"
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {height:.0f}' width='{WIDTH}' "
        f"height='{height:.0f}' role='img' aria-label='{quoted(title)}' {font}>"
        f"{box(0.5, 0.5, WIDTH - 1, height - 1, fill=SURFACE, radius=8)}"
        f"{words(title, 14, 23, fill=TEXT, weight=600, room=WIDTH - 28)}"
        f"{line(0, HEADER, WIDTH)}{''.join(drawing.drawn)}</svg>"
    )


class Drawing:
    """The components of a page, drawn from outside in."""

    def __init__(self, parts: list[Json]) -> None:
        self.parts = parts
        self.drawn: list[str] = []

    def level(self, parent: str | None, left: float, top: float, width: float) -> float:
        """Draw what is directly in a component, or on the page; return how high that is."""
        reached = 0.0
        for part in self.parts:
            if part["parent"] != parent or part["type"] == "ModalV2" or "desktop" not in part["layouts"]:
                continue
            place = Layout(**part["layouts"]["desktop"])
            column = width / COLUMNS
            self.part(part, left + place.left * column, top + place.top, place.width * column, place.height)
            reached = max(reached, place.top + place.height)
        return reached

    def part(self, part: Json, left: float, top: float, width: float, height: float) -> None:
        """Draw one component and what is in it."""
        draw = SHAPES.get(part["type"], shape_box)
        self.drawn.append(draw(part, left, top, width, height))
        for slot, offset in inner_slots(part, height):
            self.level(slot, left, top + offset, width)


def inner_slots(part: Json, height: float) -> list[tuple[str, float]]:
    """Return the parents that children of a component name, and where each begins."""
    props, identity = part["props"], part["id"]
    if part["type"] == "Tabs":
        tabs = props.get("tabItems")
        first = tabs[0].get("id", 0) if isinstance(tabs, list) and tabs and isinstance(tabs[0], dict) else 0
        return [(f"{identity}-{props.get('defaultTab') or first}", 44.0)]
    header = number(props.get("headerHeight"), 60.0) if shown(props, "showHeader", part["type"] == "Form") else 0.0
    footer = number(props.get("footerHeight"), 60.0)
    return [(f"{identity}-header", 0.0), (identity, header), (f"{identity}-footer", height - footer)]


def shape_box(part: Json, left: float, top: float, width: float, height: float) -> str:
    """Draw something by its outline and its name."""
    label = "" if part["type"] in HOLDERS else words(part["name"], left + 12, top + 22, room=width - 24)
    return box(left, top, width, height, fill=SURFACE if part["type"] in HOLDERS else RAISED) + label


def shape_text(part: Json, left: float, top: float, width: float, height: float) -> str:
    """Draw a text."""
    props = part["props"]
    size = number(props.get("textSize"), 14.0)
    bold = 600 if str(props.get("fontWeight", "")).startswith(("bold", "6", "7")) else 400
    written = part["props"].get("text", "")
    return words(written, left + 2, top + height / 2 + size / 3, fill=TEXT, size=size, weight=bold, room=width)


def shape_button(part: Json, left: float, top: float, width: float, height: float) -> str:
    """Draw a button."""
    written = part["props"].get("text", "Button")
    x, y = left + width / 2, top + height / 2 + 4.5
    label = words(written, x, y, fill=SURFACE, weight=500, anchor="middle", room=width - 12)
    return box(left, top, width, height, fill=BRAND, stroke=BRAND) + label


def shape_field(part: Json, left: float, top: float, width: float, height: float) -> str:
    """Draw a field with its label above."""
    props = part["props"]
    label = str(props.get("label", ""))
    above = 20.0 if label and height > 44 else 0.0
    value = props.get("value") or props.get("defaultValue") or first_option(props) or props.get("placeholder", "")
    return (
        words(label, left, top + 13, weight=500, room=width)
        + box(left, top + above, width, height - above)
        + words(value, left + 12, top + above + (height - above) / 2 + 4.5, fill=TEXT, room=width - 24)
    )


def shape_switch(part: Json, left: float, top: float, width: float, height: float) -> str:
    """Draw something that is on or off."""
    middle = top + height / 2
    label = part["props"].get("label", "")
    return box(left, middle - 8, 16, 16, radius=4) + words(label, left + 26, middle + 4.5, fill=TEXT, room=width - 26)


def shape_table(part: Json, left: float, top: float, width: float, height: float) -> str:
    """Draw a table: the names of its columns, and lines where its rows are."""
    columns = part["props"].get("columns") or part["props"].get("columnData")
    listed = [one for one in columns if isinstance(one, dict)] if isinstance(columns, list) else []
    names = [str(one.get("name", "")) for one in listed][:8]
    step = width / max(1, len(names))
    heads = [words(name, left + 12 + step * at, top + 23, weight=500, room=step - 16) for at, name in enumerate(names)]
    rows = [line(left, y, width) for y in range(round(top) + 36, round(top + height) - 20, 40)]
    return box(left, top, width, height) + "".join(rows) + "".join(heads)


def shape_chart(part: Json, left: float, top: float, width: float, height: float) -> str:
    """Draw a chart: its title, and bars of no meaning."""
    room = max(10.0, height - 60)
    bars = [
        box(left + 16 + at * (width - 32) / 6, top + height - 16 - share * room, (width - 32) / 6 - 10, share * room)
        for at, share in enumerate((0.35, 0.6, 0.5, 0.85, 0.7, 0.95))
    ]
    title = words(part["props"].get("title", ""), left + 16, top + 24, fill=TEXT, weight=500, room=width - 32)
    soft = "".join(bars).replace(f"fill='{SURFACE}'", f"fill='{SOFT}'")
    return box(left, top, width, height) + title + soft


def shape_statistics(part: Json, left: float, top: float, width: float, height: float) -> str:
    """Draw a number and its label."""
    props = part["props"]
    value = words(props.get("primaryValue", ""), left + 16, top + 58, fill=TEXT, size=24, weight=600, room=width - 32)
    label = words(props.get("primaryValueLabel", ""), left + 16, top + 28, weight=500, room=width - 32)
    return box(left, top, width, height) + label + value


def shape_line(part: Json, left: float, top: float, width: float, height: float) -> str:
    """Draw a divider."""
    return line(left, top + height / 2, width)


HOLDERS = {"Container", "Form", "Listview", "Tabs"}
SHAPES = {
    **dict.fromkeys(FIELDS, shape_field),
    **dict.fromkeys(SWITCHES, shape_switch),
    "Button": shape_button,
    "Chart": shape_chart,
    "Divider": shape_line,
    "Link": shape_text,
    "Statistics": shape_statistics,
    "Table": shape_table,
    "Text": shape_text,
}


def box(
    left: float, top: float, width: float, height: float, *, fill: str = SURFACE, stroke: str = LINE, radius: int = 6
) -> str:
    """Return a box."""
    size = f"width='{max(0.0, width):.1f}' height='{max(0.0, height):.1f}'"
    return f"<rect x='{left:.1f}' y='{top:.1f}' {size} rx='{radius}' fill='{fill}' stroke='{stroke}'/>"


def line(left: float, top: float, width: float) -> str:
    """Return a line from left to right."""
    return f"<path d='M{left:.1f} {top:.1f}h{width:.1f}' stroke='{LINE}'/>"


def words(
    text: Any,
    left: float,
    baseline: float,
    *,
    fill: str = MUTED,
    size: float = 13,
    weight: int = 400,
    anchor: str = "start",
    room: float = 1000,
) -> str:
    """Return a line of text, cut where there is no more room; an expression is not known here."""
    said = " ".join(PLACE.sub("…", TAG.sub(" ", str(text))).split())
    most = max(1, int(room / (LETTER * size / 13)))
    short = said if len(said) <= most else f"{said[: most - 1]}…"
    style = f"fill='{fill}' font-size='{size:g}' font-weight='{weight}' text-anchor='{anchor}'"
    return f"<text x='{left:.1f}' y='{baseline:.1f}' {style}>{quoted(short)}</text>" if short else ""


def quoted(text: str) -> str:
    """Return a text as XML takes it, without the letters that no XML may hold."""
    return escape("".join(letter for letter in text if letter.isprintable()))


def first_option(props: Json) -> Any:
    """Return the label of what a menu shows at first."""
    options = props.get("options")
    listed = [one for one in options if isinstance(one, dict)] if isinstance(options, list) else []
    return next((one.get("label") for one in listed if one.get("default") is True), "")


def shown(props: Json, name: str, usual: bool) -> bool:
    """Say whether a part of a component is there."""
    found = props.get(name, usual)
    return found is True


def number(value: Any, usual: float) -> float:
    """Return a number; an expression is not known here."""
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else usual
