"""Puts values into texts that no other language reads: options, messages, headers."""

import json
import math
from collections.abc import Mapping
from datetime import date, time
from typing import Any

from ..errors import Invalid
from .bindings import OPEN, Binding, parts, sole_expression
from .markers import unmark


def value_of(expression: str, values: Mapping[str, Any]) -> Any:
    """The value of a binding's expression, its mark left aside."""
    expression = unmark(expression).expression
    return values[expression] if expression else None


def fill(value: Any, values: Mapping[str, Any]) -> Any:
    """The JSON value with every template in it filled; a text of one binding takes the value's own type."""
    if isinstance(value, str):
        return fill_text(value, values) if OPEN in value else value
    if isinstance(value, dict):
        return {key: fill(item, values) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [fill(item, values) for item in value]
    return value


def fill_text(text: str, values: Mapping[str, Any]) -> Any:
    expression = sole_expression(text)
    if expression is not None:
        return value_of(expression, values)
    return interpolate(text, values)


def interpolate(text: str, values: Mapping[str, Any]) -> str:
    """The text with every value put in as text, whatever its type."""
    return "".join(
        as_text(value_of(part.expression, values)) if isinstance(part, Binding) else part for part in parts(text)
    )


def fill_header(text: str, values: Mapping[str, Any]) -> str:
    """The value of a header, refused where it would begin another line."""
    filled = interpolate(text, values)
    if any(character in filled for character in "\r\n\0"):
        raise Invalid("A header holds no line break", header=text)
    return filled


def as_text(value: Any) -> str:
    """How a value reads inside a text: undefined is nothing, lists and objects are JSON."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, (dict, list, tuple)):
        return as_json(value)
    return plain(value)


def number_text(value: float) -> str:
    """A number as JavaScript writes it: 1, not 1.0."""
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return str(int(value)) if value.is_integer() and abs(value) < 1e21 else repr(value)


def plain(value: Any) -> str:
    """Dates in ISO form, anything else as Python writes it."""
    return value.isoformat() if isinstance(value, (date, time)) else str(value)


def as_json(value: Any) -> str:
    """The value as JSON text; what JSON has no form for becomes a text, and numbers it lacks become null."""
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=plain)
    except ValueError:
        return json.dumps(finite(value), ensure_ascii=False, separators=(",", ":"), default=plain)


def finite(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, dict):
        return {key: finite(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [finite(item) for item in value]
    return value
