"""How the tests went, as JSON for `jupyter tooljet app test`."""

import json
import time
from pathlib import Path
from typing import Any

import pytest

# What pytest itself caught is for its own output; what the app says is ours.
CAPTURED = "Captured "


class Results:
    """Collects reports and writes them when the session ends."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.tests: list[dict[str, Any]] = []
        self.began = time.perf_counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take in a test; one that fails around its own lines is an error."""
        if report.when == "call" or report.outcome != "passed":
            outcome = "error" if report.failed and report.when != "call" else report.outcome
            self.tests.append(described(report, outcome, report.duration))

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Take in a file that cannot be imported."""
        if report.failed:
            self.tests.append(described(report, "error", 0.0))

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Write the file."""
        found = {"tests": self.tests, "seconds": round(time.perf_counter() - self.began, 3)}
        self.path.write_text(json.dumps(found), "utf-8")


def described(report: pytest.TestReport | pytest.CollectReport, outcome: str, seconds: float) -> dict[str, Any]:
    """Return a test by name, outcome, time, and why it failed."""
    sections = [list(section) for section in report.sections if not section[0].startswith(CAPTURED)]
    return {
        "name": report.nodeid,
        "outcome": outcome,
        "seconds": round(seconds, 4),
        "message": said(report),
        "sections": sections if report.failed else [],
    }


def said(report: pytest.TestReport | pytest.CollectReport) -> str:
    """Return why a test failed or was skipped: the failing line and what pytest says about it."""
    if report.passed:
        return ""
    if isinstance(report.longrepr, tuple):
        return str(report.longrepr[2])
    text = str(report.longrepr)
    # The failing line, and pytest's words about it.
    marked = [line[4:] for line in text.splitlines() if line.startswith(("> ", "E "))]
    return "\n".join(marked) or text
