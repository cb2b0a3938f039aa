"""How long after its start a server answers for ToolJet."""

from tests.bench.bench import Bench
from tests.bench.rounds import in_turns
from tests.bench.starts import JUPYTER, TOOLJET, start
from tests.bench.work import Reading, Work


def measure(bench: Bench) -> Reading:
    """Start the server until the extension answers, and one without it until Jupyter does."""
    start(bench.room, TOOLJET, extension=True)
    return in_turns(
        lambda: start(bench.room, TOOLJET, extension=True), lambda: start(bench.room, JUPYTER, extension=False)
    )


WORK = Work(
    name="server_ready",
    sentence="Start a Jupyter server with the extension, until the extension answers",
    unit="ms",
    goal=None,
    yardstick="Jupyter without it",
    measure=measure,
)
