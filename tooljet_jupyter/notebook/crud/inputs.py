"""Fields of a form: for each kind of column the component people expect, with its rules."""

from typing import Any

from ...components.actions import RunQuery, SetVariable
from ...components.base import Component
from ...components.generated import (
    DatePickerV2,
    DropdownV2,
    NumberInput,
    Option,
    TextArea,
    TextInput,
    ToggleSwitchV2,
)
from . import values
from .shape import Field
from .words import bound, fixed, js, spoken

DAY = "YYYY-MM-DD"
SEARCH_MS = 200
HINTS = {
    "moment": "2026-01-31 14:30",
    "zoned": "2026-01-31 14:30",
    "time": "14:30",
    "uuid": "00000000-0000-0000-0000-000000000000",
}
YES_NO = [Option(label="Yes", value=True), Option(label="No", value=False)]


class Inputs:
    """Makes the components of one form: `edit` for the opened row, `new` for another one."""

    def __init__(self, form: str, *, sqlite: bool) -> None:
        self.form = form
        self.sqlite = sqlite

    def component(self, field: Field) -> Component:
        """Return the component for a field; one that cannot be changed is shown as text."""
        if self.form == "edit" and not field.edited:
            return self.fixed(field)
        makers = {
            "number": self.number,
            "boolean": self.boolean,
            "date": self.date,
            "choice": self.choice,
            "reference": self.reference,
            "long": self.long,
            "json": self.long,
        }
        return makers.get(field.kind, self.text)(field)

    def name(self, field: Field) -> str:
        """Return the name of a field's component."""
        return f"{self.form}{field.name}"

    def common(self, field: Field) -> dict[str, Any]:
        """Return what all fields have."""
        return {
            "name": self.name(field),
            "label": fixed(field.label),
            "mandatory": self.mandatory(field),
            "custom_rule": values.rule(field, self.name(field), self.first(field)),
        }

    def mandatory(self, field: Field) -> Any:
        """Return whether a value must be given; an empty text that is there already may stay."""
        if self.form == "new":
            return field.needed and (field.kind != "boolean")
        if field.nullable:
            return False
        texts = field.kind in ("text", "long", "other")
        return bound(f"variables.row?.[{js(field.column)}] !== ''") if texts else True

    def first(self, field: Field) -> str:
        """Return what the field holds at first."""
        if self.form == "edit":
            return values.initial(field, "variables.row", sqlite=self.sqlite)
        if field.preset is None:
            return "null" if field.kind in ("number", "choice", "reference") else "''"
        return values.initial(field, f"({{ {js(field.column)}: {js(field.preset)} }})", sqlite=self.sqlite)

    def hint(self, field: Field) -> str:
        """Return the grey words of an empty field."""
        if self.form == "new" and field.default is not None and field.preset is None:
            return "Filled in when left empty"
        return HINTS.get(field.kind, "")

    def text(self, field: Field) -> Component:
        """Return a field for one line; a text of several lines is not squeezed into it."""
        lines = bound(f"String({self.first(field)} ?? '').includes('\\n')") if self.form == "edit" else False
        return TextInput(
            **self.common(field),
            value=bound(self.first(field)),
            placeholder=self.hint(field),
            max_length=field.type.length,
            disabled=lines,
        )

    def long(self, field: Field) -> Component:
        """Return a field for many lines."""
        return TextArea(
            **self.common(field),
            value=bound(self.first(field)),
            placeholder=self.hint(field),
            max_length=field.type.length,
        )

    def number(self, field: Field) -> Component:
        """Return a field for a number that a browser holds exactly."""
        most = field.type.most
        return NumberInput(
            **self.common(field),
            value=bound(f"{self.first(field)} ?? ''"),
            placeholder=self.hint(field),
            decimal_places=field.type.places or 0,
            min_value=None if most is None else -most - 1,
            max_value=most,
        )

    def date(self, field: Field) -> Component:
        """Return a field for a day."""
        return DatePickerV2(
            **self.common(field),
            default_value=bound(self.first(field)),
            date_format=DAY,
            placeholder=self.hint(field) or "Choose a date",
            show_clear_button=field.nullable,
        )

    def boolean(self, field: Field) -> Component:
        """Return a switch, or a menu where there may be no answer."""
        if field.nullable:
            option = f"({{ value, label, default: value === {self.first(field)} }})"
            return self.menu(field, bound(f"[[true, 'Yes'], [false, 'No']].map(([value, label]) => {option})"))
        common = self.common(field) | {"mandatory": False}
        return ToggleSwitchV2(**common, default_value=bound(self.first(field)), alignment="right")

    def choice(self, field: Field) -> Component:
        """Return a menu of the values that the column takes, and the one it has."""
        known = js([{"value": choice, "label": spoken(choice)} for choice in field.choices])
        own = "first === null ? [] : [{ value: first, label: first }]"
        made = f"_.uniqBy([...{known}, ...({own})], 'value').map(o => ({{ ...o, default: o.value === first }}))"
        return self.menu(field, bound(f"(first => {made})({self.first(field)})"))

    def menu(self, field: Field, schema: Any, **more: Any) -> Component:
        """Return a menu."""
        return DropdownV2(
            **self.common(field),
            advanced=True,
            schema=schema,
            sort="none",
            placeholder=self.hint(field) or "Choose one",
            show_clear_button=field.nullable,
            **more,
        )

    def reference(self, field: Field) -> Component:
        """Return a menu of the rows of another table, searched by the server."""
        assert field.reference is not None
        name, query = self.name(field), f"choices{field.name}"
        key, label = js(field.reference.key), js(field.reference.label)
        row = "variables.row" if self.form == "edit" else "null"
        first = f"{row}?.[{js(field.column)}] ?? null"
        own = f"{{ value: first, label: String({row}?.[{js(field.shown)}] ?? first), default: true }}"
        now = f"(first === null ? [] : [{own}])"
        offered = f"queries.{query}.data.map(o => ({{ value: o[{key}], label: String(o[{label}] ?? o[{key}]) }}))"
        every = f"[...{now}, variables.picked_{name}, ...{offered}].filter(Boolean)"
        search = RunQuery(query, text=f"{{{{components.{name}.searchText}}}}")
        search.debounce = SEARCH_MS
        return self.menu(
            field,
            bound(f"(first => _.uniqBy({every}, 'value'))({first})"),
            options_loading=bound(f"queries.{query}.isLoading && !queries.{query}.data.length"),
            server_side_search=True,
            on_search_text_changed=search,
            on_select=SetVariable(f"picked_{name}", f"{{{{components.{name}.selectedOption}}}}"),
        )

    def fixed(self, field: Field) -> Component:
        """Return a field that only shows what the database says."""
        shown = f"variables.row?.[{js(field.shown)}]"
        size = f"{shown} === null || {shown} === undefined ? '' : `Binary, ${{Number({shown}).toLocaleString()}} bytes`"
        value = size if field.kind == "binary" else values.initial(field, "variables.row", sqlite=self.sqlite)
        value = f"{shown} ?? ''" if field.labelled else value
        text = bound(f"String({value} ?? '')")
        return TextInput(name=self.name(field), label=fixed(field.label), value=text, disabled=True)
