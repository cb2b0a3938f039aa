"""Queries: those of an app and the saved ones, run as the current user."""

import re
from dataclasses import dataclass

import msgspec
from sqlalchemy import select

from ..db.models import App, DataSource, Query, Version
from ..drivers.sink import Sink
from ..errors import Conflict, Invalid, NotFound, NotReleased, ToolJetError
from ..exchange import browser
from ..templates.query import Values
from ..wire import definitions as wire
from ..wire.apps import AppInfo, PreviewApp, Released, VersionName
from ..wire.base import Done
from ..wire.queries import ChangeQuery, CreateQuery, QueryReply, RunOnce, RunQuery, RunReply, RunSaved
from . import apps, constants, definitions, execution, plans, users
from .context import Context
from .plans import Code, Plan


@dataclass(frozen=True)
class Frozen:
    """A version kept in memory: its parts by id, its queries ready to run, its text for browsers."""

    app_id: str
    definition: wire.Definition
    queries: dict[str, wire.Query]
    plans: dict[str, Plan | Code | ToolJetError]
    reply: bytes
    environment: str


def released(ctx: Context, app: str) -> bytes:
    """Return the released version of an app as a browser needs it."""
    ctx.require("apps:view")
    return frozen(ctx, app).reply


def preview(ctx: Context, app: str, version: str, environment: str | None) -> bytes:
    """Return any version of an app as a browser needs it."""
    ctx.require("apps:edit")
    return draft(ctx, app, version, environment).reply


def preview_unsaved(ctx: Context, body: PreviewApp) -> bytes:
    """Return a definition that is not saved as a browser needs it."""
    ctx.require("apps:edit")
    apps.check(ctx, body.definition)
    unsaved = AppInfo(id="", name=body.name, slug="", icon="IconApps")
    return _hold(ctx, unsaved, VersionName(id="", name="unsaved"), body.definition, users.DRAFTS).reply


def allowed_hosts(ctx: Context, app: str, version: str | None) -> list[str]:
    """Return the hosts that an app lists."""
    ctx.require("apps:edit" if version else "apps:view")
    held = draft(ctx, app, version, None) if version else frozen(ctx, app)
    return held.definition.settings.allowed_hosts


def run_in_app(ctx: Context, app: str, query: str, body: RunQuery) -> RunReply:
    """Run one query of an app: the released version, or for builders any."""
    ctx.require("apps:run")
    if body.version or body.environment:
        ctx.require("apps:edit")
        held = draft(ctx, app, body.version, body.environment)
    else:
        held = frozen(ctx, app)
    plan = _plan(held, query)
    server = execution.server_values(ctx, held.environment)
    values = Values.of_run(plan.bindings, body.values, server=server)
    return execution.run(ctx, plan, values, run=body.run, app_id=held.app_id, environment=held.environment)


def listing(ctx: Context) -> list[QueryReply]:
    """Return the saved queries of the workspace."""
    ctx.require("queries:view")
    mine = select(Query).where(Query.workspace_id == ctx.workspace_id).order_by(Query.name)
    return [_reply(query) for query in ctx.db.scalars(mine)]


def create(ctx: Context, body: CreateQuery) -> QueryReply:
    """Save a query under a name; one that can never run is refused."""
    ctx.require("queries:edit")
    name = body.name.strip()
    if not re.fullmatch(r"[^\W\d][\w -]*", name):
        raise Invalid(
            "A query's name starts with a letter and holds letters, digits, _, - and spaces",
            field="name",
        )
    kind, source = _kind(ctx, body.source, body.kind)
    query = Query(workspace_id=ctx.workspace_id, name=name, kind=kind, source_id=source, options=body.options)
    plans.plan(ctx, _as_app_query(query))
    ctx.db.add(query)
    ctx.flush(_taken(name))
    return _reply(query)


def show(ctx: Context, key: str) -> QueryReply:
    """Return one saved query by id or name."""
    ctx.require("queries:view")
    return _reply(ctx.find(Query, key, "name"))


def change(ctx: Context, key: str, body: ChangeQuery) -> QueryReply:
    """Change a saved query."""
    ctx.require("queries:edit")
    query = ctx.find(Query, key, "name")
    if body.source is not None:
        query.kind, query.source_id = _kind(ctx, body.source, None)
    if body.options is not None:
        query.options = body.options
    query.name = (body.name or "").strip() or query.name
    plans.plan(ctx, _as_app_query(query))
    ctx.flush(_taken(query.name))
    return _reply(query)


def remove(ctx: Context, key: str) -> Done:
    """Delete a saved query."""
    ctx.require("queries:edit")
    ctx.db.delete(ctx.find(Query, key, "name"))
    return Done()


def run_saved(ctx: Context, key: str, body: RunSaved, sink: Sink | None = None) -> RunReply:
    """Run a saved query with its parameters."""
    ctx.require("queries:run")
    query = ctx.find(Query, key, "name")
    return _run_alone(ctx, _as_app_query(query), body, sink)


