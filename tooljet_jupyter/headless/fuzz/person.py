"""The state machine: a person who does what is legal, while queries answer this way and that."""

from collections.abc import Mapping

from .answers import MOODS
from .ending import Ending
from .filling import FIELDS, kind_of, note_grey
from .hands import Choice, choices
from .memory import Memory
from .session import Session
from .steps import Answering, Doing, Holding, Releasing, Waiting

BUTTONS = ("Button", "Icon", "Link", "Image")
# What seldom leads anywhere is done a few times less.
RARE = {"sort": 4, "filter": 6, "search": 3, "clear": 2, "step": 2, "press": 2, "close": 3}
# Very many rows are for a run of their own.
LIGHT = tuple(mood for mood in MOODS if mood != "huge")


class Person:
    """One run of an app, moved by numbers that somebody draws."""

    def __init__(self, session: Session, memory: Memory) -> None:
        self.session = session
        self.memory = memory
        self.used = memory.used[False]
        self.asked = [known for known in session.facts.answers.values() if known.moods()]

    def begin(self, moods: Mapping[str, str]) -> None:
        """Load the page; queries answer as usual where nothing else is said."""
        for known in self.asked:
            mood = moods.get(known.name, "usual")
            if mood != "usual" and mood in known.moods():
                self.session.do(Answering(known.name, mood))
        self.used = self.memory.used[any(known.writing and moods.get(known.name) == "failing" for known in self.asked)]
        self.session.begin()

    def act(self, pick: int, number: int) -> None:
        """Do one of the things that were done least."""
        step = self.choose(pick, number)
        if step:
            self.session.do(step)

    def fill(self, number: int) -> None:
        """Put into every field what it asks for, and choose a row in every list."""
        for choice in self.possible():
            kind = self.kind(choice.target)
            is_field = kind in FIELDS and choice.kind in ("set", "choose")
            if is_field or (kind == "Table" and choice.kind == "click" and self.is_free(choice.target)):
                self.session.do(choice.step(number))
        if number == 0 and self.possible():
            note_grey(self.session, self.memory)

    def possible(self) -> list[Choice]:
        """Return what can be done now; nothing when the app is over."""
        found = [] if self.session.over else choices(self.session)
        self.memory.usable |= {choice.target for choice in found}
        return found

    def act_twice(self, pick: int) -> None:
        """Use a button twice, the second time while what it writes is being written."""
        adding = [known.name for known in self.asked if known.adds]
        if not adding:
            return
        buttons = [one for one in self.possible() if self.kind(one.target) in BUTTONS and one.kind == "click"]
        buttons.sort(key=lambda one: self.used[one.target, "twice"])
        if not buttons:
            return
        button = buttons[pick % len(buttons)]
        self.used[button.target, "twice"] += 1
        for query in adding:
            self.session.do(Holding(query))
        if self.session.do(button.step(0)):
            self.session.do(button.step(0))
        for query in adding:
            self.session.do(Releasing(query))

    def is_free(self, table: str) -> bool:
        """Say whether no row of a table is selected; another click would take the selection back."""
        return not self.session.over and self.session.app.read(f"components[{table!r}]?.selectedRowId") is None

    def kind(self, target: str) -> str:
        """Return the type of a component."""
        return kind_of(self.session.facts, target.partition("@")[0])

    def answer(self, pick: int, wish: int) -> None:
        """Let one query answer in another way from now on."""
        if self.asked:
            known = self.asked[pick % len(self.asked)]
            moods = [mood for mood in known.moods() if mood in LIGHT]
            self.session.do(Answering(known.name, moods[wish % len(moods)]))

    def wait(self) -> None:
        """Let time pass."""
        self.session.do(Waiting(10.0))

    def end(self) -> None:
        """Look at how the run ends, and close the app."""
        try:
            if not self.session.over and "huge" not in self.session.moods.values():
                Ending(self.session, self.memory).judge()
        finally:
            self.session.close()

    def choose(self, pick: int, number: int) -> Doing | None:
        """Return what to do: the pick among what is possible, the least used first."""
        found = sorted(self.possible(), key=lambda one: self.used[one.target, one.kind])
        if not found:
            return None
        choice = found[pick % len(found)]
        self.used[choice.target, choice.kind] += RARE.get(choice.kind, 1)
        return choice.step(number)
