"""The pieces of a prepared statement: fixed SQL, and the places where values go."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from ..fill import as_text
from .dialect import Dialect
from .identifiers import Identifiers, direction_sql, identifiers_sql
from .values import parameter, text

Values = Mapping[str, Any]
TextPart = str | tuple[str]
"""A piece of a text, or the expression (in a tuple) whose value stands there."""


class Writer:
    """Collects the texts around the parameters of one execution, and their values."""

    def __init__(self, dialect: Dialect, identifiers: Identifiers | None) -> None:
        self.dialect = dialect
        self.identifiers = identifiers
        self.texts: list[str] = []
        self.values: list[Any] = []
        self.current = ""

    def value(self, value: Any) -> None:
        """Put a parameter, which is what the driver takes already."""
        self.texts.append(self.current)
        self.values.append(value)
        self.current = ""


class Piece(Protocol):
    """Something that writes itself."""

    def write(self, writer: Writer, values: Values) -> None:
        """Write the piece for these values."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """SQL of the template itself."""

    sql: str

    def write(self, writer: Writer, values: Values) -> None:
        writer.current += self.sql


@dataclass(frozen=True, slots=True)
class Value:
    """A binding where an expression stands: one parameter."""

    expression: str
    json: bool = False
    untyped: bool = False

    def items(self, dialect: Dialect, values: Values) -> list[Any]:
        """The parameters it stands for inside `IN (…)`."""
        value = values[self.expression]
        if isinstance(value, (list, tuple)):
            return [parameter(item, dialect, json=True) for item in value]
        return [parameter(value, dialect)]

    def write(self, writer: Writer, values: Values) -> None:
        value = parameter(values[self.expression], writer.dialect, json=self.json)
        writer.value(value)
        if self.untyped and (value is None or isinstance(value, str)):
            writer.current += "::text"


@dataclass(frozen=True, slots=True)
class Text:
    """A quoted text with bindings in it: the whole text is one parameter."""

    parts: tuple[TextPart, ...]
    untyped: bool = False

    def items(self, dialect: Dialect, values: Values) -> list[Any]:
        """The one parameter it stands for inside `IN (…)`."""
        filled = "".join(part if isinstance(part, str) else as_text(values[part[0]]) for part in self.parts)
        return [text(filled, dialect)]

    def write(self, writer: Writer, values: Values) -> None:
        writer.value(self.items(writer.dialect, values)[0])
        if self.untyped:
            writer.current += "::text"


@dataclass(frozen=True, slots=True)
class Items:
    """`IN (…)` with bindings among its elements; a list stands for its elements, an empty one for none."""

    elements: tuple[Fixed | Value | Text, ...]
    negated: bool

    def write(self, writer: Writer, values: Values) -> None:
        between = self.opening
        for element in self.elements:
            for item in [element] if isinstance(element, Fixed) else element.items(writer.dialect, values):
                writer.current += between
                between = ", "
                if isinstance(item, Fixed):
                    item.write(writer, values)
                else:
                    writer.value(item)
        writer.current += self.empty(writer.dialect) if between == self.opening else ")"

    @property
    def opening(self) -> str:
        """The words before the first element."""
        return "NOT IN (" if self.negated else "IN ("

    def empty(self, dialect: Dialect) -> str:
        """What stands for a list of nothing."""
        return dialect.empty_not_in if self.negated else dialect.empty_in


@dataclass(frozen=True, slots=True)
class Identifier:
    """A binding marked as the name of a table or column."""

    expression: str

    def write(self, writer: Writer, values: Values) -> None:
        writer.current += identifiers_sql(values[self.expression], writer.dialect, writer.identifiers)


@dataclass(frozen=True, slots=True)
class Direction:
    """A binding marked as ASC or DESC."""

    expression: str

    def write(self, writer: Writer, values: Values) -> None:
        writer.current += direction_sql(values[self.expression])


def joined(pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces with neighbouring fixed ones as one."""
    fixed = ""
    for piece in pieces:
        if isinstance(piece, Fixed):
            fixed += piece.sql
            continue
        if fixed:
            yield Fixed(fixed)
        fixed = ""
        yield piece
    if fixed:
        yield Fixed(fixed)
