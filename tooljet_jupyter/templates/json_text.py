"""Puts values into templates that are JSON text, so that no value can change the structure.

Inside a quoted string a value becomes part of that string; outside one it becomes one whole JSON value.
Two cases look at the template: a text that is one binding is the document itself (a string that holds an
object or a list is read as JSON), and `{{JSON.stringify(…)}}` outside a string is the value that was made
into a string.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from ..errors import BadTemplate, Invalid
from .bindings import Binding, parts, sole_expression
from .fill import as_json, as_text, value_of

STRING_MARK = re.compile(r'\\.|"', re.DOTALL)


class RepeatedKeyError(ValueError):
    """A key that stands twice in one object."""


def fill_json_text(text: str, values: Mapping[str, Any]) -> Any:
    """The JSON document that the template describes, with the values in it."""
    expression = sole_expression(text)
    if expression is not None:
        value = value_of(expression, values)
        return document(value) if isinstance(value, str) else value
    return read(filled(text, values), text)


def document(value: str) -> Any:
    """A string that holds an object or a list as what it holds; any other string as it is."""
    if not value.lstrip().startswith(("{", "[")):
        return value
    try:
        return json.loads(value)
    except ValueError as error:
        raise Invalid(f"The value is not JSON: {error}") from error


def filled(text: str, values: Mapping[str, Any]) -> str:
    pieces: list[str] = []
    in_string = False
    for part in parts(text):
        if isinstance(part, Binding):
            value = value_of(part.expression, values)
            # The spaces keep a number from growing together with a digit beside it.
            pieces.append(escaped(value) if in_string else f" {encoded(part.expression, value)} ")
        else:
            pieces.append(part)
            in_string ^= sum(mark == '"' for mark in STRING_MARK.findall(part)) % 2 == 1
    return "".join(pieces)


def escaped(value: Any) -> str:
    return json.dumps(as_text(value), ensure_ascii=False)[1:-1]


def encoded(expression: str, value: Any) -> str:
    if isinstance(value, str) and expression.startswith("JSON.stringify("):
        value = document(value)
    return as_json(value)


def read(filled_text: str, template: str) -> Any:
    try:
        return json.loads(filled_text, object_pairs_hook=unique)
    except RepeatedKeyError as error:
        raise Invalid(f"The key {error} stands twice in one object", key=str(error)) from error
    except json.JSONDecodeError as error:
        raise BadTemplate(
            f"The text is not JSON once its values are in: {error.msg} in line {error.lineno}", text=template
        ) from error


def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise RepeatedKeyError(next(name for name in names if names.count(name) > 1))
    return found
