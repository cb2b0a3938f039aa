"""A thousand tests of one app."""

import mmap
from pathlib import Path
from time import perf_counter

from tests.bench import orders
from tests.bench.bench import Bench
from tests.bench.work import Goal, Reading, Work

TESTS = 1000
MEGABYTE = 1e6


def measure(_: Bench) -> Reading:
    """Run a usual test of the Orders app a thousand times, each with an app of its own."""
    repeat(10)
    before, begun = resident(), perf_counter()
    repeat(TESTS)
    return Reading(perf_counter() - begun, note=f"memory grew by {resident() - before:.0f} MB")


def repeat(times: int) -> None:
    """Run the test so many times."""
    for _ in range(times):
        orders.one_test()


def resident() -> float:
    """Return how many megabytes this process has."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * mmap.PAGESIZE / MEGABYTE


WORK = Work(
    name="headless_tests_1000",
    sentence="1,000 tests of the Orders app, each with a fresh app and a few gestures",
    unit="s",
    goal=Goal("value", "most", 20),
    yardstick=None,
    measure=measure,
)
