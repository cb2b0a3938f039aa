"""What the place of a value says about its type: `DATE '{{day}}'`, `{{tags}}::jsonb`, `{{x}} IS NULL`."""

from dataclasses import replace

from .items import Taken
from .pieces import Fixed, Text, Value
from .template import Template

UNITS = frozenset(
    {
        "YEAR",
        "MONTH",
        "WEEK",
        "DAY",
        "HOUR",
        "MINUTE",
        "SECOND",
        "YEARS",
        "MONTHS",
        "WEEKS",
        "DAYS",
        "HOURS",
        "MINUTES",
        "SECONDS",
    }
)
JSON_TYPES = frozenset({"JSON", "JSONB"})


def typed_literal(template: Template, index: int) -> Taken | None:
    """`DATE '{{x}}'` as `CAST(? AS DATE)`: a type before a value is only for literals, not for parameters."""
    word = template.tokens[index].text
    if template.tokens[index].kind != "word" or word.lower() not in template.dialect.typed_literals:
        return None
    place = template.beside(index, 1)
    slot = None if place is None else template.slots.get(place)
    if place is None or not isinstance(slot, (Value, Text)):
        return None
    refuse_unit(template, place, word)
    if isinstance(slot, Value) and word.upper() in JSON_TYPES:
        slot = replace(slot, json=True)
    return place + 1, [Fixed("CAST("), slot, Fixed(f" AS {word})")]


def refuse_unit(template: Template, place: int, word: str) -> None:
    unit = template.token(template.beside(place, 1)).text
    if word.upper() == "INTERVAL" and unit.upper() in UNITS:
        expression = template.bindings[place].expression
        raise template.refusal(
            place,
            "INTERVAL takes a literal before its unit, not a value. "
            f"Write {{{{{expression}}}}} * INTERVAL '1 {unit.lower()}'",
        )


def with_type(template: Template, index: int, slot: Value | Text) -> Value | Text:
    """The slot, with what its place says about the type of its value."""
    if isinstance(slot, Value) and cast_to_json(template, index):
        return replace(slot, json=True)
    return replace(slot, untyped=True) if is_untyped(template, index) else slot


def cast_to_json(template: Template, index: int) -> bool:
    """Whether the slot is that of `{{x}}::jsonb` or `CAST({{x}} AS jsonb)`."""
    after = template.beside(index, 1)
    mark = template.token(after)
    if after is None or template.token(template.beside(after, 1)).word not in JSON_TYPES:
        return False
    return mark.text == "::" or mark.word == "AS" and template.token(template.beside(index, -1)).text == "("


def is_untyped(template: Template, index: int) -> bool:
    """Whether nothing around the slot tells the database the type of its value."""
    known = template.dialect.untyped_places
    after = template.beside(index, 1)
    if not known or template.token(after).text not in ("", ",", ")") and template.token(after).word != "IS":
        return False
    if after is not None and template.token(after).word == "IS":
        return template.token(template.beside(after, 1)).word in ("NULL", "NOT")
    return template.token(template.beside(index, -1)).text in ("(", ",") and function(template, index) in known


def function(template: Template, index: int) -> str:
    """The function among whose arguments the token stands, in small letters."""
    depth = 0
    for place in range(index - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(template.tokens[place].text, 0)
        if depth < 0:
            return template.token(template.beside(place, -1)).word.lower()
    return ""
