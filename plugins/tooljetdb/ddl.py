"""The SQL that makes and changes tables, for both databases."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tooljet_jupyter.drivers.grammar import Grammar

from .columns import ForeignKey, StoreColumn, StoreTable

SQLITE_TYPES = {"serial": "INTEGER", "jsonb": "TEXT", "timestamp with time zone": "TEXT"}
SQLITE_NOW = "(strftime('%Y-%m-%dT%H:%M:%f000+00:00', 'now'))"


class Constraint(NamedTuple):
    """A constraint as PostgreSQL named it; `kind` is p, f or u."""

    name: str
    kind: str
    columns: list[str]


class Ddl:
    """PostgreSQL's way: every change is a statement of its own."""

    def __init__(
        self, grammar: Grammar, schema: str, names: Mapping[str, str], constraints: Sequence[Constraint] = ()
    ) -> None:
        self.grammar = grammar
        self.schema = schema
        self.names = names
        self.constraints = constraints

    def name(self, table: str) -> str:
        """Return the quoted name of a table."""
        return self.grammar.name(self.schema, table)

    def listed(self, names: list[str]) -> str:
        """Return quoted names with commas."""
        return ", ".join(map(self.grammar.quote, names))

    def create(self, table: StoreTable) -> Iterator[str]:
        """Make a table."""
        parts = [self.column(column, table) for column in table.columns]
        if table.primary_key and not self.inline_key(table):
            parts.append(f"PRIMARY KEY ({self.listed(table.primary_key)})")
        parts += [self.foreign_key(key) for key in table.foreign_keys]
        yield f"CREATE TABLE {self.name(table.name)} ({', '.join(parts)})"

    def inline_key(self, table: StoreTable) -> bool:
        """Say whether the key is written at its column."""
        return False

    def column(self, column: StoreColumn, table: StoreTable) -> str:
        """Return the definition of one column."""
        parts = [self.grammar.quote(column.name), column.data_type]
        if column.default is not None and column.data_type != "serial":
            parts.append(f"DEFAULT {self.default(column)}")
        parts += ["NOT NULL"] if column.not_null else []
        parts += ["UNIQUE"] if column.unique and not column.primary_key else []
        return " ".join(parts)

    def default(self, column: StoreColumn) -> str:
        """Return a default as SQL: a quoted value, or the time of the insert."""
        if column.default == "now()" and column.data_type.startswith("timestamp"):
            return "now()"
        return literal(column.default or "")

    def foreign_key(self, key: ForeignKey) -> str:
        """Return the definition of a foreign key."""
        target = f"{self.name(self.names[key.table])} ({self.listed(key.references)})"
        actions = f"ON DELETE {key.on_delete} ON UPDATE {key.on_update}"
        return f"FOREIGN KEY ({self.listed(key.columns)}) REFERENCES {target} {actions}"

    def drop(self, table: StoreTable) -> str:
        """Drop a table; another table that refers to it forbids it."""
        return f"DROP TABLE {self.name(table.name)}"

    def change(self, old: StoreTable, new: StoreTable, origins: Mapping[str, str]) -> Iterator[str]:
        """Turn one table into the other; `origins` are the old names of the columns that stay."""
        alter = f"ALTER TABLE {self.name(old.name)}"
        kept = set(origins.values())
        before = {column.name: column for column in old.columns}
        if old.foreign_keys != new.foreign_keys:
            yield from self.without(alter, "f")
        for gone in (column for column in old.columns if column.name not in kept):
            yield f"{alter} DROP COLUMN {self.grammar.quote(gone.name)}"
        for column in new.columns:
            if column.name not in origins:
                yield f"{alter} ADD COLUMN {self.column(column, new)}"
            else:
                yield from self.change_column(alter, before[origins[column.name]], column)
        if [origins.get(name, name) for name in new.primary_key] != old.primary_key:
            yield from self.change_key(old, new, alter)
        if old.foreign_keys != new.foreign_keys:
            yield from (f"{alter} ADD {self.foreign_key(key)}" for key in new.foreign_keys)
        if new.name != old.name:
            yield f"{alter} RENAME TO {self.grammar.quote(new.name)}"

    def without(self, alter: str, kind: str, columns: Sequence[str] = ()) -> Iterator[str]:
        """Drop the constraints of a kind: all, or those on exactly these columns."""
        for constraint in self.constraints:
            if constraint.kind == kind and (not columns or list(columns) == constraint.columns):
                yield f"{alter} DROP CONSTRAINT IF EXISTS {self.grammar.quote(constraint.name)}"

    def change_key(self, old: StoreTable, new: StoreTable, alter: str) -> Iterator[str]:
        """Replace the primary key."""
        if old.primary_key:
            yield from self.without(alter, "p")
        if new.primary_key:
            yield f"{alter} ADD PRIMARY KEY ({self.listed(new.primary_key)})"

    def change_column(self, alter: str, old: StoreColumn, new: StoreColumn) -> Iterator[str]:
        """Turn one column into another."""
        name = self.grammar.quote(new.name)
        if new.name != old.name:
            yield f"{alter} RENAME COLUMN {self.grammar.quote(old.name)} TO {name}"
        if new.data_type != old.data_type:
            kind = "integer" if new.data_type == "serial" else new.data_type
            yield f"{alter} ALTER COLUMN {name} DROP DEFAULT"
            yield f"{alter} ALTER COLUMN {name} TYPE {kind} USING {name}::{kind}"
        if new.data_type != "serial" and (new.default != old.default or new.data_type != old.data_type):
            default = "DROP DEFAULT" if new.default is None else f"SET DEFAULT {self.default(new)}"
            yield f"{alter} ALTER COLUMN {name} {default}"
        if new.not_null != old.not_null and not new.primary_key:
            yield f"{alter} ALTER COLUMN {name} {'SET' if new.not_null else 'DROP'} NOT NULL"
        if new.unique and not old.unique and not new.primary_key:
            yield f"{alter} ADD UNIQUE ({name})"
        if old.unique and not new.unique:
            yield from self.without(alter, "u", [old.name])


