"""One app and one script of events, and the words to write them with."""

from dataclasses import dataclass, field
from typing import Any

from tests.browser.differential.parts import control, part

Json = dict[str, Any]
Step = tuple[str, str, Json]


@dataclass
class Case:
    """One app and one script of events."""

    definition: Json
    steps: list[Step]
    answers: dict[str, Json] = field(default_factory=dict)
    device: str = "desktop"


def step(target: str, kind: str, **detail: Any) -> Step:
    """Return one step of a script."""
    return target, kind, detail


def told(*targets: str) -> list[Step]:
    """Return clicks on buttons, which tell components to change."""
    return [step(target, "click") for target in targets]


def switch(name: str, component: str, action: str, **params: Any) -> Json:
    """Return a button that tells a component to do something."""
    return part("Button", name, control("onClick", component, action, **params), text=name)
