"""One run of an app: steps are done, looked at, and judged; the app is a fresh one each time."""

import re
from typing import Any, Protocol

from ...errors import Invalid, ToolJetError
from ..app import HeadlessApp
from ..seen import Seen
from .answers import NETWORK
from .endless import CUT, Endless, Guard, circle, cut_off
from .facts import Facts
from .findings import Finding
from .oracles import findings
from .round import Look, Round, Run
from .steps import Answering, Doing, Holding, Releasing, Step, Waiting

Json = dict[str, Any]
# What an app may still do by itself after a write: a message first, the list a moment later.
MOMENT_SECONDS = 3.0
# Warnings that mean that nothing happened where something was meant to.
REFUSED = re.compile(r"cannot be opened|has no action|cannot be assigned")


class Opener(Protocol):
    """Makes a fresh app."""

    def __call__(self, *, device: str, page: str | None) -> HeadlessApp:
        """Return an app that has not loaded its page yet."""


class Session:
    """A fresh app, what was done with it, and what was wrong."""

    def __init__(self, opener: Opener, facts: Facts, *, device: str = "desktop", page: str | None = None) -> None:
        self.facts = facts
        self.device, self.handle = device, page
        self.app = opener(device=device, page=page)
        self.guard = Guard()
        self.moods: dict[str, str] = {}
        self.held: set[str] = set()
        self.held_since: Look | None = None
        self.steps: list[Step] = []
        # Each finding with the number of steps that led to it.
        self.found: list[tuple[Finding, int]] = []
        self.ran: set[str] = set()
        # What was used, and what of it while a query failed.
        self.used: list[str] = []
        self.failed_by: set[str] = set()
        self.look: Look | None = None
        self.possible: list[Json] | None = None
        # Whether the app had to be ended.
        self.over = False
        for name, known in facts.answers.items():
            if known.moods():
                self.answer(name, "usual")
        # What an address would answer nobody knows; that it does not is always possible.
        self.app.stub_request("*", ToolJetError(NETWORK))

    def close(self) -> None:
        """End the app."""
        self.app.close()

    def answer(self, query: str, mood: str) -> None:
        """Let a query answer in one way from now on."""
        self.moods[query] = mood
        made = self.facts.answers[query].answer(mood)
        data = ToolJetError(made.error) if made.error else made.data

        def stub(_: Json) -> Any:
            self.guard.count(query)
            return data

        self.app.stub(query, stub)

    def do(self, step: Step) -> bool:
        """Do one step and judge what came of it; False where a person could not do it now."""
        if self.over:
            return False
        if isinstance(step, Answering):
            # The same again says nothing.
            if self.moods.get(step.query) == step.mood:
                return True
            self.steps.append(step)
            self.answer(step.query, step.mood)
            return True
        self.begin()
        return not self.over and self.turn(step)

    def begin(self) -> None:
        """Load the page and judge it, once."""
        if self.look is None and not self.over:
            self.over = not self.turn(None) or self.over

    def turn(self, step: Step | None) -> bool:
        """Do a step, see what came of it, and judge that."""
        before, first = self.look, len(self.app.runs) if self.look else 0
        typed = self.typed() if isinstance(step, Doing) else {}
        self.guard.reset()
        try:
            self.move(step)
            if self.wrote(first):
                self.app.wait(MOMENT_SECONDS)
            self.look = self.see()
        except Invalid:
            # A person could not do that now.
            return False
        except (Endless, ToolJetError) as error:
            self.over = True
            self.keep(step, [cut_off(error, self.facts, self.moods)])
            return True
        runs = [Run(run.name, run.values, run.error is not None) for run in self.app.runs[first:] if run.error != CUT]
        self.judge(Round(self.facts, step, before, self.look, runs, typed=typed, read=self.app.read))
        return True

    def judge(self, turn: Round) -> None:
        """Judge a step that was done, and remember what later ones need of it."""
        step = turn.step
        turn.ran_before = frozenset(self.ran)
        turn.last = self.steps[-1] if self.steps else None
        if isinstance(step, Releasing):
            turn.doubled, turn.held_since = self.doubled(), self.held_since
        self.keep(step, [*map(circle, sorted(self.guard.endless)), *findings(turn)])
        self.ran |= {run.query for run in turn.runs}
        if isinstance(step, Doing):
            self.used.append(step.target)
            self.failed_by |= {step.target} if any(run.failed for run in turn.runs) else set()

    def move(self, step: Step | None) -> None:
        """Do what a step says; without one the page loads."""
        if isinstance(step, Doing):
            self.app.gesture(step.target, step.kind, **step.detail)
        elif isinstance(step, Holding):
            self.held_since = self.held_since if self.held else self.look
            self.held.add(step.query)
            self.app.hold(step.query)
        elif isinstance(step, Releasing):
            self.held.discard(step.query)
            self.app.release(step.query)
        else:
            self.app.wait(step.seconds if isinstance(step, Waiting) else 0)

    def keep(self, step: Step | None, wrong: list[Finding]) -> None:
        """Keep a step and what was wrong with it, each thing once."""
        if step is not None:
            self.steps.append(step)
        known = {finding.key for finding, _ in self.found}
        for finding in wrong:
            if finding.key not in known:
                known.add(finding.key)
                self.found.append((finding, len(self.steps)))

    def see(self) -> Look:
        """Return what there is to see now."""
        app = self.app
        self.possible = None
        # Ten thousand rows are looked at only to learn whether the app bears them.
        seen = Seen("document") if "huge" in self.moods.values() else app.sees()
        wrong = tuple(entry for entry in app.log if entry.level == "error" or REFUSED.search(entry.message))
        return Look(app.page.handle, seen, wrong, tuple(app.alerts))

    def outline(self) -> str:
        """Return what is on the page, in words."""
        return self.look.outline if self.look else ""

    def gestures(self) -> list[Json]:
        """Return what a person could do now."""
        if self.possible is None:
            self.possible = self.app.gestures()
        return self.possible

    def typed(self) -> dict[str, Json]:
        """Return what stands in the fields that each write would send."""
        asked = {name: codes for name, codes in self.facts.fields.items() if self.facts.answers[name].writing and codes}
        if not asked:
            return {}
        lists = ", ".join(f"[{', '.join(soft(code) for code in codes)}]" for codes in asked.values())
        values = self.app.read(f"[{lists}]")
        return {name: dict(zip(codes, values[place], strict=True)) for place, (name, codes) in enumerate(asked.items())}

    def wrote(self, first: int) -> bool:
        """Say whether something was written since a run."""
        return any(self.facts.answers[run.name].writing for run in self.app.runs[first:])

    def doubled(self) -> bool:
        """Say whether the last two steps were the same gesture."""
        return len(self.steps) > 1 and isinstance(self.steps[-1], Doing) and self.steps[-1] == self.steps[-2]


def soft(code: str) -> str:
    """Return code that says nothing where the component is on another page."""
    name, _, rest = code.strip().removeprefix("components").lstrip("?.").partition(".")
    return f"components.{name.rstrip('?')}?.{rest}"
