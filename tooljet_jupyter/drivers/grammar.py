"""How databases differ where statements are built for them: quoting, casts, patterns, values."""

import json
import re
from typing import Any

from .patterns import glob, regular
from .schema import Column

# Of a long text a list shows this much; and more arguments SQLite's functions do not take.
START = 300
MOST_ARGUMENTS = 100


class Grammar:
    """PostgreSQL's way, which is nearest to the standard; the others say where they differ."""

    row = "ctid"
    target_columns = "target.*"
    most_values = 30_000
    offset_needs_limit = False
    patterns = {"like": "LIKE", "not like": "NOT LIKE", "ilike": "ILIKE", "not ilike": "NOT ILIKE",
                "match": "~", "imatch": "~*", "not imatch": "!~*"}  # fmt: skip

    def quote(self, name: str) -> str:
        """Return an identifier that means exactly this name."""
        return '"' + name.replace('"', '""') + '"'

    def name(self, schema: str, table: str) -> str:
        """Return the quoted name of a table."""
        return f"{self.quote(schema)}.{self.quote(table)}" if schema else self.quote(table)

    def order(self, column: str, *, descending: bool) -> str:
        """Return one entry of a sort order; rows without a value come last in a rising order."""
        return f"{column} DESC" if descending else f"{column} ASC"

    def pattern(self, column: str, operator: str, value: str) -> tuple[str, str, str]:
        """Return a pattern comparison: the text before the value, the value, and the text after it."""
        return f"{column}::text {self.patterns[operator]} ", value, ""

    def cast(self, column: Column) -> str:
        """Return what follows a placeholder whose type the database cannot know."""
        return f"::{column.type}"

    def shown(self, column: str, how: str) -> str:
        """Return a column as its text, the start of its text, or its size in bytes."""
        ways = {"text": "{}::text", "start": f"left({{}}::text, {START})", "size": "octet_length({})"}
        return ways[how].replace("{}", column)

    def version(self, columns: list[str]) -> str:
        """Return an expression that is the same text as long as none of the columns changes."""
        return f"md5(ROW({', '.join(columns)})::text)"

    def value(self, value: Any, column: Column) -> Any:
        """Return a value to bind: as text, so that the database reads it as the column's type."""
        kind = column.type.lower()
        if value is None or (value == "" and not texts(kind)):
            return None
        if kind.startswith("json"):
            return json_text(value)
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, list) and kind.endswith("[]"):
            return value
        if isinstance(value, dict | list):
            return json.dumps(value, ensure_ascii=False)
        return value if isinstance(value, str | bytes) else str(value)


class SqliteGrammar(Grammar):
    """SQLite: no casts, no schemas, own functions for patterns."""

    row = "rowid"
    target_columns = "*"
    offset_needs_limit = True

    def name(self, schema: str, table: str) -> str:
        """Return the quoted name of a table."""
        return self.quote(table)

    def order(self, column: str, *, descending: bool) -> str:
        """Return one entry of a sort order, with PostgreSQL's place for rows without a value."""
        return f"{column} DESC NULLS FIRST" if descending else f"{column} ASC NULLS LAST"

    def pattern(self, column: str, operator: str, value: str) -> tuple[str, str, str]:
        """Return a pattern comparison, with the functions that `patterns.teach` gives to the connection."""
        negation = "NOT " if operator.startswith("not ") else ""
        if operator.endswith("match"):
            flags = int(re.IGNORECASE) if operator.endswith("imatch") else 0
            return f"{negation}tooljet_match({column}, ", regular(value), f", {flags})"
        if operator.endswith("ilike") and value.isascii():
            return f"{column} {negation}LIKE ", value, r" ESCAPE '\'"
        if operator.endswith("ilike"):
            return f"tooljet_lower({column}) {negation}LIKE ", value.lower(), r" ESCAPE '\'"
        return f"{column} {negation}GLOB ", glob(value), ""

    def cast(self, column: Column) -> str:
        """Return nothing: a column of SQLite takes any value."""
        return ""

    def shown(self, column: str, how: str) -> str:
        """Return a column as its text, the start of its text, or its size in bytes."""
        text = f"CAST({column} AS TEXT)"
        ways = {"text": text, "start": f"substr({text}, 1, {START})", "size": f"length(CAST({column} AS BLOB))"}
        return ways[how]

    def version(self, columns: list[str]) -> str:
        """Return an expression that is the same text as long as none of the columns changes."""
        groups = [columns[start : start + MOST_ARGUMENTS] for start in range(0, len(columns), MOST_ARGUMENTS)]
        return " || ".join(f"tooljet_version({', '.join(group)})" for group in groups)

    def value(self, value: Any, column: Column) -> Any:
        """Return a value as SQLite stores it: 0 and 1, JSON as text, the empty text of a number as null."""
        kind = column.type.lower()
        if value is None or (value == "" and kind and not texts(kind)):
            return None
        if kind.startswith("json"):
            return json_text(value)
        if isinstance(value, dict | list):
            return json.dumps(value, ensure_ascii=False)
        if kind.startswith("bool") and str(value).lower() in ("true", "false", "1", "0"):
            return int(str(value).lower() in ("true", "1"))
        return int(value) if isinstance(value, bool) else value


def texts(kind: str) -> bool:
    """Say whether a type of column takes the empty text."""
    return any(word in kind for word in ("char", "text", "clob", "citext", "name", "bytea", "blob"))


def json_text(value: Any) -> str:
    """Return a value as JSON text; text that is JSON already stays as it is."""
    if isinstance(value, str):
        try:
            json.loads(value)
        except json.JSONDecodeError:
            return json.dumps(value, ensure_ascii=False)
        return value
    return json.dumps(value, ensure_ascii=False)
