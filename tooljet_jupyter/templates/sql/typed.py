"""Values with a type beside them: `DATE '{{day}}'`, and `{{tags}}::jsonb`."""

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


def with_json(template: Template, index: int, slot: Value) -> Value:
    """The slot of `{{x}}::jsonb` or `CAST({{x}} AS jsonb)`, whose lists are JSON and not arrays."""
    after = template.beside(index, 1)
    if after is None or template.token(after).text != "::" and template.token(after).word != "AS":
        return slot
    kind = template.token(template.beside(after, 1)).word
    is_cast = template.token(after).text == "::" or template.token(template.beside(index, -1)).text == "("
    return replace(slot, json=True) if is_cast and kind in JSON_TYPES else slot
