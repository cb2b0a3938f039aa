"""A table of 100,000 rows is scrolled."""

from tests.bench.bench import Bench
from tests.bench.rounds import alone
from tests.bench.tables import shown
from tests.bench.work import Goal, Reading, Work


def measure(bench: Bench) -> Reading:
    """Scroll for some seconds and take the worst frame."""
    return alone(lambda: shown(bench, scroll=True).worst_frame_ms, rounds=3, note="worst of 150 frames")


WORK = Work(
    name="table_100k_scroll",
    sentence="Scroll a table of 100,000 rows in Chromium: the longest time between two frames",
    unit="ms",
    goal=Goal("value", "most", 50),
    yardstick=None,
    measure=measure,
)
