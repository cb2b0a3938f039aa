"""Conditions on a column: ToolJet's operators, by their names and by their signs."""

import json
from collections.abc import Mapping
from typing import Any, Protocol

from ..errors import Invalid
from .grammar import Grammar
from .schema import Column

COMPARE = {
    "eq": "=", "=": "=", "==": "=", "equals": "=", "neq": "<>", "!=": "<>", "<>": "<>",
    "gt": ">", ">": ">", "gte": ">=", ">=": ">=", "lt": "<", "<": "<", "lte": "<=", "<=": "<=",
}  # fmt: skip
PATTERNS = {
    "like": "like", "nlike": "not like", "not like": "not like", "ilike": "ilike", "nilike": "not ilike",
    "not ilike": "not ilike", "match": "match", "~": "match", "imatch": "imatch", "~*": "imatch",
    "nimatch": "not imatch", "!~*": "not imatch",
}  # fmt: skip
LISTS = {"in": "IN", "nin": "NOT IN", "not in": "NOT IN"}
NOTHING = {"is": False, "is null": False, "isnot": True, "is not": True, "is not null": True}
WORDS = {"null": "NULL", "notnull": "NOT NULL", "not null": "NOT NULL", "true": "TRUE", "false": "FALSE"}


class Text(Protocol):
    """Where conditions are written to."""

    def add(self, text: str) -> Any:
        """Append text."""

    def bind(self, value: Any) -> Any:
        """Append a placeholder and its value."""


class Filters:
    """Writes conditions in the grammar of one database."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar

    def compare(self, query: Text, name: str, column: Column, item: Mapping[str, Any]) -> None:
        """Append one condition: `{column, operator, value}`."""
        operator = str(item["operator"]).strip().lower().replace("_", " ")
        value = item.get("value")
        if operator in NOTHING:
            query.add(f"{name} IS {self.state(operator, value)}")
        elif operator in LISTS:
            self.listed(query, name, column, LISTS[operator], listing(value))
        elif operator in COMPARE or operator in PATTERNS:
            if value is None:
                raise Invalid("A comparison with null never holds: use the operator `is`", field=column.name)
            self.single(query, name, column, operator, value)
        else:
            raise Invalid(f"There is no operator {item['operator']}", field=column.name)

    def single(self, query: Text, name: str, column: Column, operator: str, value: Any) -> None:
        """Append a comparison with one value."""
        if operator in PATTERNS:
            before, pattern, after = self.grammar.pattern(name, PATTERNS[operator], str(value))
            query.add(before)
            query.bind(pattern)
            query.add(after)
            return
        query.add(f"{name} {COMPARE[operator]} ")
        query.bind(self.grammar.value(value, column))

    def listed(self, query: Text, name: str, column: Column, operator: str, values: list[Any]) -> None:
        """Append a comparison with a list; nothing is in an empty list."""
        if not values:
            query.add("1 = 0" if operator == "IN" else "1 = 1")
            return
        query.add(f"{name} {operator} (")
        for index, value in enumerate(values):
            query.add(", " if index else "")
            query.bind(self.grammar.value(value, column))
        query.add(")")

    def state(self, operator: str, value: Any) -> str:
        """Return what a value is or is not: null, not null, true, false."""
        word = WORDS.get(str("null" if value is None else value).strip().lower())
        if word is None:
            raise Invalid("`is` compares with null, not null, true or false", value=str(value))
        if not NOTHING[operator]:
            return word
        return "NULL" if word == "NOT NULL" else f"NOT {word}"


def listing(value: Any) -> list[Any]:
    """Return the values of a list operator, given as a list, its JSON text, or `(a, b)`."""
    if isinstance(value, list | tuple):
        return list(value)
    text = str("" if value is None else value).strip()
    if text.startswith("["):
        try:
            return list(json.loads(text))
        except json.JSONDecodeError as error:
            raise Invalid("The list is not valid JSON", reason=str(error)) from error
    inner = text[1:-1] if text.startswith("(") and text.endswith(")") else text
    return [part.strip().strip("'\"") for part in inner.split(",") if part.strip()]
