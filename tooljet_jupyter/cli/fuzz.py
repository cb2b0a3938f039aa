"""`jupyter tooljet app fuzz …`: tries an app out by itself and says what is wrong with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import click
from rich.console import Console
from rich.text import Text

from ..headless.app import HeadlessApp
from ..headless.fuzz.budget import Budget
from ..headless.fuzz.campaign import Campaign, Report
from ..headless.fuzz.findings import KINDS, Found
from ..headless.fuzz.script import body, file_name, written
from ..headless.start import Start
from ..notebook.loadable import Loadable, is_path, loadable
from .app import app
from .output import plain, say
from .reach import Reach, reaches

Json = dict[str, Any]
# What takes longer than this in one go is taken for something that does not end.
TIMEOUT_SECONDS = 3.0


@app.command("fuzz")
@click.argument("name", metavar="APP|FILE|FOLDER")
@click.option("--version", "version", help="Version to try out; the newest when left out.")
@click.option("--seconds", type=click.FloatRange(min=1), default=30.0, show_default=True, help="How long to try.")
@click.option("--seed", default=0, show_default=True, help="Where chance starts; the same one does the same again.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write a pytest file into for each finding.",
)
@reaches
def fuzz(reach: Reach, name: str, version: str | None, seconds: float, seed: int, output: Path | None) -> None:
    """Click and type at random, with queries that answer well and badly, and say what goes wrong.

    Nothing is really run: no query reaches its data source. The exit code is 1 when something was found.
    """
    found = fetched(reach, name, version)
    with watching(reach) as progress:
        campaign = Campaign(
            lambda *, device, page: HeadlessApp(
                Start(found.viewer, found.name, page=page, device=device, constants=found.constants),
                queries="stubbed",
                timeout_seconds=TIMEOUT_SECONDS,
            ),
            found.stored,
            budget=Budget(seconds=seconds),
            seed=seed,
            progress=progress,
        )
        report = campaign.run()
    files = write(report, campaign, name, output) if output else {}
    reply = {
        "app": name,
        "seed": seed,
        **summary(report),
        "findings": [told(one, campaign, name, files) for one in report.found],
    }
    say(reach, reply, *people(report, campaign, name, files))
    if report.found:
        click.get_current_context().exit(1)


def fetched(reach: Reach, name: str, version: str | None) -> Loadable:
    """Return an app: out of a file or folder, or of the workspace."""
    target: Any = Path(name)
    if not is_path(name, target):
        with reach.client() as client:
            target = client.get(f"apps/{quote(name, safe='')}/export", version=version)
    return loadable(target, version=None, workspace=None, environment=None, queries="stubbed")


@contextmanager
def watching(reach: Reach) -> Iterator[Any]:
    """Yield what shows how far it is; programs are shown nothing."""
    console = Console(stderr=True)
    if reach.json or not console.is_terminal:
        yield lambda _: None
        return
    with console.status("Loading the app") as status:

        def show(campaign: Campaign) -> None:
            seconds, count = campaign.budget.elapsed, len(campaign.found)
            status.update(f"{seconds:.0f} s · {campaign.runs} runs · {campaign.budget.done} steps · {count} findings")

        yield show


def write(report: Report, campaign: Campaign, name: str, folder: Path) -> dict[tuple[str, str], Path]:
    """Write a test for each finding, and return where."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {}
    for number, found in enumerate(report.found, 1):
        files[found.finding.key] = folder / file_name(number)
        files[found.finding.key].write_text(written(found, campaign.facts, name), "utf-8")
    return files


def summary(report: Report) -> Json:
    """Return how much was done."""
    return {"runs": report.runs, "steps": report.steps, "seconds": round(report.seconds, 1)}


def told(found: Found, campaign: Campaign, name: str, files: dict[tuple[str, str], Path]) -> Json:
    """Return a finding as programs get it."""
    finding = found.finding
    file = files.get(finding.key)
    return {
        "kind": finding.kind,
        "title": KINDS[finding.kind],
        "place": finding.place,
        "what": finding.what,
        "script": list(body(found, campaign.facts, name)),
        "page": found.page,
        "file": str(file) if file else None,
    }


def people(report: Report, campaign: Campaign, name: str, files: dict[tuple[str, str], Path]) -> Iterator[Any]:
    """Yield what people read: each finding, how to get there, what was on the page."""
    for number, found in enumerate(report.found, 1):
        finding = found.finding
        yield Text(f"{number}. {KINDS[finding.kind]}: {finding.place}", style="bold")
        yield f"   {finding.what}"
        yield Text("\n".join(f"     {plain(line)}" for line in body(found, campaign.facts, name)), style="cyan")
        yield Text("\n".join(f"     {plain(line)}" for line in found.page.splitlines()[:MOST_LINES]), style="dim")
        yield f"   Written to {files[finding.key]}\n" if finding.key in files else ""
    count = len(report.found)
    words = f"{count} finding{'' if count == 1 else 's'}" if count else "Nothing found"
    yield f"{words} in {report.runs} runs, {report.steps} steps, {report.seconds:.0f} s"


# A page in words is cut here; the script says how to see the rest.
MOST_LINES = 25
