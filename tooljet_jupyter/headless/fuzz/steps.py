"""The steps of a script: what a person does, and what the queries answer meanwhile."""

import json
from dataclasses import dataclass
from typing import Any

from .literal import flat

Json = dict[str, Any]


@dataclass(frozen=True)
class Answering:
    """From now on a query answers in one way."""

    query: str
    mood: str


@dataclass(frozen=True)
class Doing:
    """A person does something with a component."""

    target: str
    kind: str
    # As JSON, so that steps can be compared and kept in sets.
    details: str = "{}"

    @property
    def detail(self) -> Json:
        """What it is done with: the value of a field, the row of a table."""
        return dict(json.loads(self.details))

    @property
    def component(self) -> str:
        """The name of the component, in whichever row it was used."""
        return self.target.partition("@")[0]

    def __str__(self) -> str:
        detail = self.detail
        method = self.kind if self.kind in ("set", "click") else "gesture"
        first = [self.target] if method != "gesture" else [self.target, self.kind]
        if method == "set" and "value" in detail:
            first.append(detail.pop("value"))
        given = [*map(flat, first), *(f"{key}={flat(value)}" for key, value in detail.items())]
        return f"app.{method}({', '.join(given)})"


@dataclass(frozen=True)
class Holding:
    """A query takes its time from now on: its runs wait."""

    query: str


@dataclass(frozen=True)
class Releasing:
    """The runs of a query that wait are answered."""

    query: str


@dataclass(frozen=True)
class Waiting:
    """Time passes."""

    seconds: float


Step = Answering | Doing | Holding | Releasing | Waiting


def doing(target: str, kind: str, **detail: Any) -> Doing:
    """Return something that a person does."""
    return Doing(target, kind, json.dumps(detail, ensure_ascii=False, sort_keys=True))
