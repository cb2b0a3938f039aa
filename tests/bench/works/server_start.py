"""What the extension adds to the start of a Jupyter server."""

from tests.bench.bench import Bench
from tests.bench.rounds import in_turns
from tests.bench.starts import JUPYTER, start
from tests.bench.work import Goal, Reading, Work

ROUNDS = 7


def measure(bench: Bench) -> Reading:
    """Start the server with and without the extension until Jupyter's own API answers."""
    start(bench.room, JUPYTER, extension=True)
    return in_turns(
        lambda: start(bench.room, JUPYTER, extension=True),
        lambda: start(bench.room, JUPYTER, extension=False),
        rounds=ROUNDS,
    )


WORK = Work(
    name="server_start",
    sentence="Start a Jupyter server with the extension, until Jupyter answers",
    unit="ms",
    goal=Goal("difference", "most", 300),
    yardstick="the same without it",
    measure=measure,
)
