"""What a person can do now: every legal gesture that could matter, with the values that are worth a try."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from . import values
from .facts import Facts
from .steps import Doing

if TYPE_CHECKING:
    from .session import Session

Json = dict[str, Any]

# Gestures that only look, or that another one does as well.
IDLE = {"type", "hover", "focus", "blur", "dismiss", "unfold", "download", "show", "zoom", "rotate", "pageSize", "open"}
# Types that take clicks and do nothing with them unless a handler is there.
PLAIN = {"Text", "Icon", "Image", "Statistics", "Link", "Html", "Chart"}
# Keys in fields do nothing unless this is handled.
ENTER = "onEnterPressed"
# So many values of a list are worth a try: the first ones, and the last.
FEW = 4


@dataclass(frozen=True)
class Choice:
    """One gesture, and what it can be made with, the best first."""

    target: str
    kind: str
    details: tuple[Json, ...]

    def step(self, number: int) -> Doing:
        """Return the gesture with one of its details."""
        detail = self.details[number % len(self.details)]
        return Doing(self.target, self.kind, json.dumps(detail, ensure_ascii=False, sort_keys=True))


def choices(session: "Session") -> list[Choice]:
    """Return what a person could do now, in the order of the page."""
    return [choice for one in session.gestures() if (choice := choice_of(one, session.facts))]


def choice_of(possible: Json, facts: Facts) -> Choice | None:
    """Return a gesture with its values, or None where it cannot matter."""
    target, kind = possible["target"], possible["kind"]
    component = facts.components.get(target.partition("@")[0])
    if idle(kind, component):
        return None
    props = facts.props(component["name"]) if component else {}
    options = {key: candidates(asked, props) for key, asked in possible["detail"].items()}
    if not all(options.values()):
        return None
    count = max((len(found) for found in options.values()), default=1)
    details = [{key: found[place % len(found)] for key, found in options.items()} for place in range(count)]
    return Choice(target, kind, tuple(details))


def idle(kind: str, component: Json | None) -> bool:
    """Say whether a gesture cannot matter."""
    events = {event.get("eventId") for event in component["events"]} if component else set()
    if component and component["type"] == "ModalV2":
        return False
    if component and component["type"] in PLAIN and kind == "click":
        return not events
    return (kind in IDLE) or (kind == "press" and ENTER not in events)


def candidates(asked: Json, props: Json) -> Sequence[Any]:
    """Return the values that one entry of a gesture's detail can have, the best first."""
    if "choices" in asked:
        found = asked["choices"]
        return found if len(found) <= FEW else [*found[: FEW - 1], found[-1]]
    kind = asked["type"]
    if kind == "text":
        return values.texts(props)
    if kind == "number":
        return values.numbers(props)
    if kind == "date":
        return values.dates(props)
    return [True, False] if kind == "boolean" else []
