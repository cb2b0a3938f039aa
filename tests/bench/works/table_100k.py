"""A table of 100,000 rows appears."""

from tests.bench.bench import Bench
from tests.bench.rounds import alone
from tests.bench.tables import shown
from tests.bench.work import Goal, Reading, Work


def measure(bench: Bench) -> Reading:
    """Open the app and wait from the last byte of the rows to the first paint of the table."""
    shown(bench)
    return alone(lambda: shown(bench).paint_ms, rounds=3, note="from the last byte of the answer")


WORK = Work(
    name="table_100k",
    sentence="Draw a table of 100,000 rows in Chromium, after its data is there",
    unit="ms",
    goal=Goal("value", "most", 500),
    yardstick=None,
    measure=measure,
)
