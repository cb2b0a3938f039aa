"""`jupyter tooljet app record` as somebody runs it in a terminal, and what it printed."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .demo import TOKEN, Demo

PROGRAM = Path(sys.executable).with_name("jupyter-tooljet")
LINK = re.compile(r"http://\S+record=([\w-]+)\S*")


@dataclass
class Recorder:
    """A recording under way."""

    program: subprocess.Popen[str]
    link: str
    """The page to open, with the token in it."""
    key: str

    def end(self) -> str:
        """Wait for the test to be written and return what was said."""
        said, _ = self.program.communicate(timeout=90)
        return said


@contextmanager
def recorder(demo: Demo, target: Path, app: str, *words: str) -> Iterator[Recorder]:
    """Record an app of a running demo until the block ends."""
    order = [str(PROGRAM), "app", "record", app, "-o", str(target), "--url", demo.url, "--token", "-", *words]
    pipe = subprocess.PIPE
    with subprocess.Popen(order, text=True, stdin=pipe, stdout=pipe, stderr=subprocess.STDOUT) as running:
        assert running.stdin
        assert running.stdout
        running.stdin.write(f"{TOKEN}\n")
        running.stdin.close()
        running.stdin = None
        said = ""
        while not (found := LINK.search(said)):
            line = running.stdout.readline()
            assert line, said
            said += line
        yield Recorder(running, f"{found[0]}&token={TOKEN}", found[1])
        running.kill()
