"""Whether a literal value fits its property; templates are judged when they are evaluated, not here."""

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from .spec import Item, Prop

LISTS = {"array", "data", "options", "columns", "tabs", "buttons", "fields"}
TEXTS = {"string", "text", "html", "color", "icon", "boxShadow", "date", "component"}
TRUTHS = {"true", "false", ""}


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """A property and why its value does not fit."""

    key: str
    message: str


def problem_of(prop: "Prop", value: Any, items: "dict[str, Item]") -> Problem | None:
    """The problem with one value, if there is one."""
    if value is None or is_template(value):
        return None
    message = wrong(prop, value, items)
    return Problem(key=prop.key, message=message) if message else None


def is_template(value: Any) -> bool:
    """Whether a value is a text with a binding in it."""
    return isinstance(value, str) and "{{" in value


def wrong(prop: "Prop", value: Any, items: "dict[str, Item]") -> str:
    """Why a literal does not fit, or nothing."""
    if prop.type in TEXTS:
        return "" if isinstance(value, str | int | float) and not isinstance(value, bool) else "must be a text"
    if prop.type == "number":
        return wrong_number(prop, value)
    if prop.type == "boolean":
        return "" if isinstance(value, bool) or value in TRUTHS else "must be true or false"
    if prop.type == "enum":
        return wrong_choice(prop, value)
    if prop.type == "object":
        return "" if isinstance(value, dict) else "must be an object"
    if prop.type in LISTS:
        return wrong_list(prop, value, items)
    return ""


def wrong_number(prop: "Prop", value: Any) -> str:
    """Why a value is no number within the limits; exported apps write numbers as text."""
    if value == "":
        return ""
    try:
        number = float(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else None
    except ValueError:
        number = None
    if number is None:
        return "must be a number"
    if prop.min is not None and number < prop.min:
        return f"must be at least {prop.min:g}"
    if prop.max is not None and number > prop.max:
        return f"must be at most {prop.max:g}"
    return ""


def wrong_choice(prop: "Prop", value: Any) -> str:
    """Why a value is none of the choices; exported apps write an empty text for none."""
    known = [choice.value for choice in prop.choices] + [""]
    return "" if value in known else "must be one of " + ", ".join(filter(None, known))


def wrong_list(prop: "Prop", value: Any, items: "dict[str, Item]") -> str:
    """Why a value is no list, or which of its elements is wrong."""
    if not isinstance(value, list):
        return "" if is_list_text(value) else "must be a list"
    if prop.item not in items:
        return ""
    shape = items[prop.item]
    found = (wrong_element(place, element, shape, items) for place, element in enumerate(value))
    return next((message for message in found if message), "")


def is_list_text(value: Any) -> bool:
    """Whether a value is a list written as JSON text, as older apps hold it."""
    try:
        return isinstance(value, str) and isinstance(msgspec.json.decode(value or "[]"), list)
    except msgspec.DecodeError:
        return False


def wrong_element(place: int, element: Any, shape: "Item", items: "dict[str, Item]") -> str:
    """Why one element of a list does not have its shape; `{value: x}` stands for `x`, as in exported apps."""
    if is_template(element):
        return ""
    if not isinstance(element, dict):
        return f"element {place} must be an object"
    for key, value in element.items():
        if key in shape.props and (found := problem_of(shape.props[key], unwrapped(value), items)):
            return f"element {place}: {key} {found.message}"
    return ""


def unwrapped(value: Any) -> Any:
    """The value inside `{value: x}`."""
    return value["value"] if isinstance(value, dict) and "value" in value else value
