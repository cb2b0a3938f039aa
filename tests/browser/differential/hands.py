"""A person's hands in Chromium: which gesture is done how."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from tests.browser.differential import field_hands, press_hands, tables
from tests.browser.differential.hand import Hands, drawn_by

if TYPE_CHECKING:
    from tests.browser.differential.twins import Twins

Json = dict[str, Any]


def do(twins: "Twins", target: str, kind: str, detail: Json) -> None:
    """Do one gesture."""
    if target.startswith("$"):
        AROUND[target](twins, kind, detail)
        return
    hands = Hands(twins, target, detail)
    drawn = hands.part["type"]
    # A field that a form made is used as the component that draws it.
    GESTURES[drawn_by(hands) if drawn == "Form" else drawn][kind](hands)


def on_page(twins: "Twins", kind: str, detail: Json) -> None:
    """Go to another page by the header."""
    if kind == "click":
        name = next(
            page["name"] for page in twins.definition["pages"] if detail["page"] in (page["name"], page["handle"])
        )
        twins.stage.app.get_by_role("navigation", name="Pages").get_by_role("button", name=name).click()


def on_question(twins: "Twins", kind: str, detail: Json) -> None:
    """Answer the open question."""
    word = "Continue" if detail.get("yes", True) else "Cancel"
    twins.stage.app.get_by_role("dialog", name="Confirm").get_by_role("button", name=word).click()


def on_alerts(twins: "Twins", kind: str, detail: Json) -> None:
    """Close a message."""
    twins.stage.app.locator(".tj-Toasts").get_by_role("button", name="Dismiss").nth(detail.get("place", 0)).click()


AROUND = {"$page": on_page, "$question": on_question, "$alerts": on_alerts}


GESTURES: dict[str, Mapping[str, Callable[[Hands], None]]] = {
    "Button": {"click": press_hands.click, "hover": press_hands.hover, "press": field_hands.press},
    "Chart": {"retry": press_hands.retry, "unfold": press_hands.unfold},
    "Checkbox": field_hands.TOGGLE,
    "DatePickerV2": {
        **field_hands.TEXT,
        "open": field_hands.open_field,
        "choose": field_hands.pick_day,
        "page": field_hands.turn_month,
        "close": field_hands.close_field,
    },
    "DropdownV2": {**field_hands.MENU, "choose": field_hands.choose_one, "set": field_hands.set_one},
    "Html": {"click": press_hands.click_words},
    "Icon": {"click": press_hands.click, "hover": press_hands.hover},
    "Image": {"click": press_hands.click, "zoom": press_hands.zoom, "rotate": press_hands.rotate},
    "Link": {"click": press_hands.click, "hover": press_hands.hover},
    "Listview": {
        "click": press_hands.click_item,
        "page": press_hands.turn_page,
        "retry": press_hands.retry,
        "unfold": press_hands.unfold,
    },
    "ModalV2": {
        "open": press_hands.open_modal,
        "close": press_hands.close_modal,
        "press": press_hands.escape,
        "click": press_hands.click_modal,
    },
    "MultiselectV2": {
        **field_hands.MENU,
        "choose": field_hands.choose_many,
        "set": field_hands.set_many,
        "chooseAll": field_hands.choose_all,
    },
    "NumberInput": {**field_hands.TEXT, "step": field_hands.step},
    "Statistics": {"click": press_hands.click_box, "retry": press_hands.retry},
    "Table": tables.GESTURES,
    "Tabs": {"choose": press_hands.choose_tab},
    "Text": {"click": press_hands.click_words, "hover": press_hands.hover},
    "TextArea": field_hands.TEXT,
    "TextInput": field_hands.TEXT,
    "ToggleSwitch": field_hands.TOGGLE,
    "ToggleSwitchV2": field_hands.TOGGLE,
}
