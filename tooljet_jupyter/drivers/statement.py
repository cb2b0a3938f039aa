"""SQL text with a driver's placeholders, its named parameters, and its single statements."""

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
    | ::                            # a cast is no parameter
    | \w+                           # a word, so that a:b is not read as b
    """,
    re.VERBOSE | re.DOTALL,
)
PLAIN_TEXT = re.compile(r"'(?:[^']|'')*'")
NAME = re.compile(r":([A-Za-z_]\w*)")
HOLE = re.compile(r"%(?:%|s|\((?P<name>[^)]+)\)s)")
KEYWORD = re.compile(r"\s*(?:(?:--[^\n]*\n|/\*.*?\*/)\s*)*\(*\s*(\w+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Statement:
    """What an SQL field holds once its bindings have become bound parameters."""

    sql: str
    params: Sequence[Any] | Mapping[str, Any] = ()


def statement(value: Any) -> Statement:
    """Return an option as a Statement; plain text has no parameters."""
    if isinstance(value, Statement):
        return value
    if isinstance(value, str):
        return Statement(value)
    raise Invalid("The SQL of this query is empty" if value is None else "The SQL of this query is no text")


def scan(sql: str) -> Iterator[tuple[str, bool]]:
    """Give the parts of an SQL text, each with whether it is code (and not a literal, comment, word or cast)."""
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
    """Return where the literal, comment or word at a position ends, or None when there is none."""
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


def positional(given: Statement) -> tuple[list[str], list[Any]]:
    """Return the text around the `%s` and `%(name)s` placeholders, and the value of each."""
    if not given.params:
        return [given.sql], []
    texts, values, text, end = [], [], "", 0
    for hole in HOLE.finditer(given.sql):
        text += given.sql[end : hole.start()]
        end = hole.end()
        if hole.group() == "%%":
            text += "%"
            continue
        texts.append(text)
        text = ""
        values.append(parameter(given.params, hole.group("name"), len(values)))
    return [*texts, text + given.sql[end:]], values


def parameter(params: Sequence[Any] | Mapping[str, Any], name: str | None, index: int) -> Any:
    """Return the value of one placeholder."""
    if isinstance(params, Mapping):
        return params[name or ""]
    if index >= len(params):
        raise Invalid("The SQL has more placeholders than values", values=len(params))
    return params[index]


def named(texts: Sequence[str], values: Sequence[Any], given: Mapping[str, Any]) -> tuple[list[str], list[Any]]:
    """Bind ToolJet's `:name` parameters in the text around other placeholders."""
    if not given:
        return list(texts), list(values)
    marks = Marks(given)
    for index, text in enumerate(texts):
        for part, code in scan(text):
            marks.add(part, code=code)
        if index < len(values):
            marks.bind(values[index])
    return [*marks.texts, marks.text], marks.values


class Marks:
    """Text and values, in the order in which they are met."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        self.given = given
        self.texts: list[str] = []
        self.values: list[Any] = []
        self.text = ""
        self.colon = False

    def add(self, part: str, *, code: bool) -> None:
        """Take the next part; a word right behind a single colon is a parameter when it was given."""
        if self.colon and not code and part in self.given:
            self.text = self.text[:-1]
            self.bind(self.given[part])
        else:
            self.text += part
        self.colon = code and part.endswith(":")

    def bind(self, value: Any) -> None:
        """End the text here and put a value."""
        self.texts.append(self.text)
        self.values.append(value)
        self.text = ""
