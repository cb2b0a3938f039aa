"""Why a value is what it is, to be read: the binding, what that depends on, and what changed it last."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from .records import moment

Json = dict[str, Any]
LONGEST = 160


@dataclass(frozen=True)
class Cause:
    """What happened when a value changed the last time."""

    event: str
    time: datetime


@dataclass(frozen=True)
class Why:
    """One value and where it comes from; printed, it is an outline to read.

    Examples
    --------
    >>> app.why("title.text")
    title.text is "12 orders"
      its binding: {{queries.orders.data.length}} orders
      last changed by the answer of orders, after search.onChange (09:00:00)
      - queries.orders.data is [{"id":1,…
    """

    name: str
    value: Any
    binding: str | None
    is_set: bool
    changed: Cause | None
    inputs: tuple["Why", ...]

    def find(self, name: str) -> "Why | None":
        """Return one of the values it depends on, at any depth."""
        for found in self.inputs:
            deeper = found if found.name == name else found.find(name)
            if deeper:
                return deeper
        return None

    def __str__(self) -> str:
        return "\n".join(self._lines("", ""))

    __repr__ = __str__

    def _lines(self, indent: str, bullet: str) -> Iterator[str]:
        yield f"{indent}{bullet}{self.name} is {shown(self.value)}"
        inner = f"{indent}{' ' * len(bullet)}  "
        if self.binding is not None:
            # What was set by hand or by an action holds until the binding says something else.
            yield f"{inner}its binding{' (set past it)' if self.is_set else ''}: {self.binding}"
        if self.changed:
            yield f"{inner}last changed by {self.changed.event} ({self.changed.time:%H:%M:%S})"
        for found in self.inputs:
            yield from found._lines(inner, "- ")


def explained(raw: Json) -> Why:
    """Return what the engine says about a value."""
    changed = raw.get("changed")
    return Why(
        name=raw["name"],
        value=raw.get("value"),
        binding=raw.get("binding"),
        is_set=raw.get("isSet", False),
        changed=Cause(changed["event"], moment(changed["time"])) if changed else None,
        inputs=tuple(explained(found) for found in raw["inputs"]),
    )


def shown(value: Any) -> str:
    """Return a value as text that fits a line."""
    text = msgspec.json.encode(value).decode()
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}… ({len(text):,} characters)"
