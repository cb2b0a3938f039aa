"""A person's hands on what is pressed, read and opened."""

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.differential.hand import Hands, Role

if TYPE_CHECKING:
    from playwright.sync_api import Locator


def click(hands: Hands) -> None:
    """Click it."""
    roles: dict[str, Role] = {"Link": "link", "Image": "img"}
    role = roles.get(hands.part["type"], "button")
    hands.box.get_by_role(role).first.click()


def click_words(hands: Hands) -> None:
    """Click words, or a link among them."""
    if "link" in hands.detail:
        hands.box.get_by_role("link", name=hands.detail["link"]).click()
    else:
        hands.box.locator(".tj-Text, .tj-Html").click(position={"x": 3, "y": 12})


def click_box(hands: Hands) -> None:
    """Click on a card."""
    hands.box.click(position={"x": 8, "y": 8})


def hover(hands: Hands) -> None:
    """Point at it."""
    hands.box.locator("button, a, .tj-Text").first.hover()


def retry(hands: Hands) -> None:
    """Try again what failed."""
    hands.box.get_by_role("button", name="Try again").click()


def unfold(hands: Hands) -> None:
    """Unfold why it failed."""
    hands.box.locator("summary").click()


def zoom(hands: Hands) -> None:
    """Enlarge a picture, or make it smaller."""
    hands.box.get_by_role("button", name="Zoom in" if hands.detail.get("by", 1) > 0 else "Zoom out").click()


def rotate(hands: Hands) -> None:
    """Turn a picture."""
    hands.box.get_by_role("button", name="Rotate").click()


def open_modal(hands: Hands) -> None:
    """Press the button of a dialog."""
    hands.box.get_by_role("button").click()


def dialog(hands: Hands) -> "Locator":
    """The open dialog."""
    return hands.app.get_by_role("dialog", name=hands.part["name"])


def close_modal(hands: Hands) -> None:
    """Press the dialog's own button."""
    dialog(hands).get_by_role("button", name="Close").click()


def escape(hands: Hands) -> None:
    """Press a key in the dialog."""
    expect(dialog(hands)).to_be_visible()
    hands.page.keyboard.press(hands.detail.get("key", "Escape"))


def click_modal(hands: Hands) -> None:
    """Click beside the dialog, or its button."""
    if hands.detail.get("outside"):
        hands.page.mouse.click(5, 900)
    else:
        open_modal(hands)


def choose_tab(hands: Hands) -> None:
    """Go to a tab by its title."""
    hands.box.get_by_role("tab", name=hands.detail["tab"], exact=True).click()


def click_item(hands: Hands) -> None:
    """Click a row of a list."""
    hands.box.locator(f'[data-list="{hands.key}"][data-row="{hands.detail["row"]}"]').click(position={"x": 3, "y": 3})


def turn_page(hands: Hands) -> None:
    """Go through the pages of a list or a table, one by one."""
    word = "Previous page" if hands.detail.get("to") == "previous" else "Next page"
    hands.box.get_by_role("button", name=word).click()
