"""Environments: where an app runs, in the order in which it is promoted."""

from sqlalchemy import func, select

from ..db.models import Environment
from ..errors import Conflict, Invalid
from ..wire.environments import CreateEnvironment, EnvironmentReply
from .context import Context


def listing(ctx: Context) -> list[EnvironmentReply]:
    """Return the environments of the workspace in their order."""
    ctx.require("environments:view")
    mine = select(Environment).where(Environment.workspace_id == ctx.workspace_id).order_by(Environment.position)
    return [_reply(environment) for environment in ctx.db.scalars(mine)]


def create(ctx: Context, body: CreateEnvironment) -> EnvironmentReply:
    """Add an environment after the others."""
    ctx.require("environments:edit")
    name = body.name.strip()
    if not name:
        raise Invalid("An environment needs a name", field="name")
    mine = Environment.workspace_id == ctx.workspace_id
    if ctx.db.scalar(select(Environment).where(mine, Environment.name == name)):
        raise Conflict(f"An environment is called {name} already", name=name)
    last = ctx.db.scalar(select(func.max(Environment.position)).where(mine)) or 0
    environment = Environment(workspace_id=ctx.workspace_id, name=name, position=last + 1)
    ctx.db.add(environment)
    ctx.db.flush()
    return _reply(environment)


def _reply(environment: Environment) -> EnvironmentReply:
    return EnvironmentReply(id=environment.id, name=environment.name, position=environment.position)
