"""Versions: drafts that are saved against a revision, and saved ones that stay as they are."""

from typing import Any

import jsonpatch
import msgspec
from sqlalchemy import update

from ..db.models import App, Version, now
from ..errors import Conflict, Invalid, StaleRevision
from ..wire.base import Done
from ..wire.definitions import Definition
from ..wire.versions import CreateVersion, PatchVersion, SaveVersion, VersionReply, VersionSummary
from . import apps, definitions
from .context import Context


def listing(ctx: Context, app: str) -> list[VersionSummary]:
    """Return the versions of an app, newest first."""
    ctx.require("apps:edit")
    found = ctx.find(App, app, "slug")
    return [summary(found, version) for version in reversed(found.versions)]


def create(ctx: Context, app: str, body: CreateVersion) -> VersionReply:
    """Start a draft, from another version or from nothing."""
    ctx.require("apps:edit")
    found = ctx.find(App, app, "slug")
    if not body.name.strip():
        raise Invalid("A version needs a name", field="name")
    content = definitions.parse(apps.version_of(found, body.copy).definition) if body.copy else Definition()
    version = apps.draft(ctx, body.name.strip(), content)
    found.versions.append(version)
    ctx.flush(Conflict(f"The app has a version {body.name} already", version=body.name))
    return show(ctx, app, version.id)


def show(ctx: Context, app: str, key: str) -> VersionReply:
    """Return a version with its content."""
    ctx.require("apps:edit")
    found = ctx.find(App, app, "slug")
    version = apps.version_of(found, key)
    return VersionReply(
        **msgspec.structs.asdict(summary(found, version)), definition=definitions.parse(version.definition)
    )


def save(ctx: Context, app: str, key: str, body: SaveVersion) -> VersionSummary:
    """Replace the content of a draft.

    Raises
    ------
    StaleRevision
        Somebody saved first; `detail.revision` is where the draft stands now.
    """
    ctx.require("apps:edit")
    found = ctx.find(App, app, "slug")
    version = _draft(found, key)
    apps.check(ctx, body.definition)
    return _store(ctx, found, version, body.revision, body.definition)


def patch(ctx: Context, app: str, key: str, body: PatchVersion) -> VersionSummary:
    """Change a draft by a JSON Patch."""
    ctx.require("apps:edit")
    found = ctx.find(App, app, "slug")
    version = _draft(found, key)
    if version.revision != body.revision:
        raise _stale(version)
    try:
        changed = jsonpatch.apply_patch(msgspec.json.decode(version.definition), body.patch)
        definition = msgspec.convert(changed, Definition)
    except (jsonpatch.JsonPatchException, jsonpatch.JsonPointerException) as error:
        raise Invalid(f"The patch does not fit: {error}", field="patch") from error
    except msgspec.ValidationError as error:
        raise Invalid(f"The patched definition is wrong: {error}", field="patch") from error
    apps.check(ctx, definition)
    return _store(ctx, found, version, body.revision, definition)


def remove(ctx: Context, app: str, key: str) -> Done:
    """Delete a version that is not released and not the last."""
    ctx.require("apps:edit")
    found = ctx.find(App, app, "slug")
    version = apps.version_of(found, key)
    if version.id == found.released_version_id:
        raise Conflict("The released version cannot be deleted; release another one first", version=version.name)
    if len(found.versions) == 1:
        raise Conflict("An app keeps at least one version", version=version.name)
    found.versions.remove(version)
    return Done()


def summary(app: App, version: Version) -> VersionSummary:
    """Return a version as it travels in a list."""
    return VersionSummary(
        id=version.id,
        name=version.name,
        status=version.status,
        revision=version.revision,
        hash=version.hash,
        released=version.id == app.released_version_id,
        created_at=version.created_at,
        updated_at=version.updated_at,
    )


def _draft(app: App, key: str) -> Version:
    version = apps.version_of(app, key)
    if version.status != "draft":
        raise Conflict(f"{version.name} is saved and cannot change; start a new version from it", version=version.name)
    return version


def _store(ctx: Context, app: App, version: Version, revision: int, definition: Definition) -> VersionSummary:
    text, digest = definitions.canonical(definition)
    # One statement that compares and writes: two savers at once cannot both win.
    written: Any = ctx.db.execute(
        update(Version)
        .where(Version.id == version.id, Version.revision == revision, Version.status == "draft")
        .values(definition=text, hash=digest, revision=revision + 1, updated_at=now())
    )
    ctx.db.refresh(version)
    if written.rowcount != 1:
        raise _stale(version)
    return summary(app, version)


def _stale(version: Version) -> StaleRevision:
    return StaleRevision("Somebody saved this draft since you read it", version=version.name, revision=version.revision)
