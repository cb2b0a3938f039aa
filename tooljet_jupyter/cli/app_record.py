"""`jupyter tooljet app record`: a session in the viewer becomes a test."""

import time
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import click
import msgspec

from ..errors import Conflict, Invalid, SourceUnreachable, ToolJetError
from ..notebook.client import Client
from ..notebook.workspace import Workspace
from ..wire.recordings import Step
from .app import app
from .app_test import installed, run
from .output import say
from .reach import Reach, reaches
from .recording.deeds import Reader
from .recording.written import Script, Session, counted, places, write

POLL_SECONDS = 0.4
# The viewer sends what happened in batches: the last one may still be on its way.
LAST_BATCH_SECONDS = 0.8


@app.command("record")
@click.argument("name", metavar="APP")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Test to write; test_APP.py when left out.")
@click.option("--version", help="Version to record; the released one when left out.")
@reaches
def record(reach: Reach, name: str, output: Path | None, version: str | None) -> None:
    """Record a session in an app's viewer as a test: open the printed link, use the app, press Stop there.

    The test is written beside a cassette with the answers of its queries, run once, and needs no server for them.
    """
    # Asked for once, where it is to be asked for.
    reach = replace(reach, token=reach.given_token())
    client = server(reach)
    try:
        about = client.get(f"apps/{quote(name, safe='')}/{viewed(version)}")
        target = output or free(Path(f"test_{about['app']['slug'].replace('-', '_')}.py"))
        if target.exists():
            raise Conflict(f"{target} is there already; choose another name with -o", path=str(target))
        steps = session(client, name, version, quiet=reach.json)
        held = recorded(about, version, steps)
        script = write(held, target, workspace=Workspace(client, client.get("me")))
    finally:
        client.close()
    passed = tried(target, reach)
    say(reach, reply(script, target, passed), *people(script, target, passed))


def server(reach: Reach) -> Client:
    """Return the API of a running server, which a viewer can be opened on."""
    client = reach.remote()
    if client is None:
        raise SourceUnreachable("A recording needs a running server: start JupyterLab, or name one with --url")
    return client


def viewed(version: str | None) -> str:
    """Return the route of an app as its viewer gets it."""
    return f"versions/{quote(version, safe='')}/preview" if version else "released"


def session(client: Client, name: str, version: str | None, *, quiet: bool) -> list[Step]:
    """Return the steps of a session: the link is printed, and somebody opens it."""
    made = client.post("recordings", {"app": name, "version": version})
    try:
        click.echo(invitation(client.url + made["path"]), err=quiet)
        return listen(client, made["id"])
    finally:
        forget(client, made["id"])


def free(path: Path) -> Path:
    """Return a path at which nothing is yet."""
    chosen, number = path, 2
    while chosen.exists():
        chosen, number = path.with_stem(f"{path.stem}_{number}"), number + 1
    return chosen


def invitation(url: str) -> str:
    """Return what the person is told."""
    return f"Open this page and use the app as its users do:\n\n  {url}\n\nPress Stop there, or Ctrl-C here, to end it."


def listen(client: Client, key: str) -> list[Step]:
    """Return the steps of the session, as soon as it has ended."""
    steps: list[Step] = []
    last, ended = 0, False
    try:
        while not ended:
            found = client.get(f"recordings/{key}/steps", after=str(last))
            steps += msgspec.convert(found["steps"], list[Step])
            last, ended = found["last"], found["ended"]
            if not ended:
                time.sleep(POLL_SECONDS)
    except KeyboardInterrupt:
        time.sleep(LAST_BATCH_SECONDS)
        client.post(f"recordings/{key}/end")
        steps += msgspec.convert(client.get(f"recordings/{key}/steps", after=str(last))["steps"], list[Step])
    except SourceUnreachable:
        # What was heard until then is worth a test.
        if not steps:
            raise
        click.echo("The server went away; the test holds what happened until then.", err=True)
    return steps


def forget(client: Client, key: str) -> None:
    """Delete the recording from the server."""
    try:
        client.delete(f"recordings/{key}")
    except ToolJetError as error:
        click.echo(f"The recording stays on the server for a day: {error.message}", err=True)


def recorded(about: dict[str, Any], version: str | None, steps: list[Step]) -> Session:
    """Return the session with the app it was about, or say that nothing happened in it."""
    parts = places(about)
    reader = Reader(parts)
    deeds = reader.read(steps)
    if len(deeds) < 2:
        raise Invalid("Nothing was done in the app, so there is nothing to test")
    return Session(about["app"]["slug"], version, about, parts, reader.start, deeds, reader.thrown_away)


def tried(target: Path, reach: Reach) -> bool | None:
    """Say whether the test passes; None where there is no pytest to run it."""
    if not installed():
        return None
    return all(one["outcome"] == "passed" for one in run([str(target)], reach)["tests"])


def reply(script: Script, target: Path, passed: bool | None) -> dict[str, Any]:
    """Return what programs are told."""
    deeds, asserts = counted(script.lines)
    return {
        "test": str(target),
        "steps": deeds,
        "asserts": asserts,
        "leftOut": script.left_out,
        "passed": passed,
    }


def people(script: Script, target: Path, passed: bool | None) -> list[str]:
    """Return what people are told."""
    deeds, asserts = counted(script.lines)
    words = [f"Wrote {target}: {deeds} steps, {asserts} asserts, and the answers of its queries beside it"]
    words += [f"Left out: {line}" for line in script.left_out]
    ends = {True: "It passes.", False: "It does not pass: run it to see why.", None: "To run it: pip install pytest"}
    return [*words, ends[passed]]
