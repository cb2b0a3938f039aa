"""Decides for every binding of a statement whether a value may stand there, and says what to do where not."""

from collections.abc import Iterator, Sequence

from ...errors import BadTemplate
from . import lexical, positions
from .pieces import Direction, Fixed, Identifier, Items, Piece, Text, Value
from .template import Template, advice


def refuse_question_marks(template: Template) -> None:
    """Refuse a `?` of the template's own where the driver's placeholders are question marks."""
    if template.dialect.style != "qmark":
        return
    if any(token.kind == "other" and token.text == "?" for token in template.tokens):
        raise BadTemplate("A ? outside a text is a parameter of its own: write a binding instead")


def refuse_places(template: Template, found: Sequence[Piece]) -> None:
    """Refuse the first binding that stands where the language takes no value."""
    slots = [index for index, slot in sorted(template.slots.items()) if isinstance(slot, (Value, Text))]
    probe = "".join(probes(found))
    refused = positions.refusals(probe, template.dialect.sqlglot, len(slots))
    if refused is None:
        refused = lexical.refusals(template.tokens, {index: number for number, index in enumerate(slots)})
    for number, place in sorted(refused.items()):
        raise template.refusal(slots[number], reason(place, template.bindings[slots[number]].expression))


def probes(found: Sequence[Piece]) -> Iterator[str]:
    """The statement with a numbered call in place of each value, for the parser."""
    calls = positions.calls()
    for piece in found:
        if isinstance(piece, Items):
            elements = (e.sql if isinstance(e, Fixed) else next(calls) for e in piece.elements)
            yield f"{piece.opening}{', '.join(elements)})"
        elif isinstance(piece, Fixed):
            yield piece.sql
        elif isinstance(piece, Identifier):
            yield "tj_name"
        else:
            yield "ASC" if isinstance(piece, Direction) else next(calls)


def reason(place: str, expression: str) -> str:
    """The sentence for a place, with what to write instead."""
    if place == positions.WHOLE:
        return "a binding cannot be a whole statement. Write the SQL here and bind its values"
    if place == positions.NO_VALUES or place in lexical.NO_VALUES:
        return "this kind of statement takes no values. Write them into the SQL"
    if place == positions.A_TABLE:
        return f"a table's name stands here, not a value. {advice(expression)}"
    if place == positions.A_NAME:
        return f"a name or keyword stands here, not a value. {advice(expression)}"
    return f"{place} takes a name, not a value. {advice(expression)}"
