"""Finds `IN ({{list}})` and `IN {{list}}`, where a list stands for its elements."""

from .pieces import Fixed, Items, Piece, Text, Value
from .template import Template

Taken = tuple[int, list[Piece]]


def items(template: Template, index: int) -> Taken | None:
    """The list that begins at a token with IN or NOT IN, and the index after it."""
    place, negated = index, template.tokens[index].word == "NOT"
    if negated:
        after = template.beside(index, 1)
        place = index if after is None else after
    if template.token(place).word != "IN":
        return None
    first = template.beside(place, 1)
    if first is None:
        return None
    slot = template.slots.get(first)
    if isinstance(slot, (Value, Text)):
        return first + 1, [Items((slot,), negated)]
    return bracketed(template, first, negated=negated)


def bracketed(template: Template, opening: int, *, negated: bool) -> Taken | None:
    """The elements of a bracket that holds only bindings, numbers and texts, and at least one binding."""
    if template.token(opening).text != "(":
        return None
    elements: list[Fixed | Value | Text] = []
    index: int | None = opening
    while template.token(index).text in ("(", ","):
        place = template.beside(index or 0, 1)
        found = element(template, place)
        if found is None or place is None:
            return None
        elements.append(found)
        index = template.beside(place, 1)
    if index is None or template.token(index).text != ")" or all(isinstance(e, Fixed) for e in elements):
        return None
    return index + 1, [Items(tuple(elements), negated)]


def element(template: Template, index: int | None) -> Fixed | Value | Text | None:
    if index is None:
        return None
    slot = template.slots.get(index)
    if isinstance(slot, (Value, Text)):
        return slot
    token = template.tokens[index]
    return Fixed(token.text) if slot is None and token.kind in ("number", "string") else None
