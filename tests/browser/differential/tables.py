"""A person's hands on a table in Chromium."""

from typing import TYPE_CHECKING, Any

from tests.browser.differential.hand import NOWHERE, Hands

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Position


# Between the clicks of a double click, and before a hand presses what it points at.
PACE_MS, REST_MS = 100, 100
# How far from the edge of a cell one clicks.
EDGE: "Position" = {"x": 4, "y": 6}


def row(hands: Hands, position: int) -> "Locator":
    """A row of the page, from 0."""
    return hands.box.locator(f'[role=row][data-index="{position}"]')


def heading(hands: Hands, name: str) -> "Locator":
    """The header of a column."""
    return hands.box.get_by_role("columnheader", name=name, exact=True)


def cell(hands: Hands, position: int, column: str) -> "Locator":
    """A cell by its row and the name of its column."""
    place = heading(hands, column).get_attribute("data-head")
    return row(hands, position).locator(f'[data-col="{place}"]')


def rest_on(hands: Hands, found: "Locator") -> None:
    """Point at something in a row and rest there, as hands do before they press."""
    found.hover(position=EDGE)
    hands.rest(REST_MS)


def first_plain(hands: Hands) -> str:
    """The first column that a row can be clicked at."""
    columns = hands.part["props"]["columns"]
    special = ("button", "boolean", "rating", "link")
    return str(next(column["name"] for column in columns if column.get("columnType") not in special))


def click(hands: Hands) -> None:
    """Click a row, a cell of it, a button in it, or a header."""
    detail = hands.detail
    if "header" in detail:
        heading(hands, detail["header"]).click()
    elif "button" in detail:
        button = row(hands, detail["row"]).get_by_role("button", name=detail["button"], exact=True)
        rest_on(hands, button)
        button.click()
    else:
        found = cell(hands, detail["row"], detail.get("column") or first_plain(hands))
        inside = found.locator("input, a")
        rest_on(hands, found)
        (inside.first if inside.count() else found).click(position=None if inside.count() else EDGE)


def hover(hands: Hands) -> None:
    """Rest on a row."""
    rest_on(hands, cell(hands, hands.detail["row"], first_plain(hands)))


def select(hands: Hands) -> None:
    """Tick the box before a row."""
    box = row(hands, hands.detail["row"]).get_by_role("checkbox", name="Select row")
    rest_on(hands, box)
    box.click()


def select_all(hands: Hands) -> None:
    """Tick the box before all rows."""
    hands.box.get_by_role("columnheader").get_by_role("checkbox").click()


def edit(hands: Hands) -> None:
    """Edit a cell: into it by a double click, another value, Enter."""
    found = cell(hands, hands.detail["row"], hands.detail["column"])
    kind = hands.detail.get("as", "text")
    value = hands.detail["value"]
    rest_on(hands, found)
    if kind == "switch":
        box = found.get_by_role("switch")
        if box.is_checked() != value:
            box.click()
        return
    if kind == "stars":
        found.locator("svg").nth(int(value) - 1).click()
        return
    double_click(hands, found)
    if kind == "choice":
        choose(found.locator("input"), value if isinstance(value, list) else [hands.detail.get("label", value)])
        if isinstance(value, list):
            hands.page.keyboard.press("Tab")
        return
    field = found.locator("input, textarea")
    field.fill("" if value is None else str(value))
    field.press("Control+Enter" if kind == "lines" else "Enter")


def double_click(hands: Hands, found: "Locator") -> None:
    """Click twice at the pace of a hand: the first click has been heard when the second comes."""
    found.click(position=EDGE)
    hands.rest(PACE_MS)
    hands.page.mouse.down(click_count=2)
    hands.page.mouse.up(click_count=2)


def choose(field: "Locator", labels: list[Any]) -> None:
    """Take options by the keyboard; a pointer would rest on whatever row is below the list when that closes."""
    for label in labels:
        field.fill(str(label))
        field.press("Enter")


def sort(hands: Hands) -> None:
    """Click a header."""
    heading(hands, hands.detail["column"]).click()


def search(hands: Hands) -> None:
    """Search at once."""
    field = hands.box.get_by_role("searchbox")
    field.fill(hands.detail["text"])
    field.press("Enter")


def tool(hands: Hands, name: str) -> "Locator":
    """The panel of a tool, opened."""
    button = hands.box.get_by_role("button", name=name, exact=True)
    if button.get_attribute("aria-expanded") != "true":
        button.click()
    panel = hands.app.get_by_role("dialog").last
    panel.wait_for()
    return panel


