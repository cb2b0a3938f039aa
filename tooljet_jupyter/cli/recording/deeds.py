"""What a person did, read from what components were told: typed letters are one value, a double click is one click."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ...wire.recordings import Step
from .rules import RULES, SETTINGS, Json, Rule

# Said beside what was done: where the pointer was, who had the focus, what was searched in a menu.
BESIDE = {"onHover", "onRowHovered", "onFocus", "onBlur", "onSearchTextChanged"}
INNER = {"$touched", "hoveredRowId", "selectedCell"}
# These follow the value that was put in, which says it all.
VALUE_EVENTS = {"onChange", "onSelect"}
# Letter by letter; the last one says it all.
GROWING = {"set", "search", "filter"}
# After these a table has no changes.
CHANGES_END = {"onBulkUpdate", "onCancelChanges"}
# What one movement of a person's hand leads to is told within this.
AT_ONCE_SECONDS = 0.05
# Two clicks on one row within so many seconds were one double click.
DOUBLE_CLICK_SECONDS = 0.6


@dataclass(frozen=True)
class Part:
    """A component as a recording refers to it."""

    name: str
    type: str
    props: Json = field(default_factory=dict)


@dataclass
class Deed:
    """One thing that a person did, and what was there to see for it."""

    verb: str
    target: str
    detail: Json = field(default_factory=dict)
    seconds: float = 0.0
    answers: list[bool] = field(default_factory=list)
    alerts: list[str] = field(default_factory=list)
    shown: dict[str, Json] = field(default_factory=dict)
    until: float = 0.0
    """When the last of it was there to see."""
    runs: list[Step] = field(default_factory=list)
    """The queries that answered meanwhile."""


class Reader:
    """Reads steps in their order."""

    def __init__(self, parts: Mapping[str, Part]) -> None:
        self.parts = parts
        self.start: Json = {}
        self.thrown_away = 0
        """How many deeds ended with a page that was loaded again."""
        self.begin()

    def begin(self) -> None:
        """Begin with a page on which nobody has done anything."""
        self.deeds = [Deed("open", "")]
        # Values that wait for their event.
        self.told: dict[str, Json] = {}
        # What a table's changes, and the fields that a form made, were before.
        self.kept: dict[str, Json] = {}

    def read(self, steps: Iterable[Step]) -> list[Deed]:
        """Return the deeds, the opening of the page first."""
        for step in steps:
            if step.kind in ("alert", "state"):
                self.deeds[-1].until = step.seconds
            getattr(self, f"read_{step.kind}")(step)
        return self.deeds

    def read_start(self, step: Step) -> None:
        """Keep on which screen and when; a page that is loaded again knows nothing of what was done before."""
        self.thrown_away += len(self.deeds) - 1
        self.start = dict(step.values or {})
        self.begin()

    def read_run(self, step: Step) -> None:
        """Take in the answer of a query."""
        self.deeds[-1].runs.append(step)

    def read_set(self, step: Step) -> None:
        """Take in new values of a component: a field's are a deed, those of others wait for their event."""
        values = {key: value for key, value in dict(step.values or {}).items() if key not in INNER}
        part = self.part(step.name)
        for key in ("value", "values"):
            if key in values and part.type != "Chart":
                self.put(Deed("set", self.target(step.name), {"value": values[key]}, step.seconds))
                return
        if "$made" in values:
            self.made(step, values["$made"])
        elif (part.type, *values) in SETTINGS:
            verb, key = SETTINGS[(part.type, *values)]
            self.put(Deed(verb, self.target(step.name), {key: values[key]}, step.seconds))
        elif values:
            self.told.setdefault(step.name, {}).update(values)

    def read_fire(self, step: Step) -> None:
        """Take in an event."""
        last = self.deeds[-1]
        if step.event in BESIDE:
            return
        if step.event in VALUE_EVENTS and last.verb in ("set", "edit") and last.target == self.target(step.name):
            return
        told, detail = self.told.pop(step.name, {}), dict(step.values or {})
        rule = RULES.get((self.part(step.name).type, step.event), plain(step.event))
        told["changesBefore"] = self.kept.get(step.name, {})
        if step.event in CHANGES_END or "changeSet" in told:
            self.kept[step.name] = told.get("changeSet", {})
        if found := rule(told, detail):
            verb, said = found
            self.put(Deed(verb, self.target(step.name), said, step.seconds))

    def read_page(self, step: Step) -> None:
        """Take in a page that was chosen."""
        self.put(Deed("goto", step.name, seconds=step.seconds))

    def read_answer(self, step: Step) -> None:
        """Take in the answer to a question."""
        self.deeds[-1].answers.append(bool(step.values))

    def read_alert(self, step: Step) -> None:
        """Take in a message."""
        self.deeds[-1].alerts.append(str(step.values))

    def read_state(self, step: Step) -> None:
        """Take in what a component shows now."""
        self.deeds[-1].shown.setdefault(step.name, {}).update(step.values or {})

    def put(self, deed: Deed) -> None:
        """Add a deed, or let it take the place of the one that it goes on with."""
        last = self.deeds[-1]
        if last.verb == "select" and last.target == deed.target and deed.seconds - last.seconds < AT_ONCE_SECONDS:
            # A click on a row or its button, and an edit, select the row on the way.
            self.deeds.pop()
            last = self.deeds[-1]
        same = (deed.verb, deed.target) == (last.verb, last.target)
        if same and deed.verb in GROWING and deed.detail.get("field") == last.detail.get("field"):
            last.detail, last.seconds = deed.detail, deed.seconds
        elif same and deed.detail == last.detail and deed.seconds - last.seconds < DOUBLE_CLICK_SECONDS:
            return
        else:
            self.deeds.append(deed)

    def part(self, instance: str) -> Part:
        """Return the component of an instance."""
        key = instance.partition("@")[0]
        return self.parts.get(key) or Part(key, "")

    def target(self, instance: str) -> str:
        """Return an instance by the name that its builder gave it."""
        _, at, rows = instance.partition("@")
        return f"{self.part(instance).name}{at}{rows}"

    def made(self, step: Step, made: Json) -> None:
        """Take in the fields that a form made itself: those whose values are new."""
        before = self.kept.get(step.name)
        values = dict(made.get("values") or {})
        self.kept[step.name] = values
        for name, value in values.items() if before is not None else ():
            if before is not None and before.get(name) != value:
                self.put(Deed("set", self.target(step.name), {"field": name, "value": value}, step.seconds))


def plain(event: str) -> Rule:
    """Return the rule of an event that has no word of its own: a click, or the event as it was."""

    def rule(told: Json, detail: Json) -> tuple[str, Json]:
        if event == "onClick" and not detail:
            return "click", {}
        return "fire", {"event": event, "detail": detail}

    return rule
