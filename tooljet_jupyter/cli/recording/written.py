"""A session as a file: every line is tried on the app before it is written, so that the test passes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ...errors import ToolJetError
from ...headless.app import HeadlessApp
from ...headless.cassette import Cassette
from ...headless.start import VIEWER, Start
from ...notebook.loadable import loadable
from ...notebook.workspace import Workspace
from .answers import Answers
from .deeds import Deed, Part
from .literal import literal
from .phrases import line
from .rules import Json
from .seen import Seen

TEMPLATE = '''"""{title} as somebody used it; recorded by `jupyter tooljet app record {slug}`."""

import pytest


@pytest.mark.tooljet({options})
def {name}(app):
{body}
'''
# A shorter pause says nothing about the app's timers.
SHORTEST_WAIT_SECONDS = 1


@dataclass(frozen=True)
class Session:
    """What was recorded, and the app that it was about."""

    slug: str
    version: str | None
    about: Json
    parts: dict[str, Part]
    start: Json
    deeds: list[Deed]
    thrown_away: int = 0


@dataclass
class Script:
    """The lines of a test, each tried as it is added."""

    app: HeadlessApp
    seen: Seen
    lines: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def add(self, deed: Deed, following: Deed | None) -> None:
        """Add a deed with what was seen after it."""
        wordings = self.seen.asserts(deed)
        if deed.verb != "open" and not self.do(deed):
            return
        missing = [wording for wording in wordings if not self.check(wording)]
        pause = int((following.seconds if following else deed.until) - deed.seconds)
        if missing and pause >= SHORTEST_WAIT_SECONDS:
            # What was not there at once may have come with a timer.
            self.say(f"app.wait({pause})")
            missing = [wording for wording in missing if not self.check(wording)]
        self.left_out += [f"{wording[0]} (the app without a browser shows something else)" for wording in missing]

    def do(self, deed: Deed) -> bool:
        """Do a deed again; say so where it cannot be done without a browser."""
        refuses = False in deed.answers
        try:
            if refuses:
                self.say("app.confirms = False")
            self.say(line(deed, self.app))
        except ToolJetError as error:
            self.left_out.append(f"{deed.verb} {deed.target}: {error.message}")
            return False
        finally:
            if refuses:
                self.say("app.confirms = True")
        return True

    def say(self, text: str) -> None:
        """Run a line as the test will, and keep it."""
        exec(text, {"app": self.app})
        self.lines.append(text)

    def check(self, wordings: list[str]) -> bool:
        """Keep the first wording that holds."""
        for wording in wordings:
            try:
                self.say(wording)
            except (AssertionError, IndexError, TypeError, ToolJetError):
                continue
            return True
        return False


def write(session: Session, target: Path, *, workspace: Workspace) -> Script:
    """Write a session as a test beside its cassette."""
    tape = target.with_name(f"{target.stem}.cassette.json")
    tape.unlink(missing_ok=True)
    options = surroundings(session)
    answers = Answers(session.deeds)
    with opened(session, answers, tape, workspace) as app:
        script = Script(app, Seen(session.parts))
        for place, deed in enumerate(session.deeds):
            answers.go_on(place)
            script.add(deed, next(iter(session.deeds[place + 1 :]), None))
    if session.thrown_away:
        script.left_out.append(f"{session.thrown_away} steps before the page was loaded again")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text(session, script, {"queries": "recorded", "cassette": tape.name, **options}), "utf-8")
    return script


def opened(session: Session, answers: Answers, tape: Path, workspace: Workspace) -> HeadlessApp:
    """Return the app as the test will load it; what the session answers goes onto the test's cassette."""
    found = loadable(session.slug, version=session.version, workspace=workspace, environment=None, queries="recorded")
    given = surroundings(session)
    start = Start(
        definition=found.viewer,
        title=found.name,
        user=found.user or VIEWER,
        environment=found.environment,
        constants=found.constants,
        **{name: given[name] for name in ("clock", "device", "page", "params") if name in given},
    )
    return HeadlessApp(start, queries="recorded", backend=answers, cassette=Cassette(tape, found.fingerprints()))


def surroundings(session: Session) -> Json:
    """Return how the app is to be loaded so that it finds what it found in the session."""
    start, code = session.start, str(session.about["definition"])
    given = {
        "version": session.version,
        "clock": start.get("now"),
        "device": None if start.get("device") == "desktop" else start.get("device"),
        "page": start.get("page"),
        "params": start.get("params"),
        "constants": session.about.get("constants") if "constants." in code else None,
    }
    return {key: value for key, value in given.items() if value}


def text(session: Session, script: Script, options: Json) -> str:
    """Return the file."""
    words = [literal(session.slug), *(f"{key}={literal(value)}" for key, value in options.items())]
    return TEMPLATE.format(
        title=session.about["app"]["name"].replace('"', "'").replace("\\", ""),
        slug=session.slug,
        options=", ".join(words) if len(", ".join(words)) < 80 else wrapped(words),
        name=f"test_{re.sub(r'[^a-z0-9]+', '_', session.slug.lower())}",
        body="\n".join(paragraphs(script.lines)),
    )


def wrapped(words: list[str]) -> str:
    """Return arguments on a line each."""
    return "\n" + "".join(f"    {word},\n" for word in words)


def paragraphs(lines: list[str]) -> Iterator[str]:
    """Yield the indented lines of the body, an empty one before each deed that follows an assert."""
    for before, now in zip(["", *lines], lines, strict=False):
        if before.startswith("assert") and not now.startswith("assert"):
            yield ""
        yield f"    {now}"


def counted(lines: list[str]) -> tuple[int, int]:
    """Return how many lines do something and how many assert."""
    asserts = sum(one.startswith("assert") for one in lines)
    return len(lines) - asserts, asserts


def places(about: dict[str, Any]) -> dict[str, Part]:
    """Return the components of an app by their ids."""
    return {
        part["id"]: Part(part["name"], part["type"], part.get("props") or {})
        for page in about["definition"]["pages"]
        for part in page["components"]
    }
