"""A table of the ToolJet Database as data: its columns, its keys, and ToolJet's way to write them down."""

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from tooljet_jupyter.errors import Invalid

TYPES = (
    "serial", "character varying", "integer", "bigint", "double precision", "boolean",
    "timestamp with time zone", "jsonb",
)  # fmt: skip
OTHER_NAMES = {
    "varchar": "character varying", "text": "character varying", "string": "character varying",
    "int": "integer",
    "int4": "integer", "int8": "bigint", "float": "double precision", "float8": "double precision",
    "bool": "boolean", "timestamptz": "timestamp with time zone", "datetime": "timestamp with time zone",
    "json": "jsonb", "numeric": "double precision",
}  # fmt: skip
ACTIONS = ("NO ACTION", "RESTRICT", "CASCADE", "SET NULL", "SET DEFAULT")
NOW = re.compile(r"(now\(\)|current_timestamp)(::.*)?", re.IGNORECASE)
LITERAL = re.compile(r"'((?:[^']|'')*)'(::.*)?", re.DOTALL)


class StoreColumn(msgspec.Struct, frozen=True):
    """One column; `default` is a plain value as text, or `now()`."""

    name: str
    data_type: str
    default: str | None = None
    not_null: bool = False
    primary_key: bool = False
    unique: bool = False
    configurations: dict[str, Any] = {}


class ForeignKey(msgspec.Struct, frozen=True):
    """Columns that refer to the columns of another table, which is named by its id."""

    columns: list[str]
    table: str
    references: list[str]
    on_delete: str = "NO ACTION"
    on_update: str = "NO ACTION"


class StoreTable(msgspec.Struct, frozen=True):
    """One table of the workspace."""

    id: str
    name: str
    columns: list[StoreColumn]
    foreign_keys: list[ForeignKey] = []

    @property
    def primary_key(self) -> list[str]:
        """The names of the columns of the primary key."""
        return [column.name for column in self.columns if column.primary_key]


def read_column(given: Mapping[str, Any], *, before: StoreColumn | None = None) -> StoreColumn:
    """Return a column from ToolJet's description of any version; what it does not say stays as `before`."""
    constraints = given.get("constraints_type") or {}
    name = given.get("new_column_name") or given.get("column_name") or given.get("name") or (before and before.name)
    kind = str(given.get("data_type") or (before.data_type if before else "")).lower()
    default = given.get("column_default", before.default if before else None)
    if "nextval(" in str(default):
        kind, default = "serial", None
    old_key = given.get("constraint_type") or given.get("keytype")
    key = constraints.get("is_primary_key", old_key == "PRIMARY KEY" or (before.primary_key if before else False))
    not_null = given.get("is_nullable") == "NO" or (before.not_null if before else False)
    column = StoreColumn(
        name=checked_name(name, "column"),
        data_type=OTHER_NAMES.get(kind, kind),
        default=None if default in (None, "") else plain_default(str(default)),
        not_null=bool(constraints.get("is_not_null", not_null)),
        primary_key=bool(key),
        unique=bool(constraints.get("is_unique", before.unique if before else False)),
        configurations=given.get("configurations") or (before.configurations if before else {}),
    )
    if column.data_type not in TYPES:
        raise Invalid(f"There is no type {kind or '(none)'} for {column.name}", field=column.name, choices=list(TYPES))
    return column


def plain_default(text: str) -> str:
    """Return what a default of an export means: the value inside quotes and casts; it is never run."""
    if NOW.fullmatch(text.strip()):
        return "now()"
    found = LITERAL.fullmatch(text.strip())
    if found:
        return found.group(1).replace("''", "'")
    return re.sub(r"::[a-z ]+$", "", text.strip())


def write_column(column: StoreColumn) -> dict[str, Any]:
    """Return a column as ToolJet's exports describe it."""
    return {
        "column_name": column.name,
        "data_type": column.data_type,
        "column_default": column.default,
        "constraints_type": {
            "is_not_null": column.not_null or column.primary_key,
            "is_primary_key": column.primary_key,
            "is_unique": column.unique,
        },
        "keytype": "PRIMARY KEY" if column.primary_key else "",
        "configurations": column.configurations,
    }


def write_table(table: StoreTable, names: Mapping[str, str]) -> dict[str, Any]:
    """Return a table as the services and the exports show it; `names` are the names of the tables by id."""
    keys = [
        {
            "column_names": key.columns,
            "referenced_table_id": key.table,
            "referenced_table_name": names.get(key.table, key.table),
            "referenced_column_names": key.references,
            "on_delete": key.on_delete,
            "on_update": key.on_update,
        }
        for key in table.foreign_keys
    ]
    columns = [write_column(column) for column in table.columns]
    return {
        "id": table.id,
        "name": table.name,
        "table_name": table.name,
        "columns": columns,
        "foreign_keys": keys,
    }


def checked_name(name: Any, what: str) -> str:
    """Return a name that both databases take; `pg_` and `sqlite_` are the databases' own."""
    text = str(name or "").strip()
    if not text:
        raise Invalid(f"The {what} needs a name", field="name")
    if len(text.encode()) > 63 or "\0" in text:
        raise Invalid(f"The name of the {what} is too long", field="name", name=text)
    if what == "table" and text.lower().startswith(("pg_", "sqlite_", "tooljet_")):
        raise Invalid("A table's name cannot begin with pg_, sqlite_ or tooljet_", field="name", name=text)
    return text


def checked_action(given: Any) -> str:
    """Return what happens to rows whose target is deleted or changed."""
    action = str(given or "NO ACTION").upper().replace("_", " ")
    if action not in ACTIONS:
        raise Invalid(f"There is no action {given}", field="foreign_keys", choices=list(ACTIONS))
    return action
