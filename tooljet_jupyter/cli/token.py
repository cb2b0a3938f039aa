"""`jupyter tooljet token …`: short-lived tokens for scripts."""

import time

import click

from ..services.access import ADMIN, VIEWER
from ..services.server import Server
from .output import say
from .reach import Reach, reaches

LONGEST_HOURS = 30 * 24
# Enough to read apps and to run what others wrote; nothing is changed with it.
USUAL = sorted(VIEWER | {"queries:run", "queries:view", "sources:view"})


@click.group()
def token() -> None:
    """Tokens for scripts: issue."""


@token.command("issue")
@click.option("--hours", type=click.FloatRange(0.01, LONGEST_HOURS), default=1.0, show_default=True, help="Lifetime.")
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    type=click.Choice(sorted(ADMIN)),
    metavar="RIGHT",
    help=f"A right that it carries, such as apps:edit; {', '.join(USUAL)} when left out.",
)
@reaches
def issue(reach: Reach, hours: float, scopes: tuple[str, ...]) -> None:
    """Print a token of the server's owner, good for a while and for some rights.

    Whoever can read the key file can issue tokens, so this works only where the server runs.
    """
    server = Server(reach.place())
    try:
        rights = sorted(scopes or USUAL)
        expires = int(time.time() + hours * 3600)
        made = server.tokens.issue(server.owner, lifetime_seconds=hours * 3600, scopes=rights)
        say(reach, {"token": made, "user": server.owner, "scopes": rights, "expires": expires}, made)
    finally:
        server.close()
