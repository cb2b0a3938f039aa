"""What an app has to know of a table: its fields, its key, and how rows of other tables are called."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ...errors import Invalid, NotFound
from . import kinds, words
from .kinds import Kind

Json = dict[str, Any]
LABELS = ("name", "title", "label", "full_name", "display_name", "username", "email", "code", "sku", "subject")


@dataclass(frozen=True)
class Reference:
    """The table a field chooses a row of: its key, and the column that tells its rows apart for people."""

    schema: str
    table: str
    key: str
    label: str
    number: bool


@dataclass(frozen=True)
class Field:
    """One column as the app shows it; `name` ends the names of its components."""

    column: str
    label: str
    name: str
    kind: Kind
    type: kinds.Type
    nullable: bool = True
    key: bool = False
    made: str = ""
    default: str | None = None
    preset: str | None = None
    choices: list[str] = field(default_factory=list)
    reference: Reference | None = None

    @property
    def number(self) -> bool:
        """Whether it holds a number."""
        return self.plain in ("number", "digits")

    @property
    def needed(self) -> bool:
        """Whether nobody but the user can fill it in."""
        return not self.nullable and self.default is None and not self.made

    @property
    def written(self) -> bool:
        """Whether a new row may have a value for it."""
        return not self.made and self.kind != "binary"

    @property
    def edited(self) -> bool:
        """Whether the value of a row can be changed."""
        return self.written and not self.key

    @property
    def plain(self) -> Kind:
        """The kind of what is stored."""
        return self.type.kind if self.kind == "reference" else self.kind

    @property
    def labelled(self) -> bool:
        """Whether people read something else than what is stored."""
        return self.reference is not None and self.reference.label != self.reference.key

    @property
    def shown(self) -> str:
        """The key of the list's rows under which people find what they read."""
        return f"{self.column}:label" if self.labelled else self.column


@dataclass(frozen=True)
class Shape:
    """A table as the app shows it; `hidden` is how many of its columns the app leaves out."""

    schema: str
    name: str
    kind: str
    fields: list[Field]
    keys: list[Field]
    every: list[str]
    lacking: list[str]

    @property
    def title(self) -> str:
        """The name of the table as people read it."""
        return words.titled(self.name)

    @property
    def keyless(self) -> str:
        """Why rows cannot be told apart; empty where they can."""
        if self.kind != "table":
            return f"{self.name} is a {self.kind}: its rows can be read here, not changed."
        if not self.keys:
            return f"{self.name} has no primary key: its rows can be read here, not changed."
        if any(key.kind in ("binary", "json") for key in self.keys):
            return f"The primary key of {self.name} is {self.keys[0].kind}: its rows can be read here, not changed."
        return ""


def shape(tables: Sequence[Json], wanted: str, columns: Any, *, sqlite: bool) -> Shape:
    """Return the shape of a table out of all tables of a source.

    Raises
    ------
    NotFound
        The source has no such table.
    Invalid
        More than one schema has it, or `columns` names one that it does not have.
    """
    table = find(tables, wanted)
    if not table["columns"]:
        raise Invalid(f"{wanted} has no columns", table=wanted)
    labels = chosen(columns, table)
    known: list[Field] = []
    for column in in_order(table["columns"], labels):
        known.append(read(column, labels, known, tables, sqlite=sqlite))
    shown = [item for item in known if labels is None or item.column in labels]
    every = [column["name"] for column in table["columns"]]
    lacking = [item.label for item in known if item.needed and item not in shown]
    keys = [item for item in known if item.key]
    return Shape(table["schema"], table["name"], table["kind"], shown, keys, every, lacking)


def find(tables: Sequence[Json], wanted: str) -> Json:
    """Return a table by its name, or by `schema.name`; of several the one in `public`."""
    found = [table for table in tables if wanted in (table["name"], f"{table['schema']}.{table['name']}")]
    if len(found) > 1:
        found = [table for table in found if table["schema"] == "public"] or found
    if len(found) > 1:
        places = [f"{table['schema']}.{table['name']}" for table in found]
        raise Invalid(f"There are several tables {wanted}: say {' or '.join(places)}", field="table", tables=places)
    if not found:
        names = [table["name"] for table in tables]
        near = next((name for name in names if name.lower() == wanted.lower()), None)
        hint = f"; did you mean {near}?" if near else ""
        raise NotFound(f"There is no table {wanted}{hint}", table=wanted, tables=names[:50])
    return found[0]


