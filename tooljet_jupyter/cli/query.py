"""`jupyter tooljet query …`: run a saved query, or SQL on a data source."""

import sys
from typing import Any
from urllib.parse import quote

import click
import msgspec

from ..notebook.data.results import Result
from .output import say, table
from .reach import Reach, reaches
from .source import pair


@click.group()
def query() -> None:
    """Queries: run."""


@query.command("run")
@click.argument("name", required=False)
@click.option("--source", help="Data source to run SQL on, instead of a saved query.")
@click.option("--sql", help="The SQL, with {{name}} for parameters; `-` reads it from standard input.")
@click.option("-p", "--parameter", "texts", multiple=True, metavar="NAME=TEXT", help="A parameter, as text.")
@click.option(
    "-j",
    "--json-parameter",
    "values",
    multiple=True,
    metavar="NAME=JSON",
    help="A parameter of another type.",
)
@click.option("--environment", help="Environment to run it in; development when left out.")
@reaches
def run(
    reach: Reach,
    name: str | None,
    source: str | None,
    sql: str | None,
    texts: tuple[str, ...],
    values: tuple[str, ...],
    environment: str | None,
) -> None:
    """Run the saved query NAME, or SQL on a data source, and print its rows."""
    body: dict[str, Any] = {"parameters": parameters(texts, values), "environment": environment}
    with reach.client() as client:
        if name and not (source or sql):
            reply = client.run(f"queries/{quote(name, safe='')}/run", body)
        elif source and sql and not name:
            text = sys.stdin.read() if sql == "-" else sql
            once = {"source": source, "options": {"mode": "sql", "query": text}}
            reply = client.run("queries/run", body | once)
        else:
            raise click.UsageError("Name a saved query, or give --source and --sql")
    result = Result(reply)
    rows = [[row.get(column) for column in result.columns] for row in result.rows()]
    say(reach, reply, *([table(result.columns, rows)] if result.columns else []), summary(result))


def parameters(texts: tuple[str, ...], values: tuple[str, ...]) -> dict[str, Any]:
    """Return the parameters of a run."""
    found: dict[str, Any] = dict(map(pair, texts))
    for name, text in map(pair, values):
        try:
            found[name] = msgspec.json.decode(text)
        except msgspec.DecodeError as error:
            raise click.UsageError(f"{name} takes JSON") from error
    return found


def summary(result: Result) -> str:
    """Return how much a run brought, in words."""
    cut = " (cut off at the limit)" if result.truncated else ""
    if result.affected_rows is not None and not result.columns:
        return f"{result.affected_rows} rows changed"
    return f"{len(result)} rows{cut}"
