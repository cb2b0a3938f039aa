"""The tables and columns of a data source, as completion offers them and SQL takes them."""

import re
from typing import Any, NamedTuple

from ..sources import Source

Json = dict[str, Any]
# Schemas whose tables are named without them.
USUAL_SCHEMAS = frozenset({"", "main", "public", "dbo"})
# Databases that take names without quotes as small letters, and those with quotes of their own.
FOLDS = frozenset({"postgresql", "redshift", "cockroachdb", "tooljetdb"})
QUOTES = {"mysql": "`", "mariadb": "`", "bigquery": "`"}


class Choice(NamedTuple):
    """Something to choose: its name, what it is, and how it is written where that is not the name."""

    name: str
    kind: str
    written: str = ""


class Schema:
    """The tables of a data source, by the names that SQL uses."""

    def __init__(self, kind: str, tables: list[Json]) -> None:
        self._kind = kind
        self._tables = tables
        self._by_name = {named.lower(): table for table in tables for named in (full(table), table["name"])}

    @classmethod
    def of(cls, source: Source) -> "Schema":
        """Ask for the tables of a source."""
        return cls(source.kind, source.client.get(f"sources/{source.id}/schema")["tables"])

    def tables(self) -> list[Choice]:
        """Return the tables, with their schema where that is not the usual one."""
        return [
            self.choice("table", table["name"])
            if table["schema"] in USUAL_SCHEMAS
            else self.choice("table", table["schema"], table["name"])
            for table in self._tables
        ]

    def members(self, table: str, schema: str) -> list[Choice]:
        """Return what can be named after a dot: the columns of a table, or the tables of a schema."""
        own = [table["name"] for table in self._tables if table["schema"].lower() == schema.lower()]
        return self.columns(table) + [self.choice("table", name) for name in own]

    def columns(self, table: str) -> list[Choice]:
        """Return the columns of a table that is named with its schema or without."""
        found = self._by_name.get(table.lower())
        return [self.choice("column", column["name"]) for column in found["columns"]] if found else []

    def choice(self, kind: str, *names: str) -> Choice:
        """Return a name as SQL takes it: some need quotes."""
        plain = re.compile(r"[a-z_][a-z0-9_]*" if self._kind in FOLDS else r"[A-Za-z_]\w*")
        quote = QUOTES.get(self._kind, '"')
        written = [
            name if plain.fullmatch(name) else f"{quote}{name.replace(quote, quote * 2)}{quote}" for name in names
        ]
        return Choice(".".join(names), kind, ".".join(written))


def full(table: Json) -> str:
    """Return a table's name with its schema."""
    return f"{table['schema']}.{table['name']}"
