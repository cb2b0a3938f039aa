"""What a person is told of failures: nothing at all, or that all went well."""

import re
from collections.abc import Iterator

from ..findings import Finding
from ..round import Round

SORRY = re.compile(
    r"fail|error|could not|cannot|unable|unavailable|went wrong|try again|not (?:be )?\w+ed|sorry|oops", re.I
)


def silence(turn: Round) -> Iterator[Finding]:
    """Yield the queries that failed while nothing on the page says so."""
    failed = [run for run in turn.runs if run.failed]
    if not failed or turn.new_alerts() or any(alert.level == "error" for alert in turn.after.alerts):
        return
    if SORRY.search(turn.after.outline):
        return
    said = turn.fed_failures()
    for run in failed:
        if run.query not in said:
            yield Finding(
                "silent",
                run.query,
                f"{run.query} failed and nobody is told: no message, nothing on the page",
                f'assert app.alerts or "could not" in app.sees(), "{run.query} failed in silence"',
            )


def untruth(turn: Round) -> Iterator[Finding]:
    """Yield messages of success in the same breath as a write that failed."""
    praise = [alert for alert in turn.new_alerts() if alert.level == "success"]
    failed = [run for run in turn.runs if run.failed and turn.facts.answers[run.query].writing]
    if praise and failed and not turn.succeeded():
        what = f"It says “{praise[0].message}” although {failed[0].query} failed"
        proof = 'assert [alert.message for alert in app.alerts if alert.level == "success"] == []'
        yield Finding("untrue", turn.place or failed[0].query, what, proof)
