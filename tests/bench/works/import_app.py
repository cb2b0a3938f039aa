"""What a notebook waits for when it first composes an app."""

from tests.bench.bench import Bench
from tests.bench.python import importing
from tests.bench.rounds import in_turns
from tests.bench.work import Reading, Work


def measure(_: Bench) -> Reading:
    """Time the first use of `App`, beside the library its widget is made of."""
    return in_turns(
        lambda: importing("import tooljet_jupyter; tooljet_jupyter.App"), lambda: importing("import anywidget")
    )


WORK = Work(
    name="import_app",
    sentence="import tooljet_jupyter and its App class, in a fresh Python",
    unit="ms",
    goal=None,
    yardstick="import anywidget",
    measure=measure,
)
