"""`tj.connect()` in a script where no server runs."""

import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from tests.bench.bench import Bench
from tests.bench.rounds import alone
from tests.bench.work import Goal, Reading, Work

PROGRAM = """
from time import perf_counter as now
begun = now()
import tooljet_jupyter as tj
tj.connect()
print((now() - begun) * 1000)
"""


def measure(bench: Bench) -> Reading:
    """Run the script; the first makes the database, and is told beside."""
    first = started(bench)
    return alone(lambda: started(bench), note=f"the first ever: {first:,.0f} ms")


def started(bench: Bench) -> float:
    """Return after how many milliseconds a script is connected; the server that it left has ended by then."""
    # A place of its own: the other works' server would be found.
    runtime = bench.room / "scripts"
    given = {**os.environ, "JUPYTER_RUNTIME_DIR": str(runtime)}
    took = float(subprocess.run([sys.executable, "-c", PROGRAM], check=True, capture_output=True, env=given).stdout)
    while servers(runtime):
        time.sleep(0.05)
    return took


def servers(runtime: Path) -> list[Path]:
    """Return what servers have written down while they run."""
    with suppress(FileNotFoundError):
        return list(runtime.glob("jpserver-*.json"))
    return []


WORK = Work(
    name="connect_script",
    sentence="tj.connect() in a plain script, with the start of its server",
    unit="ms",
    goal=Goal("value", "most", 2000),
    yardstick=None,
    measure=measure,
)
