"""Turns a SQL template into a prepared statement, once; binding values to it is then quick."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ...errors import Invalid
from ..bindings import OPEN
from .bound import Bound
from .dialect import Dialect
from .dialects import dialect as named_dialect
from .identifiers import Identifiers
from .items import items
from .pieces import Fixed, Items, Piece, Text, Value, Values, Writer, joined
from .probe import refuse_places, refuse_question_marks
from .template import Template, read
from .typed import typed_literal, with_type


@dataclass(frozen=True, slots=True)
class Prepared:
    """A statement whose values are not known yet."""

    dialect: Dialect
    pieces: tuple[Piece, ...]

    def bind(self, values: Values, identifiers: Identifiers | None = None) -> Bound:
        """The statement with these values as parameters.

        `identifiers` knows the names that a binding marked as an identifier may give.
        """
        writer = Writer(self.dialect, identifiers)
        for piece in self.pieces:
            piece.write(writer, values)
        if len(writer.values) > self.dialect.most_parameters:
            raise Invalid(
                f"The query has {len(writer.values)} values, more than {self.dialect.name} takes at once",
                most=self.dialect.most_parameters,
            )
        return Bound([*writer.texts, writer.current], writer.values, self.dialect)


def bind(sql: str, values: Values, dialect: str | Dialect, *, identifiers: Identifiers | None = None) -> Bound:
    """The SQL with the values of its bindings as parameters, never as text."""
    return prepare(sql, dialect).bind(values, identifiers)


@lru_cache(maxsize=1024)
def prepare(sql: str, dialect: str | Dialect) -> Prepared:
    """The template, read and checked; UnsafeTemplate names a binding that stands where SQL takes no value."""
    rules = named_dialect(dialect)
    if OPEN not in sql:
        return Prepared(rules, (Fixed(sql),))
    template = read(sql, rules)
    found = list(pieces(template))
    if any(isinstance(piece, (Value, Text, Items)) for piece in found):
        refuse_question_marks(template)
        refuse_places(template, found)
    return Prepared(rules, tuple(joined(found)))


def pieces(template: Template) -> Iterator[Piece]:
    """The pieces of the statement, in order."""
    index = 0
    while index < len(template.tokens):
        taken = items(template, index) or typed_literal(template, index)
        if taken:
            index, made = taken
            yield from made
            continue
        yield from placed(template, index)
        index += 1


def placed(template: Template, index: int) -> Iterator[Piece]:
    """The pieces of one token."""
    slot = template.slots.get(index)
    if slot is None:
        yield Fixed(template.tokens[index].text)
    elif isinstance(slot, (Value, Text)):
        # A quote needs no space around it, a placeholder does: `LIKE'{{x}}'`.
        yield from [Fixed(" ")] if template.token(index - 1).kind in ("word", "number") else []
        yield with_type(template, index, slot)
        yield from [Fixed(" ")] if template.token(index + 1).kind in ("word", "number") else []
    else:
        yield slot
