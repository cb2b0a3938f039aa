"""Answers on the terminal: tables for people, JSON for programs."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import click
import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from .reach import Reach

# Wide enough for a table in a log file, where no terminal says how wide it is.
PIPE_WIDTH = 160


def say(reach: Reach, reply: Any, *people: Any) -> None:
    """Print a reply as JSON, or what people get in its place."""
    if reach.json:
        click.echo(pretty(reply))
        return
    console = Console()
    if not console.is_terminal:
        console = Console(width=PIPE_WIDTH)
    for part in people:
        if isinstance(part, Table):
            console.print(part)
        else:
            console.print(plain(part), soft_wrap=True)


def pretty(reply: Any) -> str:
    """Return a reply as readable JSON."""
    return msgspec.json.format(msgspec.json.encode(reply), indent=2).decode()


def table(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> Table:
    """Return a table."""
    made = Table(box=None, pad_edge=False, header_style="bold", show_header=any(head))
    for name in head:
        made.add_column(plain(name), overflow="fold")
    for row in rows:
        made.add_row(*map(plain, row))
    return made


def plain(value: Any) -> Text:
    """Return a value as text that no terminal takes for a command, and rich for no markup."""
    if isinstance(value, Text):
        return value
    if value is None:
        return Text("")
    text = value if isinstance(value, str) else msgspec.json.encode(value).decode()
    return Text("".join(sign if sign.isprintable() or sign in "\n\t" else "�" for sign in text))


def moment(text: str) -> str:
    """Return a point in time as people write it here."""
    return f"{datetime.fromisoformat(text).astimezone():%Y-%m-%d %H:%M}"
