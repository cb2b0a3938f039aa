"""A whole fuzz: many runs of an app, drawn by Hypothesis, until the time or the steps are used up."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from ...errors import Invalid, MissingLibrary, ToolJetError
from .blank import blank_pages
from .budget import Budget
from .drawing import draw
from .ending import REST_SECONDS, Ending
from .endless import Endless, cut_off
from .facts import Facts, facts
from .filling import always_grey
from .findings import Finding, Found
from .hands import choices
from .memory import Memory
from .person import Person
from .reduce import reduce
from .session import Opener, Session
from .steps import Holding, Releasing, Step, Waiting
from .themes import Moods, themes

Json = dict[str, Any]
Key = tuple[str, str]
# Things that are done in one run.
LENGTH = 12
# Very many rows take long each time they are touched.
HEAVY = 3
# A script is tried in so many shorter forms.
TRIES = 40
FEW_TRIES = 5
# An app that did not even load so often is not tried any more.
STILLBORN = 3
# What is found only when the app has come to rest.
RESTING = ("waiting", "trapped", "stuck")


@dataclass
class Report:
    """What a fuzz found, and how much it did for that."""

    found: list[Found]
    steps: int
    runs: int
    seconds: float


class Campaign:
    """Fuzzes one app."""

    def __init__(
        self,
        opener: Opener,
        definition: Json,
        *,
        budget: Budget,
        seed: int = 0,
        shorten: bool = True,
        progress: Callable[["Campaign"], None] = lambda _: None,
    ) -> None:
        self.opener = opener
        self.facts: Facts = facts(definition)
        self.budget = budget
        self.seed = seed
        self.shorten = shorten
        self.progress = progress
        self.memory = Memory()
        self.found: dict[Key, Found] = {}
        self.runs = 0
        self.stillborn = 0

    def run(self) -> Report:
        """Return what was found.

        Raises
        ------
        MissingLibrary
            Hypothesis is not installed here.
        Invalid
            There is nothing to do in the app, and no query that could answer in another way.
        """
        require_hypothesis()
        self.look_first()
        try:
            self.search()
        except KeyboardInterrupt:
            # Whoever has seen enough gets what there is.
            self.budget.stop()
        return Report(list(self.found.values()), self.budget.done, self.runs, self.budget.elapsed)

    def search(self) -> None:
        """Try the app out until the budget is used up."""
        for found in [] if self.budget.used_up else blank_pages(self.opener, self.facts):
            self.found.setdefault(found.finding.key, found)
        for number, moods in enumerate(themes(self.facts)):
            self.one_run(lambda person, moods=moods, number=number: sweep(person, moods, number))  # type: ignore[misc]
        number = self.seed
        while not self.budget.used_up:
            draw(self, number)
            number += 1
        for finding, steps in always_grey(self.memory):
            self.found.setdefault(finding.key, Found(finding, steps, page=""))

    def look_first(self) -> None:
        """Refuse an app that does not run or has nothing to do; one that hangs is not tried any further."""
        session = self.session()
        try:
            session.app.start()
            if not choices(session) and not any(known.moods() for known in self.facts.answers.values()):
                raise Invalid("There is nothing to do in this app: nothing to click or to type into, and no query")
        except Invalid:
            raise
        except (Endless, ToolJetError) as error:
            finding = cut_off(error, self.facts, {})
            self.found[finding.key] = Found(finding, (), page="")
            self.budget.stop()
        finally:
            session.close()

    def session(self, *, over: bool = False) -> Session:
        """Return a fresh app; one that is over does nothing."""
        session = Session(self.opener, self.facts)
        session.over = over
        return session

    def one_run(self, move: Callable[[Person], None]) -> None:
        """Run the app once and keep what was wrong."""
        if not self.budget.used_up:
            person = self.person()
            move(person)
            self.judge(person)

    def person(self) -> Person:
        """Return somebody in front of a fresh app."""
        return Person(self.session(over=self.budget.used_up), self.memory)

    def judge(self, person: Person) -> None:
        """Look at how a run ends, and keep what was wrong."""
        person.end()
        session = person.session
        if session.look is None:
            # It never came to life; more of that teaches nothing.
            self.stillborn += not session.steps
            if self.stillborn >= STILLBORN:
                self.budget.stop()
        self.runs += 1
        self.budget.done += len(session.steps) + 1
        for finding, length in session.found:
            if finding.key not in self.found:
                self.keep(finding, tuple(session.steps[:length]), session.outline())
        self.progress(self)

    def keep(self, finding: Finding, steps: tuple[Step, ...], page: str) -> None:
        """Keep a finding with a script that is as short as it can be made."""
        if self.shorten and not self.budget.used_up:
            seen: dict[tuple[Step, ...], str] = {steps: page}

            def leads_there(shorter: tuple[Step, ...]) -> bool:
                outline = self.replay(shorter, finding.key)
                seen[shorter] = outline or ""
                return outline is not None

            # What does not end takes long each time.
            steps = reduce(steps, leads_there, tries=FEW_TRIES if finding.kind == "endless" else TRIES)
            page = seen[steps]
        self.found[finding.key] = Found(finding, rested(finding, steps), page)

    def replay(self, steps: Iterable[Step], key: Key) -> str | None:
        """Return what is on the page if these steps lead to a finding, else None."""
        session = self.session()
        try:
            for step in steps:
                session.do(step)
            session.begin()
            if key not in {finding.key for finding, _ in session.found} and not session.over:
                Ending(session, Memory()).judge()
        finally:
            session.close()
        self.budget.done += len(session.steps) + 1
        leads_there = key in {finding.key for finding, _ in session.found}
        return session.outline() if leads_there else None


def require_hypothesis() -> None:
    """Say what to install where Hypothesis is missing."""
    if find_spec("hypothesis") is None:
        install = "pip install 'tooljet-jupyter[testing]'"
        raise MissingLibrary(f"To fuzz an app takes Hypothesis: {install}", install=install)


def rested(finding: Finding, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Return a script that ends where the finding shows: nothing is held back any more, and time has passed."""
    held = {step.query for step in steps if isinstance(step, Holding)}
    held -= {step.query for step in steps if isinstance(step, Releasing)}
    steps = (*steps, *map(Releasing, sorted(held)))
    waits = finding.kind in RESTING and not (steps and isinstance(steps[-1], Waiting))
    return (*steps, Waiting(REST_SECONDS)) if waits else steps


def sweep(person: Person, moods: Moods, number: int) -> None:
    """Do what was done least: first as it comes, then with everything filled in, and buttons twice."""
    person.begin(moods)
    if "huge" in moods.values():
        for _ in range(HEAVY):
            person.act(0, number)
        return
    for _ in range(LENGTH // 2):
        person.act(0, number)
    person.fill(0)
    for _ in range(LENGTH // 4):
        person.act(0, number)
        person.act_twice(0)
