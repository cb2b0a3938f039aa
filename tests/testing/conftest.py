"""A folder with an exported app, and pytest run in it as an author runs it."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.services.demo import demo
from tooljet_jupyter.resources import folder


@dataclass
class Project:
    """A folder of tests."""

    root: Path
    environment: dict[str, str] = field(default_factory=dict)

    def write(self, text: str, name: str = "test_it.py") -> None:
        """Write a file of tests."""
        (self.root / name).write_text(text)

    def pytest(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run pytest in the folder."""
        order = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *words]
        # A project of its own: the settings of this checkout have no say.
        (self.root / "pytest.ini").touch()
        # No server is found by accident.
        given = {**os.environ, "JUPYTER_RUNTIME_DIR": str(self.root / "no-servers"), **self.environment}
        return subprocess.run(order, cwd=self.root, env=given, capture_output=True, text=True, check=False)

    def tests(self, *words: str) -> dict[str, dict]:
        """Run pytest and return what became of each test, by its name."""
        results = self.root / "results.json"
        done = self.pytest("--tooljet-results", str(results), *words)
        assert results.exists(), done.stdout + done.stderr
        found = json.loads(results.read_text())["tests"]
        results.unlink()
        return {one["name"].rpartition("::")[2]: one for one in found}


@pytest.fixture
def example(tmp_path) -> Project:
    """The example of the documentation, in a folder of the test."""
    shutil.copytree(folder("examples") / "04-testing", tmp_path / "example")
    return Project(tmp_path / "example")


@pytest.fixture
def project(tmp_path) -> Project:
    """A folder with the Packing app and no tests yet."""
    root = tmp_path / "project"
    root.mkdir()
    shutil.copytree(folder("examples") / "04-testing" / "packing", root / "packing")
    return Project(root)


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """A running demo with a small shop."""
    with demo(tmp_path_factory.mktemp("testing-demo"), orders=300) as started:
        yield started
