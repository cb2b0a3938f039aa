"""Ten thousand rows as JSON."""

from tests.bench.bench import Bench
from tests.bench.load import sound
from tests.bench.rounds import in_turns
from tests.bench.work import Goal, Reading, Work


def measure(bench: Bench) -> Reading:
    """Ask both for all rows, one request after the other."""
    ours, theirs = bench.product.query("many"), bench.bare("/many")
    return in_turns(lambda: sound(ours).median_ms, lambda: sound(theirs).median_ms)


WORK = Work(
    name="rows_10000",
    sentence="Run a query for 10,000 rows of six columns; the median of one connection",
    unit="ms",
    goal=Goal("ratio", "most", 1.3),
    yardstick="bare tornado handler",
    measure=measure,
)
