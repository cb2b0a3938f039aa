"""`jupyter tooljet info`: what answers, and what is in it."""

from typing import Any

import click

from .. import __version__
from .db import shown
from .output import say, table
from .reach import HERE, Reach, reaches


@click.command()
@reaches
def info(reach: Reach) -> None:
    """Say which server or database answers, as whom, and what the workspace holds."""
    with reach.client() as client:
        me = client.get("me")
        reply: dict[str, Any] = {
            "version": client.get("health")["version"],
            "commandLine": __version__,
            "server": None if client.url == HERE else client.url,
            "workspace": me["workspace"],
            "user": me["name"],
            "role": me["role"],
            "apps": len(client.get("apps")),
            "sources": len(client.get("sources")),
            "queries": len(client.get("queries")),
            "kinds": sorted(kind["kind"] for kind in client.get("plugins")),
        }
    reply |= {"database": None, "dataDir": None} if reply["server"] else here(reach)
    rows = [[name, ", ".join(value) if name == "kinds" else value] for name, value in reply.items()]
    say(reach, reply, table(["", ""], [row for row in rows if row[1] is not None]))


def here(reach: Reach) -> dict[str, Any]:
    """Return where the database is that a command works on without a server."""
    place = reach.place()
    return {"database": shown(place), "dataDir": str(place.data_dir)}
