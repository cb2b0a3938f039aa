"""`jupyter tooljet source …`: list, add and try data sources."""

import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote

import click
import msgspec

from ..notebook.client import Client
from . import secret
from .output import moment, say, table
from .reach import Reach, reaches

# What these fields hold is typed as it is; all others hold JSON.
TYPED = {"text", "textarea", "password", "number", "toggle", "select", "code", "sql", "file", "selector"}


@click.group()
def source() -> None:
    """Data sources: list, add, test."""


@source.command("list")
@reaches
def listing(reach: Reach) -> None:
    """List the data sources of the workspace; secrets are masked."""
    with reach.client() as client:
        found = client.get("sources")
    rows = [[one["name"], one["title"], ", ".join(one["options"]), moment(one["updatedAt"])] for one in found]
    head = ["source", "kind", "environments", "changed"]
    say(reach, found, table(head, rows) if rows else "No data sources yet.")


@source.command("add")
@click.argument("name")
@click.argument("kind")
@click.option("-o", "--option", "options", multiple=True, metavar="KEY=VALUE", help="An option of its kind.")
@click.option(
    "--options-file",
    metavar="FILE",
    help="JSON object with options, secrets included; `-` is standard input.",
)
@click.option("--environment", help="The only environment that the options are for; all when left out.")
@reaches
def add(
    reach: Reach,
    name: str,
    kind: str,
    options: tuple[str, ...],
    options_file: str | None,
    environment: str | None,
) -> None:
    """Add a data source called NAME of a KIND such as postgresql.

    A secret never stands on the command line: `-o password=-` asks for it or takes a line of standard
    input, `env:NAME` reads the environment, `@FILE` a file, `{{secrets.name}}` refers to a stored one.
    """
    given = from_file(options_file) if options_file else {}
    with reach.client() as client:
        fields = fields_of(client, kind)
        for option in options:
            key, value = pair(option)
            given[key] = typed(fields.get(key), key, value)
        body = {"name": name, "kind": kind, "options": given, "environment": environment}
        made = client.post("sources", body)
    say(reach, made, f"Added {made['name']} ({made['title']}). Try it: jupyter tooljet source test {name}")


@source.command("test")
@click.argument("name")
@click.option("--environment", help="Environment to try it in; development when left out.")
@reaches
def test(reach: Reach, name: str, environment: str | None) -> None:
    """Say whether a data source answers."""
    ask = f"?environment={quote(environment, safe='')}" if environment else ""
    with reach.client() as client:
        tried = client.post(f"sources/{quote(name, safe='')}/test{ask}")
    say(reach, tried, f"{name} answered in {tried['seconds'] * 1000:.0f} ms")


def fields_of(client: Client, kind: str) -> dict[str, dict[str, Any]]:
    """Return the fields of a kind by key; of a key that is there twice, the secret one."""
    fields = client.get(f"plugins/{quote(kind, safe='')}")["connection"]
    return {field["key"]: field for field in sorted(fields, key=lambda field: bool(field.get("secret")))}


def pair(option: str) -> tuple[str, str]:
    """Return key and value of `KEY=VALUE`."""
    key, sign, value = option.partition("=")
    if not (key and sign):
        raise click.UsageError(f"An option is KEY=VALUE, not {key}")
    return key, value


def typed(field: dict[str, Any] | None, key: str, value: str) -> Any:
    """Return a value as its field holds it."""
    if field is None:
        raise click.UsageError(f"This kind of data source has no option {key}")
    text = secret.read(key, value) if field.get("secret") else value
    if field.get("widget", "text") in TYPED:
        return text
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        raise click.UsageError(f"{key} takes JSON") from error


def from_file(name: str) -> dict[str, Any]:
    """Return the options that a file or standard input holds."""
    text = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    try:
        return msgspec.json.decode(text, type=dict[str, Any])
    except msgspec.DecodeError as error:
        raise click.UsageError(f"{name} holds no JSON object") from error
