"""A column of an answer: its name, what kind of value is in it, whether it can be missing."""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["number", "text", "date", "boolean", "key", "any"]

# What a name says about the values, the first that fits.
NAMES: tuple[tuple[str, Kind], ...] = (
    (r"(^|_)(id|uuid|key|no|number)$", "key"),
    (r"(^|_)(at|on|date|day|month|year|week|due|since|until|opened|closed|created|ordered)$", "date"),
    (r"^(is|has|can)_|^(active|enabled|done|visible|paid|newsletter)$", "boolean"),
    (
        r"(^|_)(total|amount|price|cost|sum|count|quantity|stock|rate|rating|hours|minutes|days|age|score|share|percent"
        r"|average|avg|min|max|revenue|balance|size|length|orders|left|level|salary|latitude|longitude|y)$",
        "number",
    ),
)


@dataclass(frozen=True)
class Column:
    """One column; a key is a number that each row has for itself."""

    name: str
    kind: Kind
    nullable: bool = True


def named(name: str, kind: Kind | None = None, *, nullable: bool = True) -> Column:
    """Return a column, its kind by its name where nothing else is known."""
    found = kind or kind_of(name)
    return Column(name, found, nullable and found != "key")


def kind_of(name: str) -> Kind:
    """Return what kind of value a name promises."""
    # `orderId` and `createdAt` read as `order_id` and `created_at`.
    plain = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
    return next((kind for pattern, kind in NAMES if re.search(pattern, plain)), "text")
