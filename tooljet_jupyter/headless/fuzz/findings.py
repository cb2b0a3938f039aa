"""What is wrong with an app, in words a person understands, and the line of a test that proves it."""

from dataclasses import dataclass, field

from .steps import Step

# The kinds of findings, and what each of them is called.
KINDS = {
    "error": "An error that nobody handles",
    "endless": "Something that does not end",
    "text": "Words that no person should read",
    "trapped": "No way out",
    "stuck": "A control that cannot be used any more",
    "never": "Something that can never be done",
    "waiting": "A wait without end",
    "silent": "A failure that nobody is told of",
    "untrue": "A success that is none",
    "twice": "The same thing written twice",
    "stale": "Old data after a change",
    "lost": "What was typed is not sent",
    "nothing": "A change of nothing",
    "shape": "Data that cannot be shown",
    "blank": "An empty page",
}


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: of which kind, where, what happened, and how a test tells."""

    kind: str
    place: str
    what: str
    # An assertion on `app` that fails now and holds when the app is mended.
    proof: str = field(compare=False)

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same finding the next time."""
        return self.kind, self.place


@dataclass(frozen=True)
class Found:
    """A finding with the shortest script that leads there."""

    finding: Finding
    steps: tuple[Step, ...]
    # What was on the page, and where the app was opened.
    page: str
    device: str = "desktop"
    handle: str | None = None
