"""Five million rows in batches: the memory of the kernel that reads them."""

from tests.bench import frames
from tests.bench.bench import Bench
from tests.bench.kernels import kernel
from tests.bench.product import TOKEN
from tests.bench.work import Goal, Reading, Work

TIMES = 5
CELL = """
import os, resource
import tooljet_jupyter as tj

def resident():
    return int(open('/proc/self/statm').read().split()[1]) * resource.getpagesize() / 1e6

source = tj.connect({url!r}, {token!r}).source("speed")
most = count = 0
for part in source.sql({sql!r}).batches(50_000):
    count += len(part)
    most = max(most, resident())
print(count, most)
"""


def measure(bench: Bench) -> Reading:
    """Read one million rows, then five million, each in a fresh kernel, and compare the most that each held."""
    frames.filled(bench)
    few, many = peak(bench, 1), peak(bench, TIMES)
    return Reading(many, few, f"a whole result of {frames.ROWS * TIMES:,} rows would hold about 300 MB more")


def peak(bench: Bench, times: int) -> float:
    """Return the most memory that a kernel held while it read the million rows so many times."""
    sql = f"{frames.MILLION}, generate_series(1, {times})"
    with kernel() as fresh:
        count, most = fresh.run(CELL.format(url=bench.product.url, token=TOKEN, sql=sql)).split()
    if int(count) != frames.ROWS * times:
        raise RuntimeError(f"{count} rows came")
    return float(most)


WORK = Work(
    name="batches_5m",
    sentence="Most memory of a kernel that reads 5,000,000 rows in batches",
    unit="MB",
    goal=Goal("difference", "most", 20),
    yardstick="1,000,000 rows",
    measure=measure,
)
