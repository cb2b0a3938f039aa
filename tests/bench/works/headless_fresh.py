"""A fresh app without a browser."""

from statistics import median
from time import perf_counter, sleep

from tests.bench import orders, streamlit
from tests.bench.bench import Bench
from tests.bench.work import Goal, Reading, Work

ROUNDS = 25
# A test does something between one fresh app and the next; meanwhile the next is made ready.
PAUSE_SECONDS = 0.1


def measure(_: Bench) -> Reading:
    """Load the Orders app with stubs until its page stands, again and again."""
    first = fresh()
    found = [fresh() for _ in range(ROUNDS)]
    return Reading(
        median(found), streamlit.apptest()["fresh"], f"the first: {first:,.0f} ms; at worst {max(found):.0f}"
    )


def fresh() -> float:
    """Return how many milliseconds a fresh app takes."""
    sleep(PAUSE_SECONDS)
    begun = perf_counter()
    with orders.fresh() as app:
        app.start()
        return (perf_counter() - begun) * 1000


WORK = Work(
    name="headless_fresh",
    sentence="A fresh Orders app without a browser, its page loaded with stubs, after the first",
    unit="ms",
    goal=Goal("value", "most", 20),
    yardstick="Streamlit's AppTest",
    measure=measure,
)
