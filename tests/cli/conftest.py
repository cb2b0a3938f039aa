"""The command line under test: on an embedded database of its own, and against a running demo."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from click.testing import CliRunner, Result

from tests.services.demo import TOKEN, Demo, demo
from tooljet_jupyter.cli import load


@dataclass
class Command:
    """Runs `jupyter tooljet …` in this process with the options that say where."""

    where: list[str] = field(default_factory=list)

    def __call__(self, *words: str, typed: str = "", fails: int = 0) -> Result:
        """Run a command and insist on its exit code."""
        done = CliRunner().invoke(load(), [*words, *self.where], input=typed)
        assert done.exit_code == fails, done.output
        return done

    def json(self, *words: str, typed: str = "", fails: int = 0):
        """Run a command with --json and return its answer."""
        return json.loads(self(*words, "--json", typed=typed, fails=fails).stdout)


@pytest.fixture
def embedded(tmp_path, monkeypatch) -> Command:
    """Commands on a database of the test, on a machine where no server runs."""
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path / "runtime"))
    return Command(["--data-dir", str(tmp_path / "data")])


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """A running demo."""
    with demo(tmp_path_factory.mktemp("cli-demo"), orders=50) as started:
        yield started


@pytest.fixture
def remote(running, monkeypatch) -> Command:
    """Commands that talk to a running server."""
    monkeypatch.setenv("TOOLJET_TOKEN", TOKEN)
    return Command(["--url", running.url])
