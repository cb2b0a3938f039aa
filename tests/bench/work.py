"""What a work is: a name, a unit, a goal, and how it is measured."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from tests.bench.bench import Bench

SIGNS = {"most": "≤", "least": "≥"}


@dataclass(frozen=True)
class Goal:
    """A limit for the value itself, for its ratio to the yardstick, or for what it is more than it."""

    of: Literal["value", "ratio", "difference"]
    at: Literal["most", "least"]
    limit: float

    def __str__(self) -> str:
        name = "" if self.of == "value" else f"{self.of} "
        return f"{name}{SIGNS[self.at]} {self.limit:g}"

    def met(self, reading: "Reading") -> bool:
        """Say whether a reading is within the limit."""
        found = {"value": reading.value, "ratio": reading.ratio, "difference": reading.difference}[self.of]
        if found is None:
            return False
        return found <= self.limit if self.at == "most" else found >= self.limit


@dataclass(frozen=True)
class Reading:
    """What was measured, and the yardstick in the same minute."""

    value: float
    yardstick: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """How many yardsticks the value is."""
        return self.value / self.yardstick if self.yardstick else None

    @property
    def difference(self) -> float | None:
        """How much more than the yardstick the value is."""
        return None if self.yardstick is None else self.value - self.yardstick


@dataclass(frozen=True)
class Work:
    """One thing that should be fast; without a goal it is only told."""

    name: str
    sentence: str
    unit: str
    goal: Goal | None
    yardstick: str | None
    measure: "Callable[[Bench], Reading]"

    def row(self, reading: Reading) -> dict[str, Any]:
        """Return what is written down about a reading."""
        return {
            "name": self.name,
            "value": round(reading.value, 3),
            "unit": self.unit,
            "yardstick": self.yardstick,
            "yardstick_value": None if reading.yardstick is None else round(reading.yardstick, 3),
            "ratio": None if reading.ratio is None else round(reading.ratio, 3),
            "goal": None if self.goal is None else str(self.goal),
            "met": None if self.goal is None else self.goal.met(reading),
        }
