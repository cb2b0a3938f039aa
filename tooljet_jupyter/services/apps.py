"""Apps: made, listed, renamed, released, deleted, exported and imported."""

import re
import unicodedata

from sqlalchemy import delete, select

from ..db.models import App, DataSource, Version
from ..errors import Conflict, Invalid, NotFound
from ..exchange import app_file
from ..wire.apps import (
    AppSummary,
    ChangeApp,
    CreateApp,
    ExportedApp,
    ImportApp,
    ImportedApp,
    Release,
)
from ..wire.base import Done
from ..wire.definitions import Definition, Page
from . import definitions, plans
from .context import Context

FIRST_DRAFT = "v1"
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def listing(ctx: Context) -> list[AppSummary]:
    """Return the apps of the workspace; viewers see the released ones."""
    ctx.require("apps:view")
    mine = select(App).where(App.workspace_id == ctx.workspace_id).order_by(App.name)
    if "apps:edit" not in ctx.actor.rights:
        mine = mine.where(App.released_version_id.is_not(None))
    return [summary(ctx, app) for app in ctx.db.scalars(mine)]


def create(ctx: Context, body: CreateApp) -> AppSummary:
    """Make an app with one draft."""
    ctx.require("apps:edit")
    name = body.name.strip()
    if not name:
        raise Invalid("An app needs a name", field="name")
    app = App(
        workspace_id=ctx.workspace_id,
        name=name,
        slug=_checked_slug(body.slug) if body.slug else _free_slug(ctx, name),
        icon=body.icon,
        created_by=ctx.actor.user_id,
    )
    definition = body.definition or Definition(home_page="home", pages=[Page(id="home", name="Home", handle="home")])
    app.versions.append(draft(ctx, FIRST_DRAFT, definition))
    ctx.db.add(app)
    ctx.flush(_taken(app.slug))
    return summary(ctx, app)


def show(ctx: Context, key: str) -> AppSummary:
    """Return one app by id or slug."""
    ctx.require("apps:view")
    return summary(ctx, ctx.find(App, key, "slug"))


def change(ctx: Context, key: str, body: ChangeApp) -> AppSummary:
    """Rename an app or move its address."""
    ctx.require("apps:edit")
    app = ctx.find(App, key, "slug")
    if body.name is not None:
        app.name = body.name.strip() or app.name
    if body.slug is not None:
        app.slug = _checked_slug(body.slug)
    if body.icon is not None:
        app.icon = body.icon
    ctx.flush(_taken(app.slug))
    _announce(ctx)
    return summary(ctx, app)


def remove(ctx: Context, key: str) -> Done:
    """Delete an app with all its versions."""
    ctx.require("apps:edit")
    app = ctx.find(App, key, "slug")
    ctx.db.execute(delete(Version).where(Version.app_id == app.id))
    ctx.db.execute(delete(App).where(App.id == app.id))
    _announce(ctx)
    return Done()


def release(ctx: Context, key: str, body: Release) -> AppSummary:
    """Make a version the one that viewers get; a draft is frozen first.

    Raises
    ------
    Invalid
        A query of the version could not run: the place and the reason are named, nothing is released.
    """
    ctx.require("apps:release")
    app = ctx.find(App, key, "slug")
    version = version_of(app, body.version)
    definition = definitions.parse(version.definition)
    plans.check(ctx, definition)
    version.status = "saved"
    app.released_version_id = version.id
    _announce(ctx)
    return summary(ctx, app)


def export(ctx: Context, key: str, version: str | None) -> ExportedApp:
    """Return an app as a document for other workspaces; secrets and options of sources stay here."""
    ctx.require("apps:edit")
    app = ctx.find(App, key, "slug")
    chosen = version_of(app, version) if version else _newest(app)
    mine = select(DataSource).where(DataSource.workspace_id == ctx.workspace_id)
    sources = {source.id: (source.name, source.kind) for source in ctx.db.scalars(mine)}
    return app_file.pack(app.name, app.slug, app.icon, definitions.parse(chosen.definition), sources)


def import_app(ctx: Context, body: ImportApp) -> ImportedApp:
    """Make an app of an exported one; its sources are found by name and kind."""
    ctx.require("apps:edit")
    mine = select(DataSource).where(DataSource.workspace_id == ctx.workspace_id)
    known = {(source.name, source.kind): source.id for source in ctx.db.scalars(mine)}
    definition, missing = app_file.unpack(body.app, known)
    name = body.name or body.app.name
    made = create(
        ctx,
        CreateApp(name=name, slug=body.slug or _free_slug(ctx, name), icon=body.app.icon, definition=definition),
    )
    return ImportedApp(app=made, missing_sources=missing)


def summary(ctx: Context, app: App) -> AppSummary:
    """Return an app as it travels."""
    released = ctx.db.get(Version, app.released_version_id) if app.released_version_id else None
    return AppSummary(
        id=app.id,
        name=app.name,
        slug=app.slug,
        icon=app.icon,
        released_version=released.name if released else None,
        created_at=app.created_at,
        updated_at=app.updated_at,
    )


def draft(ctx: Context, name: str, definition: Definition) -> Version:
    """Return a new draft of a checked definition."""
    check(ctx, definition)
    text, digest = definitions.canonical(definition)
    return Version(name=name, definition=text, hash=digest, created_by=ctx.actor.user_id)


def check(ctx: Context, definition: Definition) -> None:
    """Refuse a definition that cannot work in this workspace."""
    mine = select(DataSource.id).where(DataSource.workspace_id == ctx.workspace_id)
    definitions.check(definition, sources=ctx.db.scalars(mine))


def version_of(app: App, key: str) -> Version:
    """Return a version of an app by id or name."""
    for version in app.versions:
        if key in (version.id, version.name):
            return version
    raise NotFound(f"{app.name} has no version {key}", version=key)


def _newest(app: App) -> Version:
    return max(app.versions, key=lambda version: version.updated_at)


def _announce(ctx: Context) -> None:
    ctx.db.commit()
    ctx.server.changed("apps")


def _checked_slug(slug: str) -> str:
    if not SLUG.fullmatch(slug):
        raise Invalid("An address holds lower-case letters, digits and single dashes", field="slug", slug=slug)
    return slug


def _free_slug(ctx: Context, name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "app"
    taken = set(ctx.db.scalars(select(App.slug).where(App.workspace_id == ctx.workspace_id)))
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug


def _taken(slug: str) -> Conflict:
    return Conflict(f"Another app has the address {slug}", slug=slug)
