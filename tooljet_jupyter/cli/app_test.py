"""`jupyter tooljet app test`: the tests of an app, run by pytest and told in a few lines."""

import importlib.util
import os
import subprocess
import sys
import tempfile
import textwrap
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import msgspec
from rich.text import Text

from ..errors import Invalid, MissingLibrary, NotFound, ToolJetError
from ..exchange.app_folder import APP
from .app import app, exported
from .output import say
from .reach import Reach, reaches

NO_TESTS = 5
MARKS = {"passed": ("✓", "green"), "failed": ("✗", "red"), "error": ("✗", "red"), "skipped": ("-", "yellow")}
TESTS = ("test_*.py", "*_test.py")


@app.command("test")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("-k", "chosen", metavar="EXPRESSION", help="Run only tests whose names match, as pytest's own -k.")
@click.option("--record", is_flag=True, help="Record the cassettes of recorded queries anew.")
@reaches
def test(reach: Reach, path: Path, chosen: str | None, record: bool) -> None:
    """Run the tests beside an exported app (a file or a folder), or the tests of a folder.

    Apps run without a browser; `--url` and `--token` name the server for tests with real queries.
    """
    if reach.config or reach.data_dir:
        raise click.UsageError("Tests ask a running server, if any: name it with --url")
    if not installed():
        raise MissingLibrary("Tests need pytest: pip install pytest", install="pip install pytest")
    found = run(order(path, chosen=chosen, record=record), reach)
    say(reach, found, *people(found["tests"], found["seconds"]))
    if any(one["outcome"] in ("failed", "error") for one in found["tests"]):
        sys.exit(1)


def installed() -> bool:
    """Say whether there is a pytest to run tests with."""
    return importlib.util.find_spec("pytest") is not None


def order(path: Path, *, chosen: str | None, record: bool) -> list[str]:
    """Return pytest's arguments for the tests that a path means."""
    if not path.exists():
        raise NotFound(f"There is nothing at {path}", path=str(path))
    app_path, tests = meant(path)
    words = [str(test) for test in tests]
    words += ["--tooljet-app", str(app_path.resolve())] if app_path else []
    words += ["-k", chosen] if chosen else []
    return [*words, "--tooljet-record"] if record else words


def meant(path: Path) -> tuple[Path | None, list[Path]]:
    """Return the app that a path names, if it does, and where its tests are."""
    if path.is_dir() and (path / APP).is_file():
        exported(str(path))
        inside = any(path.rglob(TESTS[0])) or any(path.rglob(TESTS[1]))
        return path, [path] if inside else beside(path)
    if path.is_dir() or path.suffix == ".py":
        return None, [path]
    if path.suffix == ".json":
        exported(str(path))
        return path, beside(path)
    raise Invalid(f"{path} is no exported app, no folder and no test file", path=str(path))


def beside(path: Path) -> list[Path]:
    """Return the tests in the folder of an app."""
    found = sorted(test for pattern in TESTS for test in path.resolve().parent.glob(pattern))
    if not found:
        raise NotFound(
            f"There are no tests beside {path}: write test_{path.stem}.py there, or record one "
            "(jupyter tooljet app record)",
            path=str(path),
        )
    return found


def run(words: list[str], reach: Reach) -> dict[str, Any]:
    """Run pytest in a process of its own and return what its tests said."""
    with tempfile.TemporaryDirectory() as room:
        results = Path(room) / "results.json"
        given = ["--tooljet-results", str(results), *(["--tooljet-url", reach.url] if reach.url else [])]
        # By the environment: everybody on the machine can read the arguments of a process.
        token = {"TOOLJET_TOKEN": reach.given_token()} if reach.token else {}
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "pytest",
                "-q",
                "--no-header",
                "-p",
                "no:cacheprovider",
                "--continue-on-collection-errors",
                *words,
                *given,
            ],
            env={**os.environ, **{key: value for key, value in token.items() if value}},
            capture_output=True,
            text=True,
            check=False,
        )
        found: dict[str, Any] = (
            msgspec.json.decode(results.read_bytes()) if results.is_file() else {"tests": [], "seconds": 0.0}
        )
    if found["tests"]:
        return found
    if done.returncode in (0, NO_TESTS):
        raise NotFound(f"No tests were found in {', '.join(words[:1])}" + filtered(words))
    raise ToolJetError(f"pytest could not run: {last(done.stderr or done.stdout)}", output=done.stdout + done.stderr)


def filtered(words: list[str]) -> str:
    """Return what the tests were asked to be called."""
    return f" that match {words[words.index('-k') + 1]!r}" if "-k" in words else ": their files are called test_….py"


def last(text: str) -> str:
    """Return the line in which a program says what stopped it."""
    lines = [line.removeprefix("ERROR: ") for line in text.splitlines() if line.strip()]
    return next((line for line in lines if "rror" in line), lines[-1] if lines else "it said nothing")


def people(tests: list[dict[str, Any]], seconds: float) -> Iterator[Any]:
    """Yield what a person reads: a line per test, why the failing ones failed, and the sum."""
    for one in tests:
        yield line(one)
    for one in tests:
        if one["outcome"] in ("failed", "error"):
            yield Text(f"\n{short(one['name'])}", style="bold red")
            yield indented(one["message"])
            for title, text in one["sections"]:
                yield Text(f"  {title}", style="bold")
                yield indented(text)
    counts = Counter(one["outcome"] for one in tests)
    words = ", ".join(f"{counts[name]} {name}" for name in MARKS if counts[name])
    yield f"\n{words} in {seconds:.1f} s"


def line(one: dict[str, Any]) -> Text:
    """Return a test in one line."""
    mark, colour = MARKS[one["outcome"]]
    return Text.assemble((mark, colour), f" {short(one['name'])} ", (f"{one['seconds'] * 1000:,.0f} ms", "dim"))


def short(name: str) -> str:
    """Return the name of a test as its author wrote it."""
    return name.rpartition("/")[2]


def indented(text: str) -> str:
    """Return a text further to the right."""
    return textwrap.indent(textwrap.dedent(text), "    ")
