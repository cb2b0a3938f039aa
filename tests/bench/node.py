"""The benchmark of the runtime, which runs in Node."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PROGRAM = "packages/runtime/bench/run.mjs"


def runtime() -> dict[str, Any]:
    """Return what the runtime's own benchmark measured."""
    command = [sys.executable, "hatch_build.py", "run", "bench"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr or done.stdout)
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    found: dict[str, Any] = json.loads(lines[-1])
    return found
