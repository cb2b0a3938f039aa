"""Columns of the list: how wide they are and how their values are written."""

from collections.abc import Sequence
from typing import Any

from ...components.generated import Column, Option
from .shape import Field
from .words import fixed, spoken

SHOWN = 12
SIZES = {
    "number": 120, "digits": 150, "boolean": 100, "date": 130, "moment": 180, "zoned": 180, "time": 110, "choice": 140,
    "reference": 190, "json": 220, "uuid": 200, "binary": 110, "long": 260, "other": 160,
}  # fmt: skip


def columns(fields: Sequence[Field]) -> list[Column]:
    """Return the columns; of a wide table the first dozen is shown, the rest can be called up."""
    return [column(field, visible=place < SHOWN) for place, field in enumerate(fields)]


def column(field: Field, *, visible: bool) -> Column:
    """Return one column."""
    more: dict[str, Any] = {}
    if field.plain == "number" and field.type.places:
        more["decimal_places"] = field.type.places
    if field.kind == "choice":
        more["options"] = [Option(label=fixed(spoken(name)), value=fixed(name)) for name in field.choices]
        more["auto_assign_colors"] = True
    if field.kind == "binary":
        more["transformation"] = "{{cellValue === null ? '' : `${Number(cellValue).toLocaleString()} bytes`}}"
    return Column(
        id=field.name,
        name=fixed(field.label),
        key=fixed(field.shown),
        type=kind(field),
        size=size(field),
        visible=visible,
        date_format="",
        **more,
    )


def kind(field: Field) -> Any:
    """Return how the table draws a column."""
    if field.labelled:
        return "string"
    kinds = {"boolean": "boolean", "choice": "select", "json": "json", "date": "datepicker", "moment": "datepicker",
             "zoned": "datepicker", "number": "number", "digits": "number"}  # fmt: skip
    return kinds.get(field.plain, "string")


def size(field: Field) -> int:
    """Return how wide a column is: by its kind, and by its title where that is longer."""
    by_kind = SIZES.get(field.kind)
    if field.key and field.number and field.kind != "reference":
        by_kind = 90
    if by_kind is None:
        by_kind = min(280, max(140, (field.type.length or 24) * 7))
    return max(by_kind, len(field.label) * 8 + 44)