class SqliteDdl(Ddl):
    """SQLite's way: a table is changed by making the new one and moving the rows."""

    def inline_key(self, table: StoreTable) -> bool:
        """Say whether the key is written at its column, as AUTOINCREMENT wants it."""
        kinds = [column.data_type for column in table.columns if column.primary_key]
        return kinds == ["serial"]

    def column(self, column: StoreColumn, table: StoreTable) -> str:
        """Return the definition of one column."""
        if column.primary_key and self.inline_key(table):
            return f"{self.grammar.quote(column.name)} INTEGER PRIMARY KEY AUTOINCREMENT"
        parts = [self.grammar.quote(column.name), SQLITE_TYPES.get(column.data_type, column.data_type)]
        if column.default is not None and column.data_type != "serial":
            parts.append(f"DEFAULT {self.default(column)}")
        parts += ["NOT NULL"] if column.not_null or column.primary_key else []
        parts += ["UNIQUE"] if column.unique and not column.primary_key else []
        return " ".join(parts)

    def default(self, column: StoreColumn) -> str:
        """Return a default as SQL."""
        value = column.default or ""
        if column.default == "now()" and column.data_type.startswith("timestamp"):
            return SQLITE_NOW
        if column.data_type == "boolean":
            return "1" if value.lower() in ("true", "t", "1") else "0"
        return literal(value)

    def change(self, old: StoreTable, new: StoreTable, origins: Mapping[str, str]) -> Iterator[str]:
        """Rename columns, then make the new table beside the old one, move the rows, take the name.

        A rename reaches the tables that refer to this one, so it is never part of the move.
        """
        quote, table = self.grammar.quote, self.name(old.name)
        for after, before in origins.items():
            if after != before:
                yield f"ALTER TABLE {table} RENAME COLUMN {quote(before)} TO {quote(after)}"
        beside = StoreTable(new.id, f"tooljet_new_{new.id}", new.columns, new.foreign_keys)
        yield from self.create(beside)
        names = [column.name for column in new.columns if column.name in origins]
        if names:
            listed = self.listed(names)
            yield f"INSERT INTO {self.name(beside.name)} ({listed}) SELECT {listed} FROM {table}"
        yield f"DROP TABLE {table}"
        yield f"ALTER TABLE {self.name(beside.name)} RENAME TO {table}"
        if new.name != old.name:
            yield f"ALTER TABLE {table} RENAME TO {quote(new.name)}"


def literal(text: str) -> str:
    """Return text as a quoted value."""
    return "'" + text.replace("'", "''") + "'"