def open_tool(hands: Hands) -> None:
    """Open a tool."""
    tool(hands, str(hands.detail["tool"]).capitalize())


def close_tool(hands: Hands) -> None:
    """Close the open tool by a click beside it."""
    hands.page.mouse.click(*NOWHERE)


def filter_rows(hands: Hands) -> None:
    """Fill in one line of the filters, from the left."""
    panel = tool(hands, "Filter")
    detail = hands.detail
    if detail.get("clear"):
        return panel.get_by_role("button", name="Clear all").click()
    line = int(detail.get("line", 0))
    while panel.locator(".tj-Table-filter").count() <= line:
        panel.get_by_role("button", name="Add filter").click()
    found = panel.locator(".tj-Table-filter").nth(line)
    if detail.get("remove"):
        return found.get_by_role("button", name="Remove filter").click()
    for key in ("column", "condition"):
        field = found.get_by_role("combobox", name=key.capitalize())
        if key in detail and field.evaluate("field => field.selectedOptions[0]?.label") != detail[key]:
            field.select_option(label=detail[key])
    if "value" in detail:
        field = found.get_by_label("Value")
        if field.evaluate("element => element.tagName") == "SELECT":
            field.select_option(label=detail["value"])
        else:
            field.fill(str(detail["value"]))
    return None


def turn(hands: Hands) -> None:
    """Turn to the page beside."""
    word = "Previous page" if hands.detail.get("to") == "previous" else "Next page"
    hands.box.get_by_role("button", name=word).click()


def page_size(hands: Hands) -> None:
    """Choose how many rows a page has."""
    hands.box.get_by_role("combobox", name="Rows per page").select_option(str(hands.detail["size"]))


def show(hands: Hands) -> None:
    """Show a column, or hide it."""
    tool(hands, "Columns").get_by_role("checkbox", name=hands.detail["column"], exact=True).click()


def download(hands: Hands) -> None:
    """Ask for a file."""
    tool(hands, "Download").get_by_role("button", name=hands.detail["file"].upper()).click()


def save(hands: Hands) -> None:
    """Save the changes."""
    hands.box.get_by_role("button", name="Save changes").click()


def discard(hands: Hands) -> None:
    """Discard the changes."""
    hands.box.get_by_role("button", name="Discard").click()


def clear(hands: Hands) -> None:
    """Clear search and filters in an empty table, by the keyboard: rows come up where the button was."""
    hands.box.get_by_role("button", name="Clear search and filters").press("Enter")


def add(hands: Hands) -> None:
    """Fill in new rows and add them."""
    hands.box.get_by_role("button", name="Add row").click()
    dialog = hands.app.get_by_role("dialog")
    rows = hands.detail["rows"]
    for place, values in enumerate(rows):
        if place > 0:
            dialog.get_by_role("button", name="Another row").click()
        line = dialog.locator("fieldset").nth(place)
        for name, value in values.items():
            put(line.locator(f'label:has(> span:text-is("{name}"))').locator("input, select"), value)
    dialog.get_by_role("button", name="Add row" if len(rows) == 1 else f"Add {len(rows)} rows", exact=True).click()


def put(field: "Locator", value: Any) -> None:
    """Put a value into a field of a new row."""
    if isinstance(value, bool):
        if field.is_checked() != value:
            field.click()
    elif field.evaluate("element => element.tagName") == "SELECT":
        field.select_option(str(value))
    else:
        field.fill(str(value))


def follow(hands: Hands) -> None:
    """Follow the link in a cell."""
    link = cell(hands, hands.detail["row"], hands.detail["column"]).get_by_role("link")
    rest_on(hands, link)
    link.click()


def press(hands: Hands) -> None:
    """Press a key where the focus is."""
    hands.page.keyboard.press(hands.detail.get("key", "Escape"))


def retry(hands: Hands) -> None:
    """Try again what failed."""
    hands.box.get_by_role("button", name="Try again").click()


GESTURES = {
    "click": click,
    "hover": hover,
    "select": select,
    "selectAll": select_all,
    "edit": edit,
    "sort": sort,
    "search": search,
    "open": open_tool,
    "close": close_tool,
    "filter": filter_rows,
    "page": turn,
    "pageSize": page_size,
    "show": show,
    "download": download,
    "save": save,
    "discard": discard,
    "clear": clear,
    "add": add,
    "follow": follow,
    "press": press,
    "retry": retry,
}
