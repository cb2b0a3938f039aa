"""A large app starts in the runtime."""

from tests.bench.bench import Bench
from tests.bench.work import Goal, Reading, Work


def measure(bench: Bench) -> Reading:
    """Load an app and evaluate all its bindings for the first time."""
    found = bench.runtime
    return Reading(found["cold_ms"], note=f"{found['cold_cpu_ms']} ms of processor time")


WORK = Work(
    name="runtime_cold",
    sentence="Load an app of 2,500 components and 10,000 bindings, nothing warm",
    unit="ms",
    goal=Goal("value", "most", 1000),
    yardstick=None,
    measure=measure,
)
