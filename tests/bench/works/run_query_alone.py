"""One run of a query with nobody else there."""

from tests.bench.bench import Bench
from tests.bench.load import sound
from tests.bench.rounds import in_turns
from tests.bench.work import Goal, Reading, Work


def measure(bench: Bench) -> Reading:
    """Ask both for one row, one request after the other."""
    ours, theirs = bench.product.query("one"), bench.bare("/one")
    return in_turns(lambda: sound(ours).median_ms, lambda: sound(theirs).median_ms)


WORK = Work(
    name="run_query_alone",
    sentence="Run a query of a released app, logged in, for one row; the median of one connection",
    unit="ms",
    goal=Goal("difference", "most", 2),
    yardstick="bare tornado handler",
    measure=measure,
)
