"""A table of 100,000 rows is scrolled."""

from statistics import median

from tests.bench.bench import Bench
from tests.bench.tables import shown
from tests.bench.work import Goal, Reading, Work

ROUNDS = 3


def measure(bench: Bench) -> Reading:
    """Scroll for some seconds and take the worst frame, beside an empty box in the same page."""
    visits = [shown(bench, scroll=True) for _ in range(ROUNDS)]
    table = median(visit.worst_frame_ms for visit in visits)
    return Reading(table, median(visit.worst_empty_ms for visit in visits), "worst of 150 frames")


WORK = Work(
    name="table_100k_scroll",
    sentence="Scroll a table of 100,000 rows in Chromium: the longest time between two frames",
    unit="ms",
    goal=Goal("value", "most", 50),
    yardstick="an empty box",
    measure=measure,
)
