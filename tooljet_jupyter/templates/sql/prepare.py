"""Turns a SQL template into a prepared statement, once; binding values to it is then quick."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ...errors import BadTemplate, Invalid
from ..bindings import OPEN
from . import lexical, positions
from .dialect import Dialect
from .dialects import dialect as named_dialect
from .identifiers import Identifiers
from .items import items
from .pieces import Direction, Fixed, Identifier, Items, Piece, Text, Value, Values, Writer
from .template import Template, advice, read
from .typed import typed_literal, with_json


@dataclass(frozen=True, slots=True)
class Bound:
    """SQL and its parameters, ready for the driver."""

    sql: str
    params: list[Any] | dict[str, Any] | None
    """None when the statement has none: drivers that format the text then leave its percent signs alone."""

    @property
    def arguments(self) -> tuple[Any, ...]:
        """What to call with: `cursor.execute(*bound.arguments)`."""
        return (self.sql,) if self.params is None else (self.sql, self.params)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A statement whose values are not known yet."""

    dialect: Dialect
    pieces: tuple[Piece, ...]
    static: bool

    def bind(self, values: Values, *, identifiers: Identifiers | None = None) -> Bound:
        """The statement with these values as parameters; `identifiers` knows the names a marked binding may give."""
        writer = Writer(self.dialect, identifiers)
        for piece in self.pieces:
            piece.write(writer, values)
        sql = "".join(writer.sql)
        if self.static:
            return Bound(sql, None)
        return Bound(sql, self.parameters(writer.params))

    def parameters(self, params: list[Any]) -> list[Any] | dict[str, Any]:
        """The parameters in the driver's form."""
        if len(params) > self.dialect.most_parameters:
            raise Invalid(
                f"The query has {len(params)} values; {self.dialect.name} takes {self.dialect.most_parameters}",
                most=self.dialect.most_parameters,
            )
        if self.dialect.named_parameters:
            return {f"p{number}": value for number, value in enumerate(params, 1)}
        return params


def bind(
    sql: str, values: Values, dialect: str | Dialect, *, identifiers: Identifiers | None = None
) -> Bound:
    """The SQL with the values of its bindings as parameters, never as text."""
    return prepare(sql, dialect).bind(values, identifiers=identifiers)


@lru_cache(maxsize=1024)
def prepare(sql: str, dialect: str | Dialect) -> Prepared:
    """The template, read and checked; UnsafeTemplate names a binding that stands where SQL takes no value."""
    rules = named_dialect(dialect)
    if OPEN not in sql:
        return Prepared(rules, (Fixed(sql),), static=True)
    template = read(sql, rules)
    found = list(pieces(template))
    valued = any(isinstance(piece, (Value, Text, Items)) for piece in found)
    if valued:
        refuse_question_marks(template)
        refuse_places(template, found)
    return Prepared(rules, joined(found, doubled=valued and rules.doubles_percent), static=not valued)


def pieces(template: Template) -> Iterator[Piece]:
    """The pieces of the statement, in order."""
    index = 0
    while index < len(template.tokens):
        taken = items(template, index) or typed_literal(template, index)
        if taken:
            index, made = taken
            yield from made
            continue
        slot = template.slots.get(index)
        if slot is None:
            yield Fixed(template.tokens[index].text)
        else:
            yield with_json(template, index, slot) if isinstance(slot, Value) else slot
        index += 1


def joined(found: list[Piece], *, doubled: bool) -> tuple[Piece, ...]:
    """The pieces with neighbouring fixed ones as one, percent signs doubled where the driver formats the text."""
    result: list[Piece] = []
    for piece in found:
        if isinstance(piece, Fixed) and result and isinstance(result[-1], Fixed):
            result[-1] = Fixed(result[-1].sql + piece.sql)
        else:
            result.append(piece)
    return tuple(double(piece) for piece in result) if doubled else tuple(result)


def double(piece: Piece) -> Piece:
    if isinstance(piece, Fixed):
        return Fixed(piece.sql.replace("%", "%%"))
    if isinstance(piece, Items):
        elements = tuple(
            Fixed(e.sql.replace("%", "%%")) if isinstance(e, Fixed) else e for e in piece.elements
        )
        return Items(piece.before, elements, piece.negated)
    return piece


def refuse_question_marks(template: Template) -> None:
    if template.dialect.style != "qmark":
        return
    if any(token.kind == "other" and token.text == "?" for token in template.tokens):
        raise BadTemplate("A ? outside a text is a parameter of its own: write a binding instead")


def refuse_places(template: Template, found: list[Piece]) -> None:
    """Refuse the first binding that stands where the language takes no value."""
    slots = [index for index, slot in sorted(template.slots.items()) if isinstance(slot, (Value, Text))]
    refused = positions.refusals("".join(probes(found)), template.dialect.sqlglot, len(slots))
    if refused is None:
        refused = lexical.refusals(template.tokens, {index: number for number, index in enumerate(slots)})
    for number, place in sorted(refused.items()):
        raise template.refusal(slots[number], explained(place, template.bindings[slots[number]].expression))


def probes(found: list[Piece]) -> Iterator[str]:
    """The statement with a call in place of each value, for the parser."""
    number = 0
    for piece in found:
        if isinstance(piece, Fixed):
            yield piece.sql
        elif isinstance(piece, Items):
            calls = [e.sql if isinstance(e, Fixed) else None for e in piece.elements]
            yield piece.before + "("
            for position, call in enumerate(calls):
                yield (", " if position else "") + (call or f"{positions.PROBE.format(number)}()")
                number += call is None
            yield ")"
        elif isinstance(piece, (Identifier, Direction)):
            yield "tj_name" if isinstance(piece, Identifier) else "ASC"
        else:
            yield f"{positions.PROBE.format(number)}()"
            number += 1


def explained(place: str, expression: str) -> str:
    if place == positions.NO_VALUES:
        return "this kind of statement takes no values. Write them into the SQL"
    if place == "a whole statement":
        return "a binding cannot be a whole statement. Write the SQL here and bind its values"
    if place == positions.A_NAME:
        return "a name or keyword stands here, not a value. " + advice(expression)
    if place in ("ORDER BY", "GROUP BY", "PARTITION BY"):
        return f"{place} takes a column's name, not a value. " + advice(expression)
    if place in lexical.NO_VALUES:
        return f"{place} takes no values here. Write them into the SQL"
    return f"{place} takes a name here, not a value. " + advice(expression)
