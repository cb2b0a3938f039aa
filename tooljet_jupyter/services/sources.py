"""Data sources: added, tested, changed, listed; options per environment, secrets encrypted and masked."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from time import perf_counter
from typing import Any

from sqlalchemy import select

from ..db.models import DataSource, DataSourceOptions, Environment
from ..drivers.fields import Options, read, write
from ..drivers.manifest import Manifest
from ..drivers.pool import Key
from ..drivers.schema import Column, Table
from ..errors import Conflict, Invalid
from ..wire.base import Done
from ..wire.sources import (
    ChangeSource,
    CreateSource,
    Invoke,
    Invoked,
    SchemaColumn,
    SchemaReply,
    SchemaTable,
    SchemaTarget,
    SourceReply,
    Tried,
    TrySource,
)
from . import constants, users
from .context import Context
from .vaults import Whose


@dataclass(frozen=True)
class Connection:
    """How to reach a source in one environment: complete options, and the pool's key for them."""

    kind: str
    options: Options
    key: Key
    whose: Whose | None = None

    @classmethod
    def of(cls, source: str, environment: str, kind: str, options: Options) -> "Connection":
        """Return the connection of a source; other options are another connection."""
        return cls(kind, options, Key.of(source, environment, options))

    def personal(self, user: str) -> "Connection":
        """Return the connection of one user, where every user logs in at the source."""
        if self.whose is None or self.options.get("multiple_auth_enabled") is not True:
            return self
        key = Key.of(self.key.source, self.key.environment, [self.key.options, user])
        return replace(self, key=key, whose=self.whose._replace(owner=user))


def listing(ctx: Context) -> list[SourceReply]:
    """Return the sources of the workspace."""
    ctx.require("sources:view")
    mine = select(DataSource).where(DataSource.workspace_id == ctx.workspace_id).order_by(DataSource.name)
    return [reply(ctx, source) for source in ctx.db.scalars(mine)]


def create(ctx: Context, body: CreateSource) -> SourceReply:
    """Add a source; options are checked, secrets encrypted."""
    ctx.require("sources:edit")
    manifest = _manifest(ctx, body.kind)
    name = body.name.strip()
    if not name:
        raise Invalid("A data source needs a name", field="name")
    source = DataSource(workspace_id=ctx.workspace_id, name=name, kind=body.kind)
    options = manifest.validate(manifest.unmask(body.options, {}))
    for environment in _environments(ctx, body.environment):
        source.options.append(_sealed(ctx, manifest, environment.id, options))
    ctx.db.add(source)
    ctx.flush(_taken(name))
    return reply(ctx, source)


def show(ctx: Context, key: str) -> SourceReply:
    """Return one source by id or name."""
    ctx.require("sources:view")
    return reply(ctx, ctx.find(DataSource, key, "name"))


def change(ctx: Context, key: str, body: ChangeSource) -> SourceReply:
    """Rename a source or change its options; a masked secret keeps its value."""
    ctx.require("sources:edit")
    source = ctx.find(DataSource, key, "name")
    if body.name is not None:
        source.name = body.name.strip() or source.name
    if body.options is not None:
        manifest = _manifest(ctx, source.kind)
        for environment in _environments(ctx, body.environment):
            old = _stored(source, environment.id)
            known = _opened(ctx, manifest, old) if old else {}
            options = manifest.validate(manifest.unmask(body.options, known))
            if old:
                source.options.remove(old)
                ctx.db.flush()
            source.options.append(_sealed(ctx, manifest, environment.id, options))
    ctx.flush(_taken(source.name))
    ctx.server.pool.drop(source.id)
    _announce(ctx)
    return reply(ctx, source)


def remove(ctx: Context, key: str) -> Done:
    """Delete a source; queries that use it say so when they run."""
    ctx.require("sources:edit")
    source = ctx.find(DataSource, key, "name")
    ctx.db.delete(source)
    ctx.server.pool.drop(source.id)
    _announce(ctx)
    return Done()


def test_saved(ctx: Context, key: str, environment: str | None) -> Tried:
    """Try a saved source."""
    ctx.require("sources:view")
    source = ctx.find(DataSource, key, "name")
    found = connection(ctx, source.id, environment or users.DRAFTS)
    return _tried(ctx, found)


def test(ctx: Context, body: TrySource) -> Tried:
    """Try options before they are saved."""
    ctx.require("sources:edit")
    manifest = _manifest(ctx, body.kind)
    environment = ctx.environment(body.environment, default=users.DRAFTS)
    known: Options = {}
    if body.source:
        source = ctx.find(DataSource, body.source, "name")
        stored = _stored(source, environment.id)
        known = _opened(ctx, manifest, stored) if stored and source.kind == body.kind else {}
    options = manifest.validate(manifest.unmask(body.options, known))
    filled = constants.fill(ctx, options, environment.name)
    # Without the logins of the saved source: its tokens are not for an address that was typed just now.
    return _tried(ctx, Connection.of("", environment.name, body.kind, filled))


