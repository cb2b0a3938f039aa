"""GUI operations on a table: rows are listed and changed without SQL of the user's own.

Names of columns are looked up in the real table and quoted; everything else is a bound value.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from ..errors import Invalid
from .filters import Filters
from .given import alternatives, complete, entries, grouping, whole
from .grammar import Grammar
from .narrow import Narrow
from .schema import Column, Table

AGGREGATES = {"count", "sum", "avg", "min", "max"}
PAGE = ":page"


@dataclass(slots=True)
class Query:
    """SQL text around its values: always one text more than values."""

    texts: list[str] = field(default_factory=lambda: [""])
    values: list[Any] = field(default_factory=list)

    def add(self, text: str) -> "Query":
        """Append text."""
        self.texts[-1] += text
        return self

    def bind(self, value: Any) -> "Query":
        """Append a placeholder and its value."""
        self.values.append(value)
        self.texts.append("")
        return self


class Builder:
    """Makes the statements of GUI operations for one table."""

    def __init__(self, table: Table, grammar: Grammar, *, label: str = "", narrow: Narrow | None = None) -> None:
        self.table = table
        self.grammar = grammar
        self.narrow = narrow or Narrow(grammar, {})
        self.label = label or table.name
        self.name = grammar.name(table.schema, table.name)

    def column(self, name: Any) -> Column:
        """Return a column of the table, or raise Invalid."""
        column = self.table.column(str(name))
        if column is None:
            known = [item.name for item in self.table.columns]
            raise Invalid(f"{self.label} has no column {name}", field=str(name), columns=known)
        return column

    def quoted(self, name: Any) -> str:
        """Return the name of a column of the table, quoted."""
        return self.grammar.quote(self.column(name).name)

    def bind(self, query: Query, column: Column, value: Any) -> None:
        """Append one value for a column."""
        query.bind(self.grammar.value(value, column))

    def select(self, options: Mapping[str, Any]) -> Query:
        """List rows: filters, sort, aggregates, groups, limit and offset."""
        groups = grouping(options.get("group_by"))
        aggregates = list(self.aggregates(options.get("aggregates")))
        chosen = [self.quoted(name) for name in groups] + aggregates
        narrowed = not chosen and self.narrow.only
        chosen = list(self.narrow.needed(self.table)) if narrowed else chosen
        query = Query().add(f"SELECT {', '.join(chosen) or '*'} FROM {self.name}")
        self.where(query, options.get("where_filters"))
        if groups:
            query.add(" GROUP BY " + ", ".join(self.quoted(name) for name in groups))
        self.order(query, options.get("order_filters"))
        self.window(query, limit=options.get("limit"), offset=options.get("offset"))
        return self.shown(query, options.get("order_filters")) if narrowed else query

    def shown(self, page: Query, order: Any) -> Query:
        """Return what may be shown of a page of rows: labels and texts are made for these rows, not for all before."""
        owner = self.grammar.quote(PAGE)
        page.texts[0] = f"SELECT {', '.join(self.narrow.selected(self.table, owner))} FROM ({page.texts[0]}"
        self.order(page.add(f") AS {owner}"), order, owner=owner)
        return page

    def aggregates(self, given: Any) -> Iterator[str]:
        """Give the aggregates; their result is called `<table>_<column>_<function>`."""
        for item in entries(given):
            function, column = str(item.get("aggFx") or "").lower(), item.get("column")
            if not function or not column:
                continue
            if function not in AGGREGATES:
                raise Invalid(f"There is no aggregate {function}", field="aggregates", choices=sorted(AGGREGATES))
            if (function, column) == ("count", "*"):
                yield f"COUNT(*) AS {self.grammar.quote(f'{self.label}_count')}"
                continue
            name = self.grammar.quote(f"{self.label}_{column}_{function}")
            yield f"{function.upper()}({self.quoted(column)}) AS {name}"

    def where(self, query: Query, given: Any) -> bool:
        """Append the filters; say whether there were any."""
        written = False
        for item in complete(given):
            query.add(" AND " if written else " WHERE ")
            self.condition(query, item)
            written = True
        return written

    def condition(self, query: Query, item: Mapping[str, Any]) -> None:
        """Append one condition, or in brackets those of which one must hold."""
        several = alternatives(item)
        for index, inner in enumerate(several):
            query.add(" OR " if index else "(")
            self.compare(query, inner)
        if several:
            query.add(")")
        else:
            self.compare(query, item)

    def compare(self, query: Query, item: Mapping[str, Any]) -> None:
        """Append a condition on a column, or on the label that it stands for."""
        column, filters = self.column(item["column"]), Filters(self.grammar)
        self.narrow.allow(column.name)
        if not item.get("label"):
            filters.compare(query, self.quoted(column.name), column, item)
            return
        before, name, label = self.narrow.labelled(column.name)
        filters.compare(query.add(before), name, label, item)
        query.add(")")

    def order(self, query: Query, given: Any, *, owner: str = "") -> None:
        """Append the sort order."""
        parts = []
        for item in entries(given):
            if item.get("column"):
                descending = str(item.get("order") or "asc").lower() == "desc"
                parts.append(self.grammar.order(self.sorted_by(item, owner), descending=descending))
        if parts:
            query.add(" ORDER BY " + ", ".join(parts))

    def sorted_by(self, item: Mapping[str, Any], owner: str) -> str:
        """Return what one entry of a sort order compares."""
        column = self.column(item["column"])
        self.narrow.allow(column.name)
        if item.get("label"):
            return self.narrow.label(column.name, owner or self.name)
        return f"{owner}.{self.quoted(column.name)}" if owner else self.quoted(column.name)

    def window(self, query: Query, *, limit: Any, offset: Any) -> None:
        """Append limit and offset; an empty one is none."""
        most, skipped = whole("limit", limit), whole("offset", offset)
        if most is None and skipped and self.grammar.offset_needs_limit:
            most = -1
        if most is not None:
            query.add(f" LIMIT {most}")
        if skipped:
            query.add(f" OFFSET {skipped}")

    def insert(self, records: Sequence[Mapping[str, Any]], *, keys: Sequence[str] = ()) -> Iterator[Query]:
        """Insert rows; with `keys`, a row whose keys are there already is updated."""
        for names, batch in self.batches(records):
            query = Query().add(f"INSERT INTO {self.name} ")
            if not names:
                yield query.add(f"DEFAULT VALUES RETURNING {self.narrow.returned(self.table)}")
                continue
            query.add(f"({', '.join(map(self.quoted, names))}) VALUES ")
            self.rows(query, names, batch, typed=False)
            if keys:
                query.add(self.conflict(names, keys))
            yield query.add(f" RETURNING {self.narrow.returned(self.table)}")

    def conflict(self, names: Sequence[str], keys: Sequence[str]) -> str:
        """Return what happens to a row whose keys are there already."""
        for key in keys:
            if key not in names:
                raise Invalid(f"Every record needs a value for {key}", field=key)
        changed = [self.quoted(name) for name in names if name not in keys]
        target = ", ".join(map(self.quoted, keys))
        settings = ", ".join(f"{name} = excluded.{name}" for name in changed)
        return f" ON CONFLICT ({target}) DO " + (f"UPDATE SET {settings}" if changed else "NOTHING")

    def update(self, values: Mapping[str, Any], filters: Any) -> Query:
        """Change the rows that pass the filters."""
        if not values:
            raise Invalid("Choose at least one column to change", field="columns")
        query = Query().add(f"UPDATE {self.name} SET ")
        for index, (name, value) in enumerate(values.items()):
            query.add(f"{', ' if index else ''}{self.quoted(name)} = ")
            self.bind(query, self.column(name), value)
        if not self.where(query, filters):
            raise Invalid("Choose which rows to change: there is no filter", field="where_filters")
        self.narrow.unchanged(query, self.table)
        return query.add(f" RETURNING {self.narrow.returned(self.table)}")

    def update_by_key(self, records: Sequence[Mapping[str, Any]], keys: Sequence[str]) -> Iterator[Query]:
        """Change many rows, each found by its keys."""
        for names, batch in self.batches(records):
            lacking = [key for key in keys if key not in names]
            changed = [name for name in names if name not in keys]
            if lacking or not changed:
                reason = f"a value for {lacking[0]}" if lacking else "a column to change"
                raise Invalid(f"Every record needs {reason}", field="records")
            query = Query().add(f"WITH changed ({', '.join(map(self.quoted, names))}) AS (VALUES ")
            self.rows(query, names, batch, typed=True)
            settings = ", ".join(f"{self.quoted(name)} = changed.{self.quoted(name)}" for name in changed)
            found = " AND ".join(f"target.{self.quoted(key)} = changed.{self.quoted(key)}" for key in keys)
            query.add(f") UPDATE {self.name} AS target SET {settings} FROM changed WHERE {found}")
            yield query.add(f" RETURNING {self.grammar.target_columns}")

    def delete(self, filters: Any, *, limit: Any = None) -> Query:
        """Delete the rows that pass the filters, at most `limit` of them."""
        query = Query().add(f"DELETE FROM {self.name}")
        most = whole("limit", limit)
        if most is not None:
            query.add(f" WHERE {self.grammar.row} IN (SELECT {self.grammar.row} FROM {self.name}")
        if not self.where(query, filters):
            raise Invalid("Choose which rows to delete: there is no filter", field="where_filters")
        self.narrow.unchanged(query, self.table)
        if most is not None:
            self.order(query, {index: {"column": key} for index, key in enumerate(self.table.primary_key)})
            query.add(f" LIMIT {most})")
        return query.add(f" RETURNING {self.narrow.returned(self.table)}")

    def batches(self, records: Sequence[Mapping[str, Any]]) -> Iterator[tuple[list[str], list[Mapping[str, Any]]]]:
        """Give neighbouring records with the same columns, as many as one statement may have values."""
        for names, group in groupby(records, key=lambda record: sorted(map(str, record))):
            batch = list(group)
            size = max(1, self.grammar.most_values // max(1, len(names)))
            for start in range(0, len(batch), size if names else 1):
                yield names, batch[start : start + (size if names else 1)]

    def rows(self, query: Query, names: Sequence[str], batch: Sequence[Mapping[str, Any]], *, typed: bool) -> None:
        """Append `(…), (…)`; `typed` casts the first row where the database cannot know the types."""
        columns = [self.column(name) for name in names]
        for row, record in enumerate(batch):
            query.add(", (" if row else "(")
            for index, column in enumerate(columns):
                query.add(", " if index else "")
                self.bind(query, column, record[column.name])
                query.add(self.grammar.cast(column) if typed and row == 0 else "")
            query.add(")")
