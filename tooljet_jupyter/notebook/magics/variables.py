"""Variables of the notebook as values of `{{ }}` in SQL: what they hold is bound, never pasted."""

import math
from collections.abc import Iterable, KeysView, Mapping, ValuesView
from datetime import date, datetime, time
from decimal import Decimal
from difflib import get_close_matches
from enum import Enum
from types import ModuleType
from typing import Any
from uuid import UUID

from ...errors import Invalid
from ...templates.bindings import OPEN
from ...templates.javascript import plain_path
from ...templates.query import query_bindings

CLOSE = "}}"
# What pandas and numpy hold where there is no value.
MISSING = frozenset({"NAType", "NaTType"})
LISTS = (list, tuple, set, frozenset, range, KeysView, ValuesView)
KINDS = "Text, numbers, truths, dates, UUIDs, lists of these and columns of a DataFrame can be bound"


def values(sql: str, variables: Mapping[str, Any]) -> dict[str, Any]:
    """Return a value for each expression in the braces of SQL.

    Raises
    ------
    BadTemplate
        A `{{ }}` does not close.
    Invalid
        A variable is missing, holds what no database takes, or an expression is more than a name and a path.
    """
    found = {expression: path_of(expression) for expression in query_bindings({"query": sql})}
    missing = sorted({str(path[0]) for path in found.values() if path[0] not in variables})
    if missing:
        raise Invalid(f"{unknown(missing)}{hint(missing, variables)}", names=missing)
    return {
        expression: bindable(reached(variables, path, expression), expression) for expression, path in found.items()
    }


def path_of(expression: str) -> tuple[str | int, ...]:
    """Return the steps of an expression: a variable, and what in it."""
    path = plain_path(expression)
    if path is None:
        raise Invalid(
            f"{braced(expression)} is more than a name. Give the value a name in a cell before, "
            f"value = {expression}, and write {braced('value')}",
            expression=expression,
        )
    return path


def reached(variables: Mapping[str, Any], path: tuple[str | int, ...], expression: str) -> Any:
    """Return what is at the end of a path: keys and positions first, attributes otherwise."""
    value = variables[str(path[0])]
    for step in path[1:]:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            if not isinstance(step, str) or not hasattr(value, step):
                raise Invalid(
                    f"{braced(expression)}: there is no {step!r} in a {type(value).__name__}", expression=expression
                ) from None
            value = getattr(value, step)
    return value


def bindable(value: Any, name: str) -> Any:
    """Return a value as JSON carries it to the server.

    Raises
    ------
    Invalid
        No database takes such a value; the message names it and its type.
    """
    if value is None or type(value).__name__ in MISSING:
        return None
    if isinstance(value, Enum):
        return bindable(value.value, name)
    if isinstance(value, str | bool):
        return str(value) if isinstance(value, str) else value
    if isinstance(value, int | float | Decimal):
        return number(value, name)
    if isinstance(value, date | time):
        # As SQL writes it: databases without a type for dates compare texts.
        return value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): bindable(item, f"{name}[{key!r}]") for key, item in value.items()}
    if isinstance(value, LISTS):
        return listed(value, name)
    return foreign(value, name)


def number(value: float | Decimal, name: str) -> Any:
    """Return a number; an exact one as a number where that loses nothing, else as text."""
    if isinstance(value, int):
        return int(value)
    if value != value:  # Only what is no number differs from itself.
        return None
    if abs(value) == math.inf:
        raise Invalid(f"{braced(name)} is infinite, and no number of a database is", name=name)
    if isinstance(value, float):
        return float(value)
    return float(value) if Decimal(repr(float(value))) == value else str(value)


def listed(value: Iterable[Any], name: str) -> list[Any]:
    """Return a list; a wrong element is named by its place."""
    return [bindable(item, f"{name}[{place}]") for place, item in enumerate(value)]


def foreign(value: Any, name: str) -> Any:
    """Return a value of numpy, pandas or polars: one of them, or a column."""
    kind = type(value)
    if hasattr(value, "columns") and hasattr(value, "__getitem__"):
        raise refused(value, name, f"Name one of its columns, such as {braced(f'{name}.{column(value)}')}")
    if kind.__module__.partition(".")[0] == "numpy" and getattr(value, "ndim", 1) == 0:
        return bindable(moment(value) if hasattr(value, "astype") else value.item(), name)
    for method in ("to_list", "tolist"):
        if hasattr(value, method):
            return bindable(getattr(value, method)(), name)
    raise refused(value, name, KINDS)


def moment(value: Any) -> Any:
    """Return a scalar of numpy as Python's; its dates are counts of nanoseconds unless they are made coarser."""
    return value.astype("datetime64[us]").item() if value.dtype.kind == "M" else value.item()


def column(frame: Any) -> str:
    """Return the name of a column that can be written after a dot."""
    names = [str(name) for name in frame.columns]
    return next((name for name in names if name.isidentifier()), "column")


def refused(value: Any, name: str, advice: str) -> Invalid:
    """Return the error for a value that no database takes."""
    kind = "module" if isinstance(value, ModuleType) else "function" if callable(value) else type(value).__name__
    return Invalid(f"{braced(name)} is a {kind}, which cannot be bound. {advice}", name=name, type=kind)


def unknown(names: list[str]) -> str:
    """Return the sentence about variables that are not there."""
    if len(names) == 1:
        return f"There is no variable {names[0]} in this notebook"
    return f"There are no variables {', '.join(names[:-1])} and {names[-1]} in this notebook"


def hint(names: list[str], variables: Mapping[str, Any]) -> str:
    """Return what a missing variable may have been meant to be."""
    mine = [name for name in variables if not name.startswith("_")]
    near = [found for name in names for found in get_close_matches(name, mine, n=1)]
    return f"; did you mean {' and '.join(near)}?" if near else ""


def braced(expression: str) -> str:
    """Return an expression as it stands in SQL."""
    return f"{OPEN}{expression}{CLOSE}"
