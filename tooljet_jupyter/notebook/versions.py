"""Where an app composed in a notebook is stored: its draft, a new one after a release, and their names."""

import re
from collections.abc import Iterable
from typing import Any

from ..errors import Conflict, NotFound, StaleRevision
from .client import Client

Json = dict[str, Any]


def save(client: Client, app: Json, *, version: str | None, base: Json | None = None) -> Json:
    """Store `{name, slug, definition}` as a draft and return the draft: the one there is, or a new one.

    Parameters
    ----------
    client : Client
        The way to the server.
    app : dict
        Name, slug and definition.
    version : str or None
        The name of the draft.
    base : dict, optional
        The version that was loaded and its revision, `{"version", "revision"}`; it is told what was saved.

    Raises
    ------
    StaleRevision
        Somebody saved the draft since it was loaded.
    """
    versions = stored(client, app["slug"])
    if not versions:
        client.post("apps", app)
        versions = stored(client, app["slug"])
        if version not in (None, versions[0]["name"]):
            return renamed(client, app, versions[0]["name"], version=str(version))
    else:
        client.patch(f"apps/{app['slug']}", {"name": app["name"]})
    draft = loaded_draft(versions, version, base) or start(client, app["slug"], versions, version=version)
    loaded = base is not None and base["version"] == draft["id"]
    revision = base["revision"] if base and loaded else draft["revision"]
    try:
        saved: Json = client.put(
            f"apps/{app['slug']}/versions/{draft['id']}", {"revision": revision, "definition": app["definition"]}
        )
    except StaleRevision as error:
        raise StaleRevision(
            f"Somebody saved {draft['name']} since you loaded it. Load the app again and put your change on top: "
            f'tj.App.load("{app["slug"]}")',
            **error.detail,
        ) from None
    if base is not None:
        base |= {"version": saved["id"], "revision": saved["revision"]}
    return saved


def loaded_draft(versions: list[Json], name: str | None, base: Json | None) -> Json | None:
    """Return the draft to save in; for an app that was loaded and without a name, the one it was loaded from."""
    if base is None or name is not None:
        return draft_of(versions, name)
    return next((one for one in versions if one["id"] == base["version"] and one["status"] == "draft"), None)


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
