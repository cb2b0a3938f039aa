"""`jupyter tooljet doctor`: is everything in place, and what to do where it is not."""

import sys
from collections.abc import Iterable, Iterator
from typing import Any

import click
from rich.text import Text

from ..services.server import Place
from .checks import Check, data, installation, kinds
from .output import say
from .reach import Reach, reaches

COLOURS = {"ok": "green", "warn": "yellow", "fail": "red"}


@click.command()
@reaches
def doctor(reach: Reach) -> None:
    """Check the installation, the data folder, the database and the plugins; exit code 1 where one fails."""
    found = [*installation.checks(), *(server(reach) if reach.url else local(reach))]
    reply = [{"check": check.name, "state": check.state, "message": check.words} for check in found]
    say(reach, reply, *map(line, found))
    if any(check.state == "fail" for check in found):
        sys.exit(1)


def server(reach: Reach) -> Iterator[Check]:
    """Look at the server that was named."""
    with reach.client() as client:
        me: dict[str, Any] = client.get("me")
        ready = client.get("health")["ready"]
        yield Check("server", "ok", f"{client.url} answers as {me['name']} ({me['role']})")
        yield (
            Check("database", "ok", "the server's database answers")
            if ready
            else Check("database", "fail", "the server's database does not answer; see the server's log")
        )


def local(reach: Reach) -> Iterable[Check]:
    """Look at the data folder, the database and the plugins of this machine."""
    settings = reach.settings()
    place: Place = settings.place()
    return [*data.checks(place), *kinds.checks(place)]


def line(check: Check) -> Text:
    """Return a check as people read it."""
    return Text.assemble((f"{check.state:<5}", COLOURS[check.state]), f"{check.name}: {check.words}")
