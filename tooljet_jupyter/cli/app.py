"""`jupyter tooljet app …`: list apps, take them out as files, bring them in, release them."""

import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote

import click
import msgspec

from ..errors import Invalid
from ..exchange import app_folder
from ..wire.apps import ExportedApp
from .output import moment, pretty, say, table
from .reach import Reach, reaches


@click.group()
def app() -> None:
    """Apps: list, export, import, release, test, record."""


@app.command("list")
@reaches
def listing(reach: Reach) -> None:
    """List the apps of the workspace."""
    with reach.client() as client:
        found = client.get("apps")
    rows = [[one["slug"], one["name"], one["releasedVersion"], moment(one["updatedAt"])] for one in found]
    say(reach, found, table(["app", "name", "released", "changed"], rows) if rows else "No apps yet.")


@app.command("export")
@click.argument("name", metavar="APP")
@click.option("--version", "version", help="Version to export; the newest when left out.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File to write; standard output else.")
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    help="Folder to write instead, a readable file per page, component and query: for git.",
)
@reaches
def export(reach: Reach, name: str, version: str | None, output: Path | None, folder: Path | None) -> None:
    """Write an app, without secrets and without the options of its sources."""
    if output and folder:
        raise click.UsageError("Choose --output or --folder")
    with reach.client() as client:
        document = client.get(f"apps/{quote(name, safe='')}/export", version=version)
    target = output or folder
    if target is None:
        click.echo(pretty(document))
        return
    if folder:
        app_folder.write(msgspec.convert(document, ExportedApp), folder)
    else:
        target.write_text(pretty(document) + "\n", "utf-8")
    say(reach, {"app": document["slug"], "written": str(target)}, f"Wrote {target}")


@app.command("import")
@click.argument("source", metavar="FILE|FOLDER")
@click.option("--name", help="Name of the new app; the exported one's when left out.")
@click.option("--slug", help="Address of the new app; a free one when left out.")
@reaches
def import_(reach: Reach, source: str, name: str | None, slug: str | None) -> None:
    """Make an app of an exported one: a file, a folder, or `-` for standard input."""
    body = {"app": msgspec.to_builtins(exported(source)), "name": name, "slug": slug}
    with reach.client() as client:
        reply = client.post("apps/import", body)
    people = [f"Made {reply['app']['name']} at {reply['app']['slug']}"]
    if reply["missingSources"]:
        missing = ", ".join(reply["missingSources"])
        people.append(f"Add these data sources and choose them in its queries: {missing}")
    say(reach, reply, *people)


@app.command("release")
@click.argument("name", metavar="APP")
@click.argument("version", required=False)
@reaches
def release(reach: Reach, name: str, version: str | None) -> None:
    """Make a version the one that viewers get; the newest draft when VERSION is left out."""
    place = f"apps/{quote(name, safe='')}"
    with reach.client() as client:
        chosen = version or draft(client.get(f"{place}/versions"))
        reply = client.post(f"{place}/release", {"version": chosen})
    say(reach, reply, f"Released {reply['releasedVersion']} of {reply['name']}")


def draft(versions: list[dict[str, Any]]) -> str:
    """Return the draft that was changed last."""
    drafts = [version for version in versions if version["status"] == "draft"]
    if not drafts:
        raise Invalid("The app has no draft; name the version to release")
    return str(max(drafts, key=lambda version: version["updatedAt"])["id"])


def exported(source: str) -> ExportedApp:
    """Return the app that a file, a folder or standard input holds."""
    if source != "-" and Path(source).is_dir():
        return app_folder.read(Path(source))
    text = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    try:
        return msgspec.json.decode(text, type=ExportedApp)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Invalid(f"{source} is no exported app: {error}", file=source) from error
