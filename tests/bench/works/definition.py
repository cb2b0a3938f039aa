"""The definition of a released app, as a browser gets it."""

from tests.bench.bench import Bench
from tests.bench.load import Order, sound
from tests.bench.rounds import alone
from tests.bench.work import Goal, Reading, Work


def measure(bench: Bench) -> Reading:
    """Ask for it, one request after the other."""
    product = bench.product
    order = Order(product.port, "GET", "/tooljet/api/apps/speed/released", headers=product.browser())
    return alone(lambda: sound(order).median_ms)


WORK = Work(
    name="definition",
    sentence="Fetch the definition of a released app, warm; the median of one connection",
    unit="ms",
    goal=Goal("value", "most", 2),
    yardstick=None,
    measure=measure,
)
