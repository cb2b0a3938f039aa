"""`join_tables`: several tables side by side, as ToolJet's form describes it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from tooljet_jupyter.drivers.filters import Filters
from tooljet_jupyter.drivers.given import entries
from tooljet_jupyter.drivers.grammar import Grammar
from tooljet_jupyter.drivers.gui import AGGREGATES, Builder, Query
from tooljet_jupyter.drivers.schema import Column
from tooljet_jupyter.errors import Invalid

KINDS = {"INNER": "INNER JOIN", "LEFT": "LEFT JOIN", "RIGHT": "RIGHT JOIN", "FULL OUTER": "FULL OUTER JOIN"}
SIGNS = {"=", "!=", ">", ">=", "<", "<="}
Make = Callable[[Any], Builder]


class Join:
    """Makes the one statement of a join; `make` gives a builder for a table by id or name."""

    def __init__(self, join: Mapping[str, Any], make: Make, grammar: Grammar) -> None:
        self.join = join
        self.grammar = grammar
        self.filters = Filters(grammar)
        first = (join.get("from") or {}).get("name")
        joined = [item.get("table") for item in entries(join.get("joins")) if item.get("table")]
        self.tables = {str(key): make(key) for key in [first, *joined]}
        self.first = str(first)
        self.types: dict[str, str] = {}

    def query(self) -> Query:
        """Return the statement."""
        query = Query().add(f"SELECT {', '.join(self.chosen())} FROM {self.tables[self.first].name}")
        for item in entries(self.join.get("joins")):
            if item.get("table"):
                self.joined(query, item)
        if conditions := self.complete(self.join.get("conditions")):
            self.conditions(query.add(" WHERE "), *conditions)
        groups = [self.quoted(table, name) for table, name in self.groups()]
        if groups:
            query.add(" GROUP BY " + ", ".join(groups))
        self.ordered(query)
        self.tables[self.first].window(query, limit=self.join.get("limit"), offset=self.join.get("offset"))
        return query

    def table(self, key: Any) -> Builder:
        """Return one of the joined tables."""
        if str(key) not in self.tables:
            raise Invalid(f"The join has no table {key}", field="join_table")
        return self.tables[str(key)]

    def quoted(self, table: Any, name: Any) -> str:
        """Return a column with its table."""
        found = self.table(table)
        return f"{found.name}.{found.quoted(name)}"

    def chosen(self) -> Iterator[str]:
        """Give the columns and aggregates to return; a name that two tables have gets its table in front."""
        fields = [item for item in entries(self.join.get("fields")) if item.get("name")]
        names = [item["name"] for item in fields]
        for item in fields:
            label = f"{self.table(item['table']).label}_{item['name']}" if names.count(item["name"]) > 1 else ""
            alias = str(item.get("alias") or label or item["name"])
            self.types[alias] = self.table(item["table"]).column(item["name"]).type
            yield f"{self.quoted(item['table'], item['name'])} AS {self.grammar.quote(alias)}"
        aggregates = list(self.aggregates())
        if not fields and not aggregates:
            raise Invalid("Choose the columns that the join returns", field="join_table.fields")
        yield from aggregates

    def aggregates(self) -> Iterator[str]:
        """Give the aggregates; their result is called `<table>_<column>_<function>`."""
        for item in entries(self.join.get("aggregates")):
            function, column = str(item.get("aggFx") or "").lower(), item.get("column")
            if function in AGGREGATES and column:
                table = self.table(item.get("table_id") or self.first)
                alias = self.grammar.quote(f"{table.label}_{column}_{function}")
                yield f"{function.upper()}({table.name}.{table.quoted(column)}) AS {alias}"

    def groups(self) -> Iterator[tuple[Any, Any]]:
        """Give table and column to group by, from either of ToolJet's two shapes."""
        given = self.join.get("group_by") or {}
        if isinstance(given, Mapping):
            yield from ((table, name) for table, names in given.items() for name in names or [])
        else:
            yield from ((item["table"], item["columnName"]) for item in given if item.get("columnName"))

    def ordered(self, query: Query) -> None:
        """Append the sort order."""
        parts = [
            self.grammar.order(
                self.quoted(item["table"], item["columnName"]),
                descending=str(item.get("direction") or "ASC").upper() == "DESC",
            )
            for item in entries(self.join.get("order_by"))
            if item.get("columnName")
        ]
        query.add(" ORDER BY " + ", ".join(parts) if parts else "")

    def joined(self, query: Query, item: Mapping[str, Any]) -> None:
        """Append one joined table and what holds for its rows."""
        kind = KINDS.get(str(item.get("joinType") or item.get("join_type") or "INNER").upper())
        conditions = self.complete(item.get("conditions"))
        if kind is None or not conditions:
            raise Invalid("Choose how the tables belong together", field="join_table.joins")
        query.add(f" {kind} {self.table(item['table']).name} ON ")
        self.conditions(query, *conditions)

    def complete(self, given: Any) -> tuple[str, list[Mapping[str, Any]]] | None:
        """Return the word between the conditions and those that are filled in."""
        if not isinstance(given, Mapping):
            return None
        items = [item for item in entries(given.get("conditionsList")) if self.filled(item)]
        word = "OR" if str(given.get("operator")).upper() == "OR" else "AND"
        return (word, items) if items else None

    def filled(self, item: Mapping[str, Any]) -> bool:
        """Say whether a condition names a column."""
        return bool(item.get("conditions") or (item.get("leftField") or {}).get("columnName"))

    def conditions(self, query: Query, word: str, items: Sequence[Mapping[str, Any]]) -> None:
        """Append conditions in brackets; a condition may be a group of its own."""
        query.add("(")
        for index, item in enumerate(items):
            query.add(f" {word} " if index else "")
            inner = self.complete(item.get("conditions"))
            if inner:
                self.conditions(query, *inner)
            else:
                self.condition(query, item)
        query.add(")")

    def condition(self, query: Query, item: Mapping[str, Any]) -> None:
        """Append a comparison of a column with another column or with a value."""
        left, right = item["leftField"], item.get("rightField") or {}
        name, column = self.side(left)
        operator = str(item.get("operator") or "=").upper()
        if right.get("type") == "Column" or right.get("columnName"):
            if operator not in SIGNS:
                raise Invalid(f"Columns cannot be compared with {operator}", field="join_table")
            query.add(f"{name} {operator} {self.side(right)[0]}")
            return
        self.filters.compare(query, name, column, {"operator": operator, "value": right.get("value")})

    def side(self, given: Mapping[str, Any]) -> tuple[str, Column]:
        """Return a column with its table, quoted, and what is known about it."""
        return self.quoted(given.get("table"), given.get("columnName")), self.table(given.get("table")).column(
            given.get("columnName")
        )
