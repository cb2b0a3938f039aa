"""Runs of a query at 256 connections: all are answered."""

from dataclasses import replace

from tests.bench.bench import Bench
from tests.bench.load import load
from tests.bench.work import Goal, Reading, Work

CONNECTIONS = 256


def measure(bench: Bench) -> Reading:
    """Count what fails, while the bare handler is asked the same."""
    ours = load(replace(bench.product.query("one"), connections=CONNECTIONS))
    theirs = load(replace(bench.bare("/one"), connections=CONNECTIONS))
    said = ours.problem.splitlines()[0] if ours.problem else f"{ours.median_ms:.0f} ms"
    note = f"{ours.per_second:.0f} requests/s beside {theirs.per_second:.0f}; {said}"
    return Reading(ours.failed, theirs.failed, note)


WORK = Work(
    name="run_query_256",
    sentence="Run a query of a released app, logged in, for one row; 256 connections",
    unit="errors",
    goal=Goal("value", "most", 0),
    yardstick="bare tornado handler",
    measure=measure,
)
