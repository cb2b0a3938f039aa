"""Statements timed in a fresh Python."""

import subprocess
import sys

PROGRAM = "from time import perf_counter as now; begun = now(); {}; print((now() - begun) * 1000)"


def importing(statement: str) -> float:
    """Return how many milliseconds a statement takes in a Python that has done nothing before."""
    command = [sys.executable, "-c", PROGRAM.format(statement)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
