"""SQL text with a driver's placeholders and its values, and the single statements of a text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..errors import Invalid

LITERAL = re.compile(
    r"""
      '(?:[^'\\]|\\.|'')*'          # text; a backslash never ends it
    | "(?:[^"]|"")*"                # identifier
    | `(?:[^`]|``)*`                # identifier of MySQL
    | --[^\n]*                      # comment to the end of the line
    | /\*.*?\*/                     # comment
    | \$(?P<tag>\w*)\$.*?\$(?P=tag)\$   # dollar-quoted text of PostgreSQL
    """,
    re.VERBOSE | re.DOTALL,
)
PLAIN_TEXT = re.compile(r"'(?:[^']|'')*'")
HOLE = re.compile(r"%(?:%|s|\((?P<name>[^)]+)\)s)")
KEYWORD = re.compile(r"\s*(?:(?:--[^\n]*\n|/\*.*?\*/)\s*)*\(*\s*(\w+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Statement:
    """What an SQL field holds once its bindings have become bound parameters."""

    sql: str
    params: Sequence[Any] | Mapping[str, Any] | None = None
    """None when there are none; the text is then sent as it is, its percent signs too."""


def statement(value: Any) -> Statement:
    """Return an option as a Statement; plain text has no parameters."""
    if isinstance(value, Statement):
        return value
    if isinstance(value, str):
        return Statement(value)
    raise Invalid("The SQL of this query is empty" if value is None else "The SQL of this query is no text")


def scan(sql: str) -> Iterator[tuple[str, bool]]:
    """Give the parts of an SQL text, each with whether it is code (and not a literal or a comment)."""
    start = position = 0
    while position < len(sql):
        found = literal(sql, position)
        if found is None:
            position += 1
            continue
        if start < position:
            yield sql[start:position], True
        yield sql[position:found], False
        start = position = found
    if start < len(sql):
        yield sql[start:], True


def literal(sql: str, position: int) -> int | None:
    """Return where the literal or comment at a position ends, or None when there is none."""
    if sql[position] == "'" and sql[position - 1 : position] not in ("e", "E"):
        found = PLAIN_TEXT.match(sql, position)
    else:
        found = LITERAL.match(sql, position)
    return found.end() if found else None


def split(sql: str) -> list[str]:
    """Return the single statements of a text, without the empty ones."""
    if ";" not in sql:
        return [sql]
    statements, current = [], ""
    for part, code in scan(sql):
        *ended, part = part.split(";") if code else [part]
        for text in ended:
            statements.append(current + text)
            current = ""
        current += part
    statements.append(current)
    return [text for text in statements if first_word(text)]


def first_word(sql: str) -> str:
    """Return the first keyword of a statement in lower case, comments and brackets skipped."""
    found = KEYWORD.match(sql)
    return found.group(1).lower() if found else ""


def positional(given: Statement, mark: str) -> tuple[list[str], list[Any]]:
    """Return the text around the placeholders, and the value of each."""
    if given.params is None or given.params == ():
        return [given.sql], []
    if isinstance(given.params, Mapping):
        return formatted(given.sql, given.params)
    values = list(given.params)
    texts = formatted(given.sql, values)[0] if mark == "%s" else marked(given.sql, mark)
    if len(texts) != len(values) + 1:
        raise Invalid("The SQL has another number of placeholders than of values", values=len(values))
    return texts, values


def formatted(sql: str, params: Sequence[Any] | Mapping[str, Any]) -> tuple[list[str], list[Any]]:
    """Return the text around `%s` and `%(name)s`, and the values of the named; `%%` is a percent sign."""
    texts, values, text, end = [], [], "", 0
    for hole in HOLE.finditer(sql):
        text += sql[end : hole.start()]
        end = hole.end()
        if hole.group() == "%%":
            text += "%"
            continue
        texts.append(text)
        text = ""
        if isinstance(params, Mapping):
            values.append(params[hole.group("name") or ""])
    return [*texts, text + sql[end:]], values


def marked(sql: str, mark: str) -> list[str]:
    """Return the text around the marks that stand in code, not in a literal or a comment."""
    texts = [""]
    for part, code in scan(sql):
        first, *more = part.split(mark) if code else [part]
        texts[-1] += first
        texts += more
    return texts
