"""What the product adds to the memory of a kernel."""

from statistics import median

from tests.bench.bench import Bench
from tests.bench.kernels import kernel
from tests.bench.product import TOKEN
from tests.bench.work import Goal, Reading, Work

ROUNDS = 3
CELL = "import tooljet_jupyter as tj; ws = tj.connect({url!r}, {token!r}); ws.sources"


def measure(bench: Bench) -> Reading:
    """Look at a fresh kernel before and after it is connected."""
    cell = CELL.format(url=bench.product.url, token=TOKEN)
    before, after = [], []
    for _ in range(ROUNDS):
        with kernel() as fresh:
            before.append(fresh.resident_mb())
            fresh.run(cell)
            after.append(fresh.resident_mb())
    return Reading(median(after), median(before))


WORK = Work(
    name="kernel_memory",
    sentence="Memory of a kernel after import and connect",
    unit="MB",
    goal=Goal("difference", "most", 40),
    yardstick="the kernel before",
    measure=measure,
)
