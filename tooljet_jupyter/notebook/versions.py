"""Where an app composed in a notebook is stored: its draft, a new one after a release, and their names."""

import re
from collections.abc import Iterable
from typing import Any

from ..errors import Conflict, NotFound
from .client import Client

Json = dict[str, Any]


def save(client: Client, app: Json, *, version: str | None) -> Json:
    """Store `{name, slug, definition}` as a draft and return the draft: the one there is, or a new one."""
    versions = stored(client, app["slug"])
    if not versions:
        client.post("apps", app)
        versions = stored(client, app["slug"])
        if version not in (None, versions[0]["name"]):
            return renamed(client, app, versions[0]["name"], version=str(version))
    else:
        client.patch(f"apps/{app['slug']}", {"name": app["name"]})
    draft = draft_of(versions, version) or start(client, app["slug"], versions, version=version)
    body = {"revision": draft["revision"], "definition": app["definition"]}
    saved: Json = client.put(f"apps/{app['slug']}/versions/{draft['id']}", body)
    return saved


def stored(client: Client, slug: str) -> list[Json]:
    """Return the versions of an app, newest first; none where there is no such app."""
    try:
        found: list[Json] = client.get(f"apps/{slug}/versions")
    except NotFound:
        return []
    return found


def draft_of(versions: list[Json], name: str | None) -> Json | None:
    """Return the draft of that name, or the newest draft where no name was given.

    Raises
    ------
    Conflict
        The version of that name is frozen.
    """
    fitting = [version for version in versions if name in (None, version["name"])]
    draft = next((version for version in fitting if version["status"] == "draft"), None)
    if name and fitting and not draft:
        free = next_name(version["name"] for version in versions)
        raise Conflict(
            f"{name} is released and stays as it is. Give another name, such as {free}, or none to get the next",
            version=name,
        )
    return draft


def start(client: Client, slug: str, versions: list[Json], *, version: str | None) -> Json:
    """Start a draft, under the next free name where none was given."""
    name = version or next_name(version["name"] for version in versions)
    made: Json = client.post(f"apps/{slug}/versions", {"name": name})
    return made


def renamed(client: Client, app: Json, first: str, *, version: str) -> Json:
    """Give the first draft of a new app the name that was asked for."""
    made: Json = client.post(f"apps/{app['slug']}/versions", {"name": version, "copy": first})
    client.delete(f"apps/{app['slug']}/versions/{first}")
    return made


def next_name(names: Iterable[str]) -> str:
    """Return v1, v2, … : the one after the highest there is."""
    numbers = [int(found[1]) for name in names if (found := re.fullmatch(r"v(\d+)", name))]
    return f"v{max(numbers, default=0) + 1}"
