"""The pieces of a prepared statement: fixed SQL, and the places where values go."""

from collections.abc import Mapping
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
    """Collects the SQL and the parameters of one execution."""

    def __init__(self, dialect: Dialect, identifiers: Identifiers | None) -> None:
        self.dialect = dialect
        self.identifiers = identifiers
        self.sql: list[str] = []
        self.params: list[Any] = []

    def value(self, value: Any) -> None:
        """Write a placeholder and keep its value, which is what the driver takes already."""
        self.params.append(value)
        self.sql.append(self.dialect.placeholder(len(self.params)))

    def text(self, sql: str) -> None:
        """Write SQL that was made at run time."""
        self.sql.append(sql.replace("%", "%%") if self.dialect.doubles_percent else sql)


class Piece(Protocol):
    """Something that writes itself."""

    def write(self, writer: Writer, values: Values) -> None:
        """Write the piece for these values."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """SQL of the template itself, percent signs already doubled where the driver wants that."""

    sql: str

    def write(self, writer: Writer, values: Values) -> None:
        writer.sql.append(self.sql)


@dataclass(frozen=True, slots=True)
class Value:
    """A binding where an expression stands: one parameter."""

    expression: str
    json: bool = False

    def items(self, dialect: Dialect, values: Values) -> list[Any]:
        """The parameters it stands for inside `IN (…)`."""
        value = values[self.expression]
        if isinstance(value, (list, tuple)):
            return [parameter(item, dialect, json=True) for item in value]
        return [parameter(value, dialect)]

    def write(self, writer: Writer, values: Values) -> None:
        writer.value(parameter(values[self.expression], writer.dialect, json=self.json))


@dataclass(frozen=True, slots=True)
class Text:
    """A quoted text with bindings in it: the whole text is one parameter."""

    parts: tuple[TextPart, ...]

    def items(self, dialect: Dialect, values: Values) -> list[Any]:
        """The one parameter it stands for inside `IN (…)`."""
        return [
            text("".join(p if isinstance(p, str) else as_text(values[p[0]]) for p in self.parts), dialect)
        ]

    def write(self, writer: Writer, values: Values) -> None:
        writer.value(self.items(writer.dialect, values)[0])


@dataclass(frozen=True, slots=True)
class Items:
    """`IN (…)` with bindings among its elements; a list stands for its elements, an empty one for none."""

    before: str
    """`IN ` or `NOT IN `, as the template has it."""
    elements: tuple[Fixed | Value | Text, ...]
    negated: bool

    def write(self, writer: Writer, values: Values) -> None:
        place, last = len(writer.sql), len(writer.params)
        writer.sql.append(self.before + "(")
        count = 0
        for element in self.elements:
            if isinstance(element, Fixed):
                writer.sql += [", " if count else "", element.sql]
                count += 1
                continue
            for item in element.items(writer.dialect, values):
                writer.sql.append(", " if count else "")
                writer.value(item)
                count += 1
        writer.sql.append(")")
        if not count:
            self.write_empty(writer, place, last)

    def write_empty(self, writer: Writer, place: int, last: int) -> None:
        del writer.sql[place:], writer.params[last:]
        writer.text(writer.dialect.empty_not_in if self.negated else writer.dialect.empty_in)


@dataclass(frozen=True, slots=True)
class Identifier:
    """A binding marked as the name of a table or column."""

    expression: str

    def write(self, writer: Writer, values: Values) -> None:
        writer.text(identifiers_sql(values[self.expression], writer.dialect, writer.identifiers))


@dataclass(frozen=True, slots=True)
class Direction:
    """A binding marked as ASC or DESC."""

    expression: str

    def write(self, writer: Writer, values: Values) -> None:
        writer.sql.append(direction_sql(values[self.expression]))
