"""One field of a form: its key, its words, when it is shown, and how its value is read."""

from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from ..errors import Invalid

Options = dict[str, Any]
Widget = Literal[
    "text", "textarea", "password", "number", "toggle", "select", "multiselect", "code", "sql", "json",
    "pairs", "file", "selector", "filters", "sorts", "aggregates", "groups", "columns", "records", "joins",
    "login",
]  # fmt: skip

TRUE = {"true", "1", "yes", "on", "enabled", "{{true}}"}
FALSE = {"false", "0", "no", "off", "disabled", "{{false}}", ""}


class Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of a list: the value that is stored and the label that is shown."""

    value: str | int | bool
    label: str


class Field(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One field of a form; a dot in `key` (`list_rows.where_filters`) is a step into a nested object."""

    key: str
    label: str
    widget: Widget = "text"
    required: bool = False
    default: Any = None
    secret: bool = False
    when: dict[str, Any] = {}
    choices: list[Choice | str] = []
    doc: str = ""
    placeholder: str = ""
    section: str = ""
    language: str = ""
    method: str = ""
    depends_on: list[str] = []

    @property
    def values(self) -> list[str | int | bool]:
        """The values a user may choose from; empty where anything may be typed."""
        return [choice.value if isinstance(choice, Choice) else choice for choice in self.choices]

    def coerce(self, value: Any) -> Any:
        """Return the value as this field's type, or raise Invalid with the field and the reason."""
        if isinstance(value, str) and "{{" in value and self.widget != "toggle":
            return value
        coerced = self._as_widget(value)
        if self.choices and self.widget == "select" and coerced not in self.values:
            raise self.invalid(f"must be one of {', '.join(str(choice) for choice in self.values)}")
        return coerced

    def invalid(self, reason: str) -> Invalid:
        """Return the error that names this field and says what is wrong with it."""
        return Invalid(f"{self.label}: {reason}", field=self.key, reason=reason)

    def _as_widget(self, value: Any) -> Any:
        if self.widget == "number":
            return self._number(value)
        if self.widget == "toggle":
            return self._toggle(value)
        if self.widget == "pairs":
            return self._pairs(value)
        if self.widget in ("text", "password", "textarea") and isinstance(value, int | float):
            return str(value)
        return value

    def _number(self, value: Any) -> int | float | None:
        if isinstance(value, bool) or not isinstance(value, int | float | str):
            raise self.invalid("must be a number")
        if isinstance(value, int | float):
            return value
        try:
            return int(value) if value.strip().lstrip("+-").isdigit() else float(value)
        except ValueError as error:
            raise self.invalid("must be a number") from error

    def _toggle(self, value: Any) -> Any:
        if isinstance(value, bool):
            return value
        word = str(value).strip().lower().replace(" ", "")
        if word in TRUE or word in FALSE:
            return word in TRUE
        if "{{" in word:
            return value
        raise self.invalid("must be true or false")

    def _pairs(self, value: Any) -> list[list[Any]]:
        """Return `[[name, value], ...]`; empty pairs, which ToolJet's forms leave behind, drop out."""
        pairs = list(value.items()) if isinstance(value, Mapping) else value
        if not isinstance(pairs, list | tuple) or any(not isinstance(p, list | tuple) or len(p) != 2 for p in pairs):
            raise self.invalid("must be a list of names and values")
        return [[name, item] for name, item in pairs if name not in ("", None)]


def read(options: Mapping[str, Any], key: str) -> Any:
    """Return the value at a dotted key, or None where a step of the way is missing."""
    value: Any = options
    for step in key.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(step)
    return value


def write(options: Options, key: str, value: Any) -> None:
    """Put a value at a dotted key, making or copying the objects on the way."""
    *way, last = key.split(".")
    for step in way:
        inner = options.get(step)
        options[step] = dict(inner) if isinstance(inner, Mapping) else {}
        options = options[step]
    options[last] = value


def shown(field: Field, fields: Mapping[str, Field], options: Mapping[str, Any]) -> bool:
    """Say whether a field is asked for: its conditions hold, and those of the fields it depends on."""
    for key, wanted in field.when.items():
        if not holds(read(options, key), wanted):
            return False
        if key in fields and not shown(fields[key], fields, options):
            return False
    return True


def holds(value: Any, wanted: Any) -> bool:
    """Say whether a value is the wanted one, or one of the wanted ones."""
    return value in wanted if isinstance(wanted, list) else bool(value == wanted)


def validate(fields: list[Field], options: Mapping[str, Any]) -> Options:
    """Return complete options: defaults filled, types coerced; unknown keys are kept."""
    complete: Options = dict(options)
    known = {field.key: field for field in fields}
    for field in fields:
        value = read(options, field.key)
        if value is None or (value == "" and field.widget in ("number", "select", "toggle")):
            value = field.default
        if value is not None or "." not in field.key:
            write(complete, field.key, None if value is None else field.coerce(value))
    for field in fields:
        empty = read(complete, field.key) in (None, "", [], {})
        if field.required and empty and shown(field, known, complete):
            raise field.invalid("is required")
    return complete
