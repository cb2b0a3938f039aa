"""One step and what came of it: the page before and after, the runs of queries in between."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ...errors import ToolJetError
from ..seen import Seen
from .facts import Facts
from .steps import Doing, Step

Json = dict[str, Any]


@dataclass(frozen=True)
class Run:
    """One run of a query: what was sent, by expression, and whether it was told to fail."""

    query: str
    values: Json
    failed: bool


@dataclass(frozen=True)
class Look:
    """What there is to see at one moment."""

    page: str
    seen: Seen
    errors: tuple[Any, ...]
    alerts: tuple[Any, ...]

    @property
    def outline(self) -> str:
        """The page as an outline."""
        return str(self.seen)


@dataclass
class Round:
    """A step with all that belongs to it."""

    facts: Facts
    step: Step | None
    before: Look | None
    after: Look
    runs: list[Run]
    # What stood in the fields that a write reads, per query, when the person acted.
    typed: dict[str, Json] = field(default_factory=dict)
    # Whether it was done again while its query was running.
    doubled: bool = False
    # The queries that had run before.
    ran_before: frozenset[str] = frozenset()
    last: Step | None = None
    # The page before the queries were held back whose answers come now.
    held_since: Look | None = None
    # Evaluates an expression of the app.
    read: Callable[[str], Any] = lambda _: None

    @property
    def place(self) -> str:
        """The component that a person used, now or just before."""
        acted = next((step for step in (self.step, self.last) if isinstance(step, Doing)), None)
        return acted.component if acted else ""

    def words(self) -> Iterator[tuple[str, str]]:
        """Yield every text on the page with the component that shows it, if that is known; typed ones are left out."""
        for owner, part in owned(self.after.seen):
            # An error says in its own words what the log says, too.
            if part.role == "alert":
                continue
            typed = part.role in TYPED
            for text in (part.name, "" if typed else part.value, *part.children):
                if isinstance(text, str) and text:
                    yield self.facts.name(owner), text

    def shown_by(self, words: str) -> str:
        """Return the component among whose values some words are; plain texts do not say whose they are."""
        values = "(({id, children, data, ...shown}) => JSON.stringify(shown))"
        code = f"Object.keys(components).find(name => {values}({{...components[name]}}).includes({json.dumps(words)}))"
        try:
            return str(self.read(code) or "")
        except ToolJetError:
            # A value of the app that JSON cannot hold.
            return ""

    def fed_failures(self) -> list[str]:
        """Return the queries whose failure is shown where their data would be, be it in a tab behind another."""
        found: list[str] = self.read(
            "Object.keys(components).flatMap(name => components[name].supply?.failure?.query ?? [])"
        )
        return found

    def new_errors(self) -> tuple[Any, ...]:
        """Return what the log says since the step."""
        return self.after.errors[len(self.before.errors) if self.before else 0 :]

    def new_alerts(self) -> list[Any]:
        """Return the messages that were not there before the step, or before what waits now was begun."""
        before = self.held_since or self.before
        return [alert for alert in self.after.alerts if not before or alert not in before.alerts]

    def failures(self) -> set[str]:
        """Return the messages of the failures that queries were told to answer with."""
        return {f"{name} could not be reached" for name in self.facts.answers}

    def succeeded(self) -> bool:
        """Say whether some write went well."""
        return any(not run.failed and self.facts.answers[run.query].writing for run in self.runs)


# What a person typed stands in these.
TYPED = ("textbox", "searchbox", "spinbutton", "combobox")


def owned(seen: Seen, owner: str = "") -> Iterator[tuple[str, Seen]]:
    """Yield a part of the page and everything in it, each with the instance that it belongs to."""
    mine = seen.instance or owner
    yield mine, seen
    for child in seen.children:
        if isinstance(child, Seen):
            yield from owned(child, mine)
