"""Search, filters and order of the list, from what the viewer chose to what the database is asked; as JavaScript.

Everything that a viewer writes ends as a value. Names of columns come from the app, and the server looks each of
them up in the table again.
"""

from collections.abc import Sequence
from typing import Any

from . import values
from .code import filled, part
from .shape import Field
from .words import js

Json = dict[str, Any]
MOST_SEARCHED = 8
SEARCHED = ("text", "long", "choice")
KINDS = {"text": "text", "long": "text", "number": "number", "digits": "number", "boolean": "boolean", "date": "date",
         "moment": "moment", "zoned": "zoned", "choice": "choice", "uuid": "uuid"}  # fmt: skip


def where(fields: Sequence[Field], quick: dict[str, str]) -> str:
    """Return the filters of the list as one binding; `quick` are the drop-downs above it, by component."""
    searched = [field for field in fields if field.labelled or field.plain in SEARCHED][:MOST_SEARCHED]
    columns = [column(field, searched=field in searched) for field in fields if field.kind != "binary"]
    chosen = ", ".join(f"{{ title: {js(title)}, value: components.{name}.value }}" for name, title in quick.items())
    parts = {
        "COLUMNS": js(columns),
        "ANY": js(fields[0].column),
        "NUMBER": values.NUMBER,
        "WHOLE": values.WHOLE,
        "UUID": values.UUID,
        "QUICK": f"[{chosen}]",
    }
    return binding("where", parts)


def column(field: Field, *, searched: bool) -> Json:
    """Return what the script has to know of a column."""
    kind = "text" if field.labelled else KINDS.get(field.plain, "other")
    about: Json = {"title": field.label, "column": field.column, "kind": kind, "label": field.labelled}
    if field.type.most is not None:
        about["most"] = str(field.type.most)
    known = field.key and not field.labelled
    return about | {name: True for name, so in (("searched", searched), ("known", known)) if so}


def order(fields: Sequence[Field], keys: Sequence[Field], standard: Sequence[Json]) -> str:
    """Return the order of the list as one binding: what the viewer chose, else the standard, always by key at last."""
    titles = [
        {"title": field.label, "column": field.column} | ({"label": True} if field.labelled else {})
        for field in fields
        if field.plain not in ("binary", "json")
    ]
    names = [key.column for key in keys]
    return binding("order", {"TITLES": js(titles), "STANDARD": js(list(standard)), "KEYS": js(names)})


def binding(name: str, parts: dict[str, str]) -> str:
    """Return a script that is one expression as a binding."""
    return "{{" + filled(part(name), parts) + "}}"
