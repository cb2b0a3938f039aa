"""`import tooljet_jupyter` in a fresh Python."""

from tests.bench.bench import Bench
from tests.bench.python import importing
from tests.bench.rounds import in_turns
from tests.bench.work import Goal, Reading, Work


def measure(_: Bench) -> Reading:
    """Time the statement itself, beside the same Python importing nothing new."""
    return in_turns(lambda: importing("import tooljet_jupyter"), lambda: importing("import json"))


WORK = Work(
    name="import_package",
    sentence="import tooljet_jupyter, in a fresh Python",
    unit="ms",
    goal=Goal("value", "most", 300),
    yardstick="import json",
    measure=measure,
)
