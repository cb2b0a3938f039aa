"""Runs of a query at 16 connections, in one process."""

from dataclasses import replace

from tests.bench.bench import Bench
from tests.bench.load import sound
from tests.bench.rounds import in_turns
from tests.bench.work import Goal, Reading, Work

CONNECTIONS = 16


def measure(bench: Bench) -> Reading:
    """Ask both for one row as fast as they answer."""
    ours = replace(bench.product.query("one"), connections=CONNECTIONS)
    theirs = replace(bench.bare("/one"), connections=CONNECTIONS)
    return in_turns(lambda: sound(ours).per_second, lambda: sound(theirs).per_second)


WORK = Work(
    name="run_query",
    sentence="Run a query of a released app, logged in, for one row; 16 connections",
    unit="requests/s",
    goal=Goal("ratio", "least", 0.6),
    yardstick="bare tornado handler",
    measure=measure,
)
