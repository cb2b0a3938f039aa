"""A person's hands on fields: real clicks, keys and typing, on what is found by role and name."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from tests.browser.differential.hand import NOWHERE, Hands, drawn_by

if TYPE_CHECKING:
    from playwright.sync_api import Locator


def fill(hands: Hands) -> None:
    """Put a whole text into a field and leave it."""
    field = in_field(hands)
    value = hands.detail["value"]
    field.fill("" if value is None else str(value))
    leave(hands)


def in_field(hands: Hands) -> "Locator":
    """Click into a field that is typed in; the calendar of a date comes up."""
    if drawn_by(hands) == "DatePickerV2":
        return opened(hands)
    field = hands.control("textbox", "spinbutton")
    field.click()
    return field


def leave(hands: Hands) -> None:
    """Click where nothing is."""
    if hands.app.get_by_role("dialog").locator(":focus").count():
        hands.app.locator(":focus").blur()
    else:
        hands.page.mouse.click(*NOWHERE)


def type_text(hands: Hands) -> None:
    """Type letter by letter at the end."""
    field = in_field(hands)
    hands.page.keyboard.press("End")
    field.press_sequentially(hands.detail["text"])


def press(hands: Hands) -> None:
    """Press a key in a field."""
    hands.control("textbox", "spinbutton", "combobox", "button", "checkbox", "switch").press(hands.detail["key"])


def focus(hands: Hands) -> None:
    """Put the focus into a field."""
    hands.control("textbox", "spinbutton", "combobox", "checkbox", "switch").focus()


def blur(hands: Hands) -> None:
    """Take the focus away."""
    leave(hands)


def clear(hands: Hands) -> None:
    """Press the button that empties a field."""
    hands.box.get_by_role("button", name=f"Clear {hands.label}").click()


def step(hands: Hands) -> None:
    """Press an arrow beside a number."""
    # The arrows are hidden from the tree: the keyboard does the same.
    hands.box.locator(".tj-NumberInput-steps button").nth(0 if hands.detail.get("by", 1) > 0 else 1).click()


def tick(hands: Hands) -> None:
    """Click a box or a switch."""
    hands.control("checkbox", "switch").click()


def set_tick(hands: Hands) -> None:
    """Click a box only where that changes it, and go on."""
    box = hands.control("checkbox", "switch")
    if box.is_checked() != hands.detail["value"]:
        box.click()
    else:
        box.focus()
    leave(hands)


def opened(hands: Hands) -> "Locator":
    """Open a menu or a calendar where it is not open, and see it open."""
    field = hands.control("combobox")
    if field.get_attribute("aria-expanded") != "true":
        field.click()
    floating(hands).wait_for()
    return field


def floating(hands: Hands) -> "Locator":
    """What drops from a field."""
    if drawn_by(hands) == "DatePickerV2":
        return hands.app.get_by_role("dialog", name=f"Calendar for {hands.label}")
    return hands.app.get_by_role("listbox", name=hands.label)


def open_field(hands: Hands) -> None:
    """Open a menu or a calendar."""
    opened(hands)


def close_field(hands: Hands) -> None:
    """Close it by Escape."""
    hands.page.keyboard.press("Escape")
    expect(hands.control("combobox")).to_be_focused()


def option(hands: Hands, wanted: Any) -> "Locator":
    """An option in the open menu, by its label or value."""
    props = hands.part["props"]
    # Options that an expression makes are named by their labels.
    offered = [] if props.get("advanced") else props.get("options") or []
    label = next((str(item["label"]) for item in offered if wanted in (item["value"], item["label"])), str(wanted))
    # The caption is part of an option's name.
    captions = [str(item.get("caption") or "") for item in offered if str(item.get("label")) == label]
    name = f"{label} {captions[0]}".strip() if captions else label
    return hands.app.get_by_role("option", name=name, exact=True)


def choose_one(hands: Hands) -> None:
    """Take an option; the focus comes back to the field."""
    field = opened(hands)
    option(hands, hands.detail.get("option", hands.detail.get("value"))).click()
    expect(field).to_be_focused()


def set_one(hands: Hands) -> None:
    """Take an option, or none, and go on."""
    if hands.detail["value"] is None:
        clear(hands)
    else:
        choose_one(hands)
    leave(hands)


def choose_many(hands: Hands) -> None:
    """Tick an option or take the tick away; the menu stays open."""
    opened(hands)
    option(hands, hands.detail.get("option", hands.detail.get("value"))).click()


def choose_all(hands: Hands) -> None:
    """Tick all options, or none."""
    opened(hands)
    hands.app.get_by_role("checkbox", name="Select all").click()


def set_many(hands: Hands) -> None:
    """Tick what is wanted and nothing else, and go on."""
    field = opened(hands)
    for item in hands.part["props"]["options"]:
        found = option(hands, item["value"])
        if (found.get_attribute("aria-selected") == "true") != (item["value"] in hands.detail["value"]):
            found.click()
    hands.page.keyboard.press("Escape")
    expect(field).to_be_focused()
    leave(hands)


def search(hands: Hands) -> None:
    """Look for something in an open menu."""
    opened(hands)
    hands.app.get_by_role("textbox", name=f"Search {hands.label}").fill(hands.detail["text"])


def pick_day(hands: Hands) -> None:
    """Pick a day in the calendar, by its name: `5 February 2026`."""
    opened(hands)
    day = hands.detail["name"]
    hands.app.get_by_role("dialog", name=f"Calendar for {hands.label}").get_by_role(
        "button", name=day, exact=True
    ).click()


def turn_month(hands: Hands) -> None:
    """Go to another month in the calendar."""
    opened(hands)
    word = "Next month" if hands.detail.get("by", 1) > 0 else "Previous month"
    hands.app.get_by_role("button", name=word).click()


TEXT: dict[str, Callable[[Hands], None]] = {
    "set": fill,
    "type": type_text,
    "press": press,
    "focus": focus,
    "blur": blur,
    "clear": clear,
}
TOGGLE: dict[str, Callable[[Hands], None]] = {"click": tick, "set": set_tick, "focus": focus, "blur": blur}
MENU: dict[str, Callable[[Hands], None]] = {
    "open": open_field,
    "close": close_field,
    "search": search,
    "clear": clear,
    "focus": focus,
    "blur": blur,
}