def schema(ctx: Context, key: str, environment: str | None) -> SchemaReply:
    """Return the tables and columns of a source."""
    ctx.require("sources:view")
    found = connection(ctx, ctx.find(DataSource, key, "name").id, environment or users.DRAFTS)
    ctx.release_session()
    with ctx.server.lease(found) as driver:
        tables = driver.schema().tables
    return SchemaReply(tables=[_table(table) for table in tables])


def invoke(ctx: Context, key: str, body: Invoke) -> Invoked:
    """Ask the driver of a source something for a form."""
    ctx.require("sources:view")
    found = connection(ctx, ctx.find(DataSource, key, "name").id, body.environment or users.DRAFTS)
    ctx.release_session()
    with ctx.server.lease(found) as driver:
        return Invoked(data=driver.invoke(body.method, body.args))


def connection(ctx: Context, source_id: str, environment: str) -> Connection:
    """Return how to reach a source of this workspace, remembered until the source or a constant changes."""
    key = (ctx.workspace_id, source_id, environment)
    found: Connection = ctx.server.cache.get("sources", key, lambda: _connection(ctx, source_id, environment))
    return found.personal(ctx.actor.user_id)


def reply(ctx: Context, source: DataSource) -> SourceReply:
    """Return a source as it travels: secrets masked, options by environment."""
    manifest = _manifest(ctx, source.kind)
    names = {environment.id: environment.name for environment in _environments(ctx, None)}
    options = {names[stored.environment_id]: manifest.mask(_opened(ctx, manifest, stored)) for stored in source.options}
    return SourceReply(
        id=source.id,
        name=source.name,
        kind=source.kind,
        title=manifest.title,
        options=options,
        updated_at=source.updated_at,
    )


def _connection(ctx: Context, source_id: str, environment: str) -> Connection:
    source = ctx.find(DataSource, source_id)
    place = ctx.environment(environment, default=users.DRAFTS)
    stored = _stored(source, place.id)
    if stored is None:
        raise Invalid(f"{source.name} is not set up for {place.name}", source=source.name, environment=place.name)
    options = constants.fill(ctx, _opened(ctx, _manifest(ctx, source.kind), stored), place.name)
    found = Connection.of(source.id, place.name, source.kind, options)
    if not _manifest(ctx, source.kind).logs_in:
        return found
    return replace(found, whose=Whose(source.id, place.id, place.name))


def _tried(ctx: Context, found: Connection) -> Tried:
    ctx.release_session()
    started = perf_counter()
    with closing(ctx.server.open(found)) as driver:
        driver.test()
    return Tried(ok=True, seconds=perf_counter() - started)


def _manifest(ctx: Context, kind: str) -> Manifest:
    return ctx.server.catalog.manifest(kind)


def _environments(ctx: Context, only: str | None) -> list[Environment]:
    if only:
        return [ctx.environment(only, default=users.DRAFTS)]
    mine = select(Environment).where(Environment.workspace_id == ctx.workspace_id).order_by(Environment.position)
    return list(ctx.db.scalars(mine))


def _stored(source: DataSource, environment_id: str) -> DataSourceOptions | None:
    return next((stored for stored in source.options if stored.environment_id == environment_id), None)


def _sealed(ctx: Context, manifest: Manifest, environment_id: str, options: Mapping[str, Any]) -> DataSourceOptions:
    open_options, secret = dict(options), {}
    for field in manifest.secrets():
        value = read(options, field.key)
        if value not in (None, ""):
            secret[field.key] = value
            write(open_options, field.key, None)
    return DataSourceOptions(
        environment_id=environment_id,
        options=open_options,
        secrets=ctx.server.secrets.seal(secret, "data source"),
    )


def _opened(ctx: Context, manifest: Manifest, stored: DataSourceOptions) -> Options:
    options: Options = dict(stored.options)
    for key, value in ctx.server.secrets.open(stored.secrets, "data source").items():
        write(options, key, value)
    return options


def _table(table: Table) -> SchemaTable:
    columns = [_column(column) for column in table.columns]
    return SchemaTable(schema=table.schema, name=table.name, kind=table.kind, columns=columns)


def _column(column: Column) -> SchemaColumn:
    found = column.target
    return SchemaColumn(
        name=column.name,
        type=column.type,
        nullable=column.nullable,
        primary_key=column.primary_key,
        default=column.default,
        references=column.foreign_key,
        target=SchemaTarget(schema=found.schema, table=found.table, column=found.column) if found else None,
        made=column.made,
        choices=column.choices,
        base=column.base,
    )


def _announce(ctx: Context) -> None:
    ctx.db.commit()
    ctx.server.changed("sources")


def _taken(name: str) -> Conflict:
    return Conflict(f"A data source is called {name} already", name=name)
