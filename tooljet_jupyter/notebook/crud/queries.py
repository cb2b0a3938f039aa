"""The queries of the app: every name of a table or column stands in the app, every value is bound."""

from collections.abc import Sequence
from typing import Any

from ...components.actions import SetVariable
from ..app import App
from . import narrowing, values
from .place import Place
from .rights import Rights
from .scripts import Scripts
from .shape import Field, Shape
from .words import fixed, js

Json = dict[str, Any]
COUNT_TIMEOUT_MS = 8_000
OFFERED = 50
# A failure that the scripts explain must not also be told by the query itself.
QUIET: Json = {"on_failure": [SetVariable("failed", True)]}


class Queries:
    """Adds the queries for one table to an app."""

    def __init__(self, app: App, place: Place, shape: Shape, scripts: Scripts) -> None:
        self.app = app
        self.place = place
        self.shape = shape
        self.fields = shape.fields
        self.scripts = scripts

    def add(self, may: Rights) -> None:
        """Add what the rights of the app ask for."""
        if may.open:
            self.reading()
        if may.change:
            self.changing()
        if may.delete:
            self.deleting()
        if may.add:
            self.adding()
        for field in self.fields if may.chooses else []:
            self.choosing(field)

    def run(self, name: str, operation: str, settings: Json, **more: Any) -> None:
        """Add a query on the table."""
        options = self.place.options(operation, self.shape.schema, self.shape.name, settings, **more)
        self.app.query(name, self.place.source, **options)

    def script(self, name: str, code: str, **more: Any) -> None:
        """Add a script."""
        self.app.query(name, "runjs", code=code, **more)

    def listing(self, quick: dict[str, str], order: Sequence[Json], size: int) -> None:
        """Add the page of rows, and how many there are on all pages."""
        where = narrowing.where(self.fields, quick)
        only = self.only(long="" if self.shape.keyless else "start")
        live = {"run_on_load": True, "run_on_change": True}
        rows = {
            "where_filters": where,
            "order_filters": narrowing.order(self.fields, self.shape.keys, order),
            "limit": size,
            "offset": f"{{{{((components.table.pageIndex ?? 1) - 1) * {size}}}}}",
        }
        self.run("rows", "list_rows", rows, only=only, **live)
        counting = {"where_filters": where, "aggregates": [{"aggFx": "count", "column": "*"}]}
        self.run("total", "list_rows", counting, only=only, timeout_ms=COUNT_TIMEOUT_MS, **live, **QUIET)

    def only(self, *, long: str = "") -> list[Json]:
        """Return the columns that a query may show, the keys among them."""
        shown = {field.column: field for field in [*self.shape.keys, *self.fields]}
        return [self.entry(field, long=long) for field in shown.values()]

    def entry(self, field: Field, *, long: str) -> Json:
        """Return one column of `only`."""
        found: Json = {"column": fixed(field.column)}
        how = self.how(field, long=long)
        if how and not field.key:
            found["as"] = how
        if field.labelled and field.reference:
            about = field.reference
            found["label"] = {
                "schema": fixed(about.schema),
                "table": fixed(about.table),
                "column": fixed(about.key),
                "name": fixed(about.label),
            }
        return found

    def how(self, field: Field, *, long: str) -> str:
        """Return how a column is read: whole, its text, the start of a long one, or only its size."""
        if field.kind == "binary":
            return "size"
        if long and (field.kind in ("long", "json") or field.kind == "text" and field.type.length is None):
            return long
        # Text of PostgreSQL is exact; SQLite would round a fraction, and its values are exact as they are.
        number = field.plain == "digits" and self.place.kind == "postgresql"
        exact = number or field.kind in ("json", "other", "time")
        return "text" if exact and not self.place.sqlite and not field.reference else ""

    def reading(self) -> None:
        """Add what reads one row whole, with its version."""
        settings = {"where_filters": self.key(), "limit": 1}
        version = {"columns": [fixed(name) for name in self.shape.every]}
        self.run("readRow", "list_rows", settings, only=self.only(), version=version, **QUIET)
        self.script("openRow", self.scripts.open(), parameters={"row": ""})

    def key(self) -> list[Json]:
        """Return the filters that find the opened row."""
        return [
            {"column": fixed(key.column), "operator": "=", "value": f"{{{{variables.key?.[{js(key.column)}]}}}}"}
            for key in self.shape.keys
        ]

    def changing(self) -> None:
        """Add what changes the opened row, as long as it is what was read."""
        changed = [self.changed(field) for field in self.fields if field.edited]
        settings = {"where_filters": self.key(), "zero_records_as_success": True, "columns": changed}
        self.run("updateRow", "update_rows", settings, **self.unchanged(), **QUIET)
        self.script("saveRow", self.scripts.save())

    def deleting(self) -> None:
        """Add what deletes the opened row, as long as it is what was read; who chose to in a conflict is not asked."""
        settings = {"where_filters": self.key(), "zero_records_as_success": True}
        asked = {
            "confirm": "{{!components.conflictModal.show}}",
            "confirmation": fixed(f"Delete this {self.scripts.noun}? This cannot be undone."),
        }
        self.run("deleteRow", "delete_rows", settings, **self.unchanged(), **asked, **QUIET)
        for name, code in (("removeRow", "remove"), ("keepMine", "keep"), ("takeTheirs", "take")):
            self.script(name, getattr(self.scripts, code)())

    def unchanged(self) -> Json:
        """Return what makes a change find only the row that was read, and say no more than its key."""
        every = [fixed(name) for name in self.shape.every]
        return {
            "only": [fixed(key.column) for key in self.shape.keys],
            "version": {"columns": every, "value": "{{variables.version}}"},
        }

    def changed(self, field: Field) -> Json:
        """Return the new value of a column, left out where the field still holds what it began with."""
        component = f"edit{field.name}"
        same = f"_.isEqual(components.{component}.value, variables.start?.{component})"
        return {
            "column": fixed(field.column),
            "value": f"{{{{{values.sent(field, component, sqlite=self.place.sqlite)}}}}}",
            "set": f"{{{{!{same}}}}}",
        }

    def adding(self) -> None:
        """Add what makes a row; a field that is left empty is left to the database."""
        added = [self.added(field) for field in self.fields if field.written]
        only = [fixed(key.column) for key in self.shape.keys]
        self.run("insertRow", "create_row", {"columns": added}, only=only, **QUIET)
        self.script("startNew", self.scripts.new())
        self.script("addRow", self.scripts.add())

    def added(self, field: Field) -> Json:
        """Return the value of a column in a new row."""
        component = f"new{field.name}"
        value = values.sent(field, component, sqlite=self.place.sqlite)
        filled = f"(components.{component}.value ?? '') !== ''"
        emptied = field.preset is not None and field.nullable
        return {
            "column": fixed(field.column),
            "value": f"{{{{{value}}}}}",
            "set": True if emptied else f"{{{{{filled}}}}}",
        }

    def choosing(self, field: Field) -> None:
        """Add what offers rows of another table, found by their labels."""
        if field.reference is None:
            return
        about = field.reference
        text = "String(parameters.text ?? '').trim()"
        like = "'%' + text.replace(/[\\\\%_]/g, sign => '\\\\' + sign) + '%'"
        found = [f"{{ column: {js(about.label)}, operator: 'ilike', value: {like} }}"]
        if about.label != about.key and about.number:
            exact = f"{{ column: {js(about.key)}, operator: '=', value: text }}"
            found.append(f"...(/^\\d{{1,9}}$/.test(text) ? [{exact}] : [])")
        where = f"{{{{(text => text === '' ? [] : [{{ any: [{', '.join(found)}] }}])({text})}}}}"
        settings = {"where_filters": where, "order_filters": [{"column": fixed(about.label)}], "limit": OFFERED}
        names = list(dict.fromkeys([about.key, about.label]))
        only = [fixed(name) for name in names]
        options = self.place.options("list_rows", about.schema, about.table, settings, only=only)
        self.app.query(f"choices{field.name}", self.place.source, parameters={"text": ""}, **options, **QUIET)
