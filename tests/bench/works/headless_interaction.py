"""What a person does, without a browser."""

from collections.abc import Callable
from statistics import mean, median
from time import perf_counter

from tests.bench import orders, streamlit
from tests.bench.bench import Bench
from tests.bench.work import Goal, Reading, Work
from tooljet_jupyter.headless.app import HeadlessApp

ROUNDS = 40

# Two that let four queries run again, and three that do not.
GESTURES: list[Callable[[HeadlessApp, int], object]] = [
    lambda app, turn: app.set("search", f"customer {turn}"),
    lambda app, turn: app.click("ordersTable", row=turn % 20),
    lambda app, turn: app.set("status", "open" if turn % 2 else "paid"),
    lambda app, turn: app.click("ordersTable", row=(turn + 1) % 20),
    lambda app, turn: app.click("ordersTable", row=(turn + 2) % 20),
]


def measure(_: Bench) -> Reading:
    """Use one Orders app for a while; the mean over the gestures, of each its median."""
    with orders.fresh() as app:
        rounds = [[timed(gesture, app, turn) for gesture in GESTURES] for turn in range(ROUNDS)]
    medians = [median(found) for found in zip(*rounds, strict=True)]
    note = f"with four queries {max(medians):.1f} ms, without {min(medians):.1f} ms"
    return Reading(mean(medians), streamlit.apptest()["interaction"], note)


def timed(gesture: Callable[[HeadlessApp, int], object], app: HeadlessApp, turn: int) -> float:
    """Return how many milliseconds a gesture takes until the app has come to rest."""
    begun = perf_counter()
    gesture(app, turn)
    return (perf_counter() - begun) * 1000


WORK = Work(
    name="headless_interaction",
    sentence="An interaction with the Orders app without a browser, queries and all",
    unit="ms",
    goal=Goal("value", "most", 2),
    yardstick="Streamlit's AppTest",
    measure=measure,
)
