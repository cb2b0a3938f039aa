"""One run of a query: hooks, deadline, a warm connection, the record of how it ended."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from time import perf_counter
from typing import Any
from uuid import uuid4

import msgspec

from ..db.models import now
from ..drivers.driver import Driver, Run
from ..drivers.result import Result
from ..drivers.sink import Sink
from ..errors import Cancelled, Invalid, ToolJetError
from ..hooks import QueryCall, QueryOutcome
from ..templates.query import Resolver, query_bindings
from ..wire.queries import Column, RunReply
from . import constants, python, sources, tables
from .context import Context
from .plans import Code, Plan, Values
from .runs import Active, Record

TOOLJETDB = "tooljetdb"


@dataclass(frozen=True)
class Doing:
    """A run under way: what every part of it needs to know."""

    run: Run
    active: Active
    environment: str


def run(
    ctx: Context,
    plan: Plan | Code,
    values: Values,
    *,
    run: str | None,
    app_id: str | None,
    environment: str,
    sink: Sink | None = None,
) -> RunReply:
    """Run a plan with its values and return what came back; the end is recorded whatever it was.

    Rows go to `sink` as they come, where there is one and the source sends rows.
    """
    limits = ctx.server.limits
    identity = run or str(uuid4())
    started_at, started = now(), perf_counter()
    active = ctx.server.runs.begin(identity, ctx.actor.user_id)
    name = plan.name if isinstance(plan, Plan) else "code"
    call = QueryCall(identity, plan.query.name, plan.query.kind, name, app_id, ctx.actor.name)
    deadline = _deadline(plan.query.options, limits.query_timeout_seconds)
    asked = Run(identity, deadline, limits.max_rows, limits.max_bytes)
    if sink and not plan.transformation:
        asked = replace(asked, sink=sink, stream_seconds=limits.stream_timeout_seconds)
    doing = Doing(asked, active, environment)
    outcome = QueryOutcome("failed", 0.0, None, "The server met an error it did not expect")
    try:
        ctx.release_session()
        ctx.server.hooks.before_query(call=call)
        result = _transformed(ctx, plan, values, doing, _work(ctx, plan, values, doing))
        outcome = QueryOutcome("done", perf_counter() - started, _count(result), None)
    except ToolJetError as error:
        status = "cancelled" if isinstance(error, Cancelled) else "failed"
        outcome = QueryOutcome(status, perf_counter() - started, None, error.message)
        raise
    finally:
        ctx.server.runs.end(identity, _record(ctx, plan, identity, app_id, started_at, outcome))
        ctx.server.hooks.after_query(call=call, outcome=outcome)
    return RunReply(
        run=identity,
        columns=[Column(name=column.name, type=column.type) for column in result.columns],
        data=result.data,
        truncated=result.truncated,
        limit=limits.max_rows,
        affected_rows=result.affected_rows,
        metadata=result.metadata,
        seconds=perf_counter() - started,
    )


def server_values(ctx: Context, environment: str) -> Resolver:
    """Return what answers constants, secrets and `globals.server`, which no browser can set."""

    def resolve(path: tuple[str | int, ...]) -> Any:
        if path[0] == "globals":
            return _user_value(ctx, path[2:])
        value = constants.named(ctx, path, environment)
        if path[0] == "secrets":
            ctx.revealed.add(value)
        return value

    return resolve


def parameters(options: Mapping[str, Any]) -> list[str]:
    """Return the names that a saved query wants from its caller."""
    wanted = query_bindings({key: value for key, value in options.items() if key != "parameters"})
    return list(dict.fromkeys(name.removeprefix("parameters.") for name in wanted))


def _work(ctx: Context, plan: Plan | Code, values: Values, doing: Doing) -> Result:
    if isinstance(plan, Code):
        ctx.release_session()
        return python.run(ctx, plan.code, python.names(values), doing)
    connection = _connection(ctx, plan, doing.environment)
    ctx.release_session()
    with ctx.server.lease(connection) as driver:
        options = plan.options(values, _identifiers(ctx, connection, driver))
        # Constants, secrets and names may have been read once more.
        ctx.release_session()
        with doing.active.work_of(driver):
            return driver.run(plan.name, options, replace(doing.run, secrets=frozenset(ctx.revealed)))


def _transformed(ctx: Context, plan: Plan | Code, values: Values, doing: Doing, result: Result) -> Result:
    if not plan.transformation:
        return result
    given = {**python.names(values), "data": msgspec.to_builtins(result.data)}
    return python.run(ctx, plan.transformation, given, doing)


def _connection(ctx: Context, plan: Plan, environment: str) -> sources.Connection:
    if plan.query.source is not None:
        return sources.connection(ctx, plan.query.source, environment)
    if plan.query.kind == TOOLJETDB:
        return tables.connection(ctx)
    return sources.Connection.of("", environment, plan.query.kind, {})


def _identifiers(ctx: Context, connection: sources.Connection, driver: Driver) -> Callable[[str], bool]:
    """Return what knows the names of the source's tables and columns; asked only for marked bindings."""
    key = (ctx.workspace_id, connection.key, "names")
    return lambda name: name in ctx.server.cache.get("sources", key, lambda: _names(driver))


def _names(driver: Driver) -> frozenset[str]:
    found: set[str] = set()
    for table in driver.schema().tables:
        columns = {column.name for column in table.columns}
        found |= columns | {table.name} | {f"{table.name}.{column}" for column in columns}
        if table.schema:
            found |= {table.schema, f"{table.schema}.{table.name}"}
    return frozenset(found)


def _deadline(options: Mapping[str, Any], limit_seconds: float) -> float:
    try:
        asked = float(options.get("query_timeout") or 0) / 1000
    except (TypeError, ValueError):
        return limit_seconds
    return min(asked, limit_seconds) if asked > 0 else limit_seconds


def _count(result: Result) -> int | None:
    if result.row_count is not None:
        return result.row_count
    return len(result.data) if isinstance(result.data, list) else None


def _user_value(ctx: Context, path: tuple[str | int, ...]) -> Any:
    actor = ctx.actor
    user = {"id": actor.user_id, "name": actor.name, "email": actor.email, "role": actor.role}
    if not path or path[0] != "currentUser":
        raise Invalid(f"globals.server has no {'.'.join(map(str, path))}")
    return user if len(path) == 1 else user.get(str(path[1]))


def _record(
    ctx: Context, plan: Plan | Code, run: str, app_id: str | None, started_at: Any, outcome: QueryOutcome
) -> Record:
    return Record(
        id=run if len(run) <= 36 else str(uuid4()),
        workspace_id=ctx.workspace_id,
        app_id=app_id,
        query=plan.query.name,
        kind=plan.query.kind,
        source_id=plan.query.source,
        user_id=ctx.actor.user_id,
        status=outcome.status,
        started_at=started_at,
        seconds=outcome.seconds,
        row_count=outcome.row_count,
        error=outcome.error,
    )
