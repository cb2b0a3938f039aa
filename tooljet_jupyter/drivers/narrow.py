"""What a query may show of a table: some columns, labels of the rows they refer to, and a row's version.

`only` in the options of a query lists the columns; no filter, no sort order and no answer goes beyond them.
`version` makes one short text of a row's values: rows with the same version hold the same.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol

from ..errors import Invalid
from .grammar import Grammar
from .schema import Column, Table

Find = Callable[[str, str], Table]
VERSION = ":version"


class Writes(Protocol):
    """Where a condition is written to."""

    def add(self, text: str) -> Any:
        """Append text."""

    def bind(self, value: Any) -> Any:
        """Append a placeholder and its value."""


class Narrow:
    """The `only` and the `version` of one query; a query without them may show everything."""

    def __init__(self, grammar: Grammar, settings: Mapping[str, Any], find: Find | None = None) -> None:
        given = [item if isinstance(item, Mapping) else {"column": item} for item in settings.get("only") or []]
        self.only = {str(item.get("column")): item for item in given}
        version = settings.get("version")
        self.version: Mapping[str, Any] = version if isinstance(version, Mapping) else {}
        self.grammar = grammar
        self.find = find

    def allow(self, name: str) -> None:
        """Raise Invalid for a column that the query may not ask about."""
        if self.only and name not in self.only:
            raise Invalid(f"This query does not show {name}", field=name, columns=list(self.only))

    def needed(self, table: Table) -> Iterator[str]:
        """Give the columns that are read, shown or not: a version may be made of more."""
        names = dict.fromkeys([*self.only, *map(str, self.version.get("columns") or [])])
        yield from (self.quoted(table, name) for name in names)

    def selected(self, table: Table, owner: str) -> Iterator[str]:
        """Give what is shown of these columns, ready to stand behind SELECT."""
        for name, item in self.only.items():
            quoted, how = self.quoted(table, name), str(item.get("as") or "")
            yield f"{self.grammar.shown(quoted, how)} AS {quoted}" if how else quoted
            if item.get("label"):
                yield f"{self.label(name, owner)} AS {self.grammar.quote(f'{name}:label')}"
        if self.version:
            yield f"{self.row_version(table)} AS {self.grammar.quote(VERSION)}"

    def returned(self, table: Table) -> str:
        """Return what a change gives back."""
        return ", ".join(self.quoted(table, name) for name in self.only) or "*"

    def label(self, name: str, owner: str) -> str:
        """Return the label of the row that a column refers to, as an expression of its own."""
        target, key, label = self.target(name)
        quote, other = self.grammar.quote, self.grammar.quote(":other")
        place = self.grammar.name(target.schema, target.name)
        mine = f"{owner}.{quote(name)}"
        return f"(SELECT {other}.{quote(label.name)} FROM {place} AS {other} WHERE {other}.{quote(key)} = {mine})"

    def labelled(self, name: str) -> tuple[str, str, Column]:
        """Return what stands around a condition on the label, and the column of the label."""
        target, key, label = self.target(name)
        quote = self.grammar.quote
        place = self.grammar.name(target.schema, target.name)
        return f"{quote(name)} IN (SELECT {quote(key)} FROM {place} WHERE ", quote(label.name), label

    def target(self, name: str) -> tuple[Table, str, Column]:
        """Return the table a column refers to, its key and the column of its label, all of them real ones."""
        said = self.only.get(name, {}).get("label")
        if not isinstance(said, Mapping) or self.find is None:
            raise Invalid(f"{name} has no label here", field=name)
        table = self.find(str(said.get("table") or ""), str(said.get("schema") or ""))
        key, label = table.column(str(said.get("column"))), table.column(str(said.get("name")))
        if key is None or label is None:
            raise Invalid(f"{table.name} has no column {said.get('name' if key else 'column')}", field=name)
        return table, key.name, label

    def quoted(self, table: Table, name: str) -> str:
        """Return the quoted name of a column that the table has."""
        if table.column(name) is None:
            raise Invalid(f"{table.name} has no column {name}", field=name)
        return self.grammar.quote(name)

    def row_version(self, table: Table) -> str:
        """Return the expression that makes the version of a row."""
        return self.grammar.version([self.quoted(table, str(name)) for name in self.version.get("columns") or []])

    def unchanged(self, query: Writes, table: Table) -> None:
        """Append the condition that a row still is what was read, where the query asks for it."""
        if self.version:
            query.add(f" AND {self.row_version(table)} = ")
            query.bind(str(self.version.get("value") or ""))
