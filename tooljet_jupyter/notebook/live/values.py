"""Values of components as Python has them: dates, data frames; and back as the page has them."""

import re
from datetime import date, datetime
from typing import Any

from ...components.base import Component
from ...components.plain import plain
from ...components.spec import Exposed, specs
from ...errors import MissingLibrary

DATES = {"DatePickerV2": {"value", "selectedDate"}}
# What a person would call the value of a component that has none of that name.
MAIN = {"MultiselectV2": "values", "Tabs": "currentTab", "Table": "selectedRow", "Listview": "selectedRecord"}
# Values that a person or an action can change, beside those that follow a property.
SETTABLE = {
    "DatePickerV2": {"value"},
    "Listview": {"selectedRecordId"},
    "ModalV2": {"show"},
    "MultiselectV2": {"values"},
    "Table": {"filters", "pageIndex", "searchText", "selectedRowId"},
    "Tabs": {"currentTab"},
}
# Where a value starts that does not simply follow a property.
STARTS = {"value": ("value", "defaultValue"), "values": ("values",), "currentTab": ("defaultTab",)}
FORMATS = {
    "YYYY": "%Y",
    "YY": "%y",
    "MMMM": "%B",
    "MMM": "%b",
    "MM": "%m",
    "M": "%m",
    "DD": "%d",
    "D": "%d",
    "dddd": "%A",
    "ddd": "%a",
}
TOKEN = re.compile("|".join(sorted(FORMATS, key=len, reverse=True)))
USUAL_FORMAT = "DD/MM/YYYY"


def exposes(kind: str) -> dict[str, Exposed]:
    """Return what components of a kind expose, by key; nothing is known of a kind without a spec."""
    return specs()[kind].exposes if kind in specs() else {}


def settable(kind: str, key: str) -> bool:
    """Say whether a value can be set from outside."""
    found = exposes(kind).get(key)
    return bool(found and (found.follows or key == "value" or key in SETTABLE.get(kind, ())))


def typed(component: Component, key: str, raw: Any) -> Any:
    """Return a value of the page as Python has it."""
    if raw is None:
        return None
    if key in DATES.get(component.kind, ()):
        return moment(component, raw)
    found = exposes(component.kind).get(key)
    return frame(raw) if found and found.type == "data" and isinstance(raw, list) else raw


def short(component: Component, key: str, raw: Any) -> Any:
    """Return a value for an event: rows stay lists, as most events need no data frame."""
    return moment(component, raw) if raw is not None and key in DATES.get(component.kind, ()) else raw


def untyped(component: Component, key: str, value: Any) -> Any:
    """Return a value of Python as the page takes it."""
    if isinstance(value, date) and key in DATES.get(component.kind, ()):
        return value.strftime(python_format(component))
    return plain(value)


def start(component: Component, key: str) -> Any:
    """Return the value that the definition says, as the page has it; None where it says none, or an expression."""
    found = exposes(component.kind).get(key)
    if not found:
        return None
    names = (found.follows,) if found.follows else STARTS.get(key, ())
    if not names and found.type == "string" and not found.nullable:
        return ""
    given = component.props_json()
    defaults = specs()[component.kind].defaults
    value = next((given[name] for name in names if name in given), None)
    if value is None and key in ("value", "values"):
        value = chosen(given, key)
    if value is None:
        value = next((defaults[name] for name in names if defaults.get(name) is not None), None)
    return None if isinstance(value, str) and "{{" in value else value


def chosen(given: dict[str, Any], key: str) -> Any:
    """Return what a menu's options say is chosen at first."""
    options = given.get("options")
    if not isinstance(options, list):
        return None
    values = [option.get("value") for option in options if isinstance(option, dict) and option.get("default") is True]
    return values if key == "values" else next(iter(values), None)


def frame(rows: list[Any]) -> Any:
    """Return rows as a data frame.

    Raises
    ------
    MissingLibrary
        pandas is not installed here.
    """
    try:
        import pandas
    except ImportError as error:
        raise MissingLibrary("Rows of a component come as a DataFrame, which needs pandas", install="pandas") from error
    return pandas.DataFrame(rows)


def moment(component: Component, raw: Any) -> Any:
    """Return a date as the field writes it; what is no such date stays a text."""
    try:
        return datetime.strptime(str(raw), python_format(component))
    except ValueError:
        return raw


def python_format(component: Component) -> str:
    """Return how the field writes dates, in Python's letters."""
    written = component.props.get("dateFormat", USUAL_FORMAT)
    return TOKEN.sub(lambda token: FORMATS[token[0]], str(written or USUAL_FORMAT).replace("%", "%%"))