def run_once(ctx: Context, body: RunOnce, sink: Sink | None = None) -> RunReply:
    """Run a query that is not saved."""
    ctx.require("queries:edit")
    kind, source = _kind(ctx, body.source, body.kind)
    query = wire.Query(id="once", name="query", kind=kind, source=source, options=body.options)
    if body.values is None:
        return _run_alone(ctx, query, body, sink)
    place = ctx.environment(body.environment, default=users.DRAFTS).name
    plan = plans.plan(ctx, query)
    values = Values.of_run(plan.bindings, body.values, server=execution.server_values(ctx, place))
    return execution.run(ctx, plan, values, run=body.run, app_id=None, environment=place, sink=sink)


def frozen(ctx: Context, app: str) -> Frozen:
    """Return the released version of an app, remembered until some app is released or changed."""
    held: Frozen = ctx.server.cache.get("apps", (ctx.workspace_id, app), lambda: _frozen(ctx, app))
    return held


def draft(ctx: Context, app: str, version: str | None, environment: str | None) -> Frozen:
    """Return a version as it is now."""
    found = ctx.find(App, app, "slug")
    chosen = apps.version_of(found, version or found.released_version_id or "")
    return _stored(ctx, found, chosen, environment or users.DRAFTS)


def _frozen(ctx: Context, app: str) -> Frozen:
    found = ctx.find(App, app, "slug")
    version = ctx.db.get(Version, found.released_version_id) if found.released_version_id else None
    if version is None:
        raise NotReleased(f"{found.name} is not released yet", app=found.slug)
    return _stored(ctx, found, version, users.RELEASED)


def _stored(ctx: Context, app: App, version: Version, environment: str) -> Frozen:
    about = AppInfo(id=app.id, name=app.name, slug=app.slug, icon=app.icon)
    definition = definitions.parse(version.definition)
    return _hold(ctx, about, VersionName(id=version.id, name=version.name), definition, environment)


def _hold(ctx: Context, app: AppInfo, version: VersionName, definition: wire.Definition, environment: str) -> Frozen:
    ready = {query.id: _ready(ctx, query) for query in definition.queries if query.kind != browser.RUNJS}
    bindings = {key: [] if isinstance(plan, ToolJetError) else plan.bindings for key, plan in ready.items()}
    shown, _ = constants.values(ctx, environment)
    reply = Released(
        app=app,
        version=version,
        environment=environment,
        constants=shown,
        definition=browser.viewer(definition, bindings),
    )
    queries = {query.id: query for query in definition.queries}
    return Frozen(app.id, definition, queries, ready, msgspec.json.encode(reply), environment)


def _ready(ctx: Context, query: wire.Query) -> Plan | Code | ToolJetError:
    """Return the plan, or why there is none: a broken query fails when it runs, not the whole app."""
    try:
        return plans.plan(ctx, query)
    except ToolJetError as error:
        return error


def _plan(held: Frozen, query: str) -> Plan | Code:
    if query not in held.queries:
        raise NotFound(f"The app has no query {query}", query=query)
    if query not in held.plans:
        raise Invalid("JavaScript queries run in the browser", query=query)
    plan = held.plans[query]
    if isinstance(plan, ToolJetError):
        raise plan
    return plan


def _run_alone(ctx: Context, query: wire.Query, body: RunSaved | RunOnce, sink: Sink | None) -> RunReply:
    place, parameters = ctx.environment(body.environment, default=users.DRAFTS).name, body.parameters
    plan = plans.plan(ctx, query)
    server = execution.server_values(ctx, place)
    if isinstance(plan, Code):
        # Code has no braces to fill: it reads its parameters by name.
        values = Values({**parameters, "parameters": parameters}, server)
    else:
        values = Values.of_parameters(query.options, parameters, client_keys=browser.CLIENT_OPTIONS, server=server)
    return execution.run(ctx, plan, values, run=body.run, app_id=None, environment=place, sink=sink)


def _kind(ctx: Context, source: str | None, kind: str | None) -> tuple[str, str | None]:
    if source:
        found = ctx.find(DataSource, source, "name")
        return found.kind, found.id
    if not kind:
        raise Invalid("A query needs a data source, or a kind that needs none", field="source")
    return kind, None


def _as_app_query(query: Query) -> wire.Query:
    return wire.Query(
        id=query.id or "new", name=query.name, kind=query.kind, source=query.source_id, options=query.options
    )


def _reply(query: Query) -> QueryReply:
    return QueryReply(
        id=query.id,
        name=query.name,
        kind=query.kind,
        source=query.source_id,
        options=query.options,
        parameters=execution.parameters(query.options),
        updated_at=query.updated_at,
    )


def _taken(name: str) -> Conflict:
    return Conflict(f"A query is called {name} already", name=name)
