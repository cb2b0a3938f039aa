"""What a warm run asks of the metadata database."""

from dataclasses import replace

from tests.bench.bench import Bench
from tests.bench.load import sound
from tests.bench.work import Goal, Reading, Work


def measure(bench: Bench) -> Reading:
    """Count the statements while queries run; the writer of records is counted by itself."""
    product = bench.product
    order = replace(product.query("one"), connections=4, seconds=1.0)
    sound(order)
    before = product.call("GET", "bench/statements")
    answered = sound(order).answered
    after = product.call("GET", "bench/statements")
    records = after["records"] - before["records"]
    note = f"{answered} runs; their records took {records} batched inserts in the background"
    return Reading((after["runs"] - before["runs"]) / answered, note=note)


WORK = Work(
    name="metadata_statements",
    sentence="Statements on the metadata database in a warm run",
    unit="statements",
    goal=Goal("value", "most", 0),
    yardstick=None,
    measure=measure,
)
