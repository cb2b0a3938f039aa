"""What a failing test says about its app: what was on the page, what happened before, and why a value is what it is."""

import textwrap
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING

import pytest

from ..errors import ToolJetError
from .apps import FAILED, OPENED
from .asserted import asserted

if TYPE_CHECKING:
    from ..headless.app import HeadlessApp

MOST_LINES = 120
LAST = 12
LONGEST = 160


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Add what the apps of a failing test can say while they are still open."""
    report = yield
    apps = item.stash.get(OPENED, [])
    if report.failed and call.when != "teardown":
        item.stash[FAILED] = True
        for app in apps:
            report.sections += [(f"{app.title}: {title}", text) for title, text in told(app, call.excinfo) if text]
    return report


def told(app: "HeadlessApp", failure: pytest.ExceptionInfo[BaseException] | None) -> Iterator[tuple[str, str]]:
    """Yield the titled texts about one app."""
    try:
        for place in asserted(failure, app):
            yield f"why {place} is what it is", str(app.why(place))
        yield "what was on the page", short(str(app.sees()))
        yield "what was done last", "\n".join(textwrap.shorten(str(done), LONGEST) for done in app.done[-LAST:])
        yield "what happened last", "\n".join(happened(app))
        yield "errors", "\n".join(map(str, app.errors))
    except ToolJetError as error:
        yield "what it can still say", error.message


def happened(app: "HeadlessApp") -> Iterator[str]:
    """Yield the last runs of queries, the messages on the screen, and an open question."""
    for run in app.runs[-LAST:]:
        came = f"failed: {run.error}" if run.error is not None else "ran" if run.rows is None else f"{run.rows} rows"
        sent = f" with {', '.join(map(repr, run.values.values()))}" if run.values else ""
        yield textwrap.shorten(f"query {run.name} ({run.mode}){sent}: {came}", LONGEST)
    for alert in app.alerts[-LAST:]:
        yield f"message ({alert.level}): {alert.message}"
    if app.question:
        yield f"question: {app.question}"


def short(text: str) -> str:
    """Return the beginning of a text that would fill the screen."""
    lines = text.splitlines()
    more = len(lines) - MOST_LINES
    return "\n".join([*lines[:MOST_LINES], f"… {more} more lines"]) if more > 0 else text
