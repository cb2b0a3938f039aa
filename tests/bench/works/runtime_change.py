"""One input of a large app changes."""

from tests.bench.bench import Bench
from tests.bench.work import Goal, Reading, Work


def measure(bench: Bench) -> Reading:
    """Change an input that 400 bindings read."""
    found = bench.runtime
    note = f"{found['components']:,} components, {found['bindings']:,} bindings, {found['dependents']} dependents"
    return Reading(found["change_ms"], note=note)


WORK = Work(
    name="runtime_change",
    sentence="Evaluate the dependents of one changed input; 2,500 components, 10,000 bindings",
    unit="ms",
    goal=Goal("value", "most", 16),
    yardstick=None,
    measure=measure,
)
