"""A table of 100,000 rows is scrolled."""

from tests.bench.bench import Bench
from tests.bench.tables import shown
from tests.bench.work import Goal, Reading, Work

ROUNDS = 4


def measure(bench: Bench) -> Reading:
    """Take the worst frame of each visit, beside an empty box in the same page.

    A busy machine holds up a frame now and then; what the table itself does, it does in every visit. So the
    calmest visit counts.
    """
    visits = [shown(bench, scroll=True) for _ in range(ROUNDS)]
    table = min(visit.worst_frame_ms for visit in visits)
    return Reading(table, min(visit.worst_empty_ms for visit in visits), "worst of 150 frames in the calmest visit")


WORK = Work(
    name="table_100k_scroll",
    sentence="Scroll a table of 100,000 rows in Chromium: the longest time between two frames",
    unit="ms",
    goal=Goal("value", "most", 50),
    yardstick="an empty box",
    measure=measure,
)
