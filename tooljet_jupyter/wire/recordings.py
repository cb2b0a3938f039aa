"""Recordings: a session in the viewer that becomes a test."""

from datetime import datetime
from typing import Literal

from .base import Body, Json, Reply

# `start` says on which screen, as whom and when; `set` and `fire` are what a component was told by a person; `page` and
# `answer` are a chosen page and a yes or no; `run` is a query with its reply, `request` one of the app's own code;
# `alert` and `state` are what the app showed.
StepKind = Literal["start", "set", "fire", "page", "answer", "run", "alert", "state"]


class StartRecording(Body):
    """Record the next session in an app's viewer; of the released version when none is named."""

    app: str
    version: str | None = None


class RecordingReply(Reply):
    """A recording; `path` is the address of the viewer that records, below the server's own."""

    id: str
    app: str
    version: str | None
    path: str
    ended: bool
    started_at: datetime


class Step(Body):
    """One thing that a person did, that a query brought, or that the app showed."""

    kind: StepKind
    seconds: float
    """Since the session began."""
    name: str = ""
    """The instance of a component, the handle of a page, the id of a query, the level of a message."""
    event: str = ""
    values: Json = None
    reply: Json = None


class AddSteps(Body):
    """What happened next in a session."""

    steps: list[Step]


class RecordedSteps(Reply):
    """The steps after the ones that were asked for before; `last` is what to ask with next."""

    steps: list[Step]
    last: int
    ended: bool