def chosen(columns: Any, table: Json) -> dict[str, str] | None:
    """Return `{column: label}` of the columns to show, in their order; None for all; labels may be empty."""
    if columns is None:
        return None
    given = dict(columns) if isinstance(columns, Mapping) else {str(name): "" for name in columns}
    known = [column["name"] for column in table["columns"]]
    unknown = [name for name in given if name not in known]
    if unknown or not given:
        reason = f"{table['name']} has no column {unknown[0]}" if unknown else "Name at least one column"
        raise Invalid(reason, field="columns", columns=known)
    return {name: str(label) for name, label in given.items()}


def in_order(columns: Sequence[Json], labels: dict[str, str] | None) -> Iterable[Json]:
    """Give the columns as the app shows them: in the order asked for, else the key first."""
    if labels is not None:
        place = {name: number for number, name in enumerate(labels)}
        return sorted(columns, key=lambda column: place.get(column["name"], len(place)))
    return sorted(columns, key=lambda column: not column["primaryKey"])


def read(
    column: Json, labels: dict[str, str] | None, known: list[Field], tables: Sequence[Json], *, sqlite: bool
) -> Field:
    """Return the field for a column."""
    name, target = column["name"], column.get("target")
    type = kinds.read(column.get("base") or column["type"], sqlite=sqlite)
    label = (labels or {}).get(name) or (words.referred(name) if target else words.titled(name))
    made = column.get("made") or ""
    default = column["default"] if not made else None
    return Field(
        column=name,
        label=words.unique(label, [other.label for other in known]),
        name=words.component("", name, [other.name for other in known]),
        kind=kind_of(column, type),
        type=type,
        nullable=column["nullable"],
        key=column["primaryKey"],
        made=made,
        default=default,
        preset=kinds.literal(default),
        choices=column.get("choices") or [],
        reference=reference(tables, target, sqlite=sqlite) if target else None,
    )


def kind_of(column: Json, type: kinds.Type) -> Kind:
    """Return the kind of field that suits a column best."""
    if column.get("target"):
        return "reference"
    if column.get("choices"):
        return "choice"
    if type.kind == "text" and (type.length or 0) != 1 and kinds.LONG.search(column["name"]):
        return "long" if type.length is None or type.length > 100 else "text"
    return type.kind


def reference(tables: Sequence[Json], target: Json, *, sqlite: bool) -> Reference | None:
    """Return what a foreign key refers to, and the column by which people know its rows."""
    found = [t for t in tables if (t["schema"], t["name"]) == (target["schema"], target["table"])]
    if not found:
        return Reference(target["schema"], target["table"], target["column"], target["column"], number=False)
    columns = found[0]["columns"]
    key = next(column for column in columns if column["name"] == target["column"])
    number = kinds.read(key.get("base") or key["type"], sqlite=sqlite).kind in ("number", "digits")
    label = label_of(columns, key["name"], sqlite=sqlite)
    return Reference(target["schema"], target["table"], key["name"], label, number)


def label_of(columns: Sequence[Json], key: str, *, sqlite: bool) -> str:
    """Guess which column tells rows apart for people: one called so, else the first text, else the key."""
    kinds_of = {c["name"]: kinds.read(c.get("base") or c["type"], sqlite=sqlite).kind for c in columns}
    texts = [name for name, kind in kinds_of.items() if kind == "text"]
    by_lower = {name.lower(): name for name in texts}
    named = [by_lower[label] for label in LABELS if label in by_lower]
    ending = [name for name in texts if re.search(r"(name|title|label)$", name, re.IGNORECASE)]
    first = [column["name"] for column in columns if column["name"] in texts and not column.get("target")]
    return next(iter([*named, *ending, *first]), key)
