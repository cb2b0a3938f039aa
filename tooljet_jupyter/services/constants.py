"""Constants and secrets: a value per environment, encrypted; secrets are used on the server only."""

import re
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from ..db.models import Constant, ConstantValue, Environment
from ..drivers.manifest import MASK
from ..errors import Conflict, Invalid
from ..templates.bindings import expressions
from ..templates.fill import fill as fill_template
from ..templates.query import Path, Values
from ..wire.base import Done
from ..wire.constants import ChangeConstant, ConstantReply, CreateConstant
from .context import Context

NAME = re.compile(r"[A-Za-z_]\w*")


def listing(ctx: Context) -> list[ConstantReply]:
    """Return the constants of the workspace, secrets masked."""
    ctx.require("constants:view")
    mine = select(Constant).where(Constant.workspace_id == ctx.workspace_id).order_by(Constant.name)
    return [_reply(ctx, constant) for constant in ctx.db.scalars(mine)]


def create(ctx: Context, body: CreateConstant) -> ConstantReply:
    """Add a constant."""
    ctx.require("constants:edit")
    if not NAME.fullmatch(body.name):
        raise Invalid("The name of a constant holds letters, digits and _", field="name", name=body.name)
    constant = Constant(workspace_id=ctx.workspace_id, name=body.name, secret=body.secret)
    ctx.db.add(constant)
    ctx.flush(Conflict(f"A constant is called {body.name} already", name=body.name))
    shared = {name: body.value for name in _environments(ctx)} if body.value is not None else {}
    return _store(ctx, constant, {**shared, **body.values})


def change(ctx: Context, key: str, body: ChangeConstant) -> ConstantReply:
    """Change the values of a constant; a masked one keeps its value."""
    ctx.require("constants:edit")
    constant = ctx.find(Constant, key, "name")
    return _store(ctx, constant, {name: value for name, value in body.values.items() if value != MASK})


def remove(ctx: Context, key: str) -> Done:
    """Delete a constant."""
    ctx.require("constants:edit")
    ctx.db.delete(ctx.find(Constant, key, "name"))
    _announce(ctx)
    return Done()


def values(ctx: Context, environment: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the open constants and the secrets of an environment, remembered until one changes."""
    key = (ctx.workspace_id, environment)
    found: tuple[dict[str, str], dict[str, str]] = ctx.server.cache.get(
        "constants", key, lambda: _values(ctx, environment)
    )
    return found


def fill(ctx: Context, options: Mapping[str, Any], environment: str) -> dict[str, Any]:
    """Return a source's options with `{{constants.x}}` and `{{secrets.x}}` replaced."""
    if not expressions(options):
        return dict(options)
    given = Values({}, lambda path: named(ctx, path, environment))
    return {key: fill_template(value, given) for key, value in options.items()}


def named(ctx: Context, path: Path, environment: str) -> str:
    """Return the constant or secret that a path such as `constants.region` names.

    Raises
    ------
    Invalid
        It has no value in this environment.
    """
    shown, hidden = values(ctx, environment)
    known, noun = (hidden, "secret") if path[0] == "secrets" else (shown, "constant")
    name = str(path[1])
    if name not in known:
        raise Invalid(f"The {noun} {name} is not set for {environment}", name=name, environment=environment)
    return known[name]


def _values(ctx: Context, environment: str) -> tuple[dict[str, str], dict[str, str]]:
    place = ctx.environment(environment, default=environment)
    rows = ctx.db.execute(
        select(Constant.name, Constant.secret, ConstantValue.value)
        .join(ConstantValue, ConstantValue.constant_id == Constant.id)
        .where(Constant.workspace_id == ctx.workspace_id, ConstantValue.environment_id == place.id)
    )
    shown: dict[str, str] = {}
    hidden: dict[str, str] = {}
    for name, secret, value in rows:
        (hidden if secret else shown)[name] = ctx.server.secrets.open(value, "constant")
    return shown, hidden


def _store(ctx: Context, constant: Constant, given: Mapping[str, str]) -> ConstantReply:
    environments = _environments(ctx)
    for name, value in given.items():
        if name not in environments:
            raise Invalid(f"There is no environment {name}", field="values", environment=name)
        sealed = ctx.server.secrets.seal(value, "constant")
        ctx.db.merge(ConstantValue(constant_id=constant.id, environment_id=environments[name], value=sealed))
    ctx.db.flush()
    ctx.db.refresh(constant)
    _announce(ctx)
    return _reply(ctx, constant)


def _reply(ctx: Context, constant: Constant) -> ConstantReply:
    names = {key: name for name, key in _environments(ctx).items()}
    opened = {
        names[stored.environment_id]: MASK if constant.secret else ctx.server.secrets.open(stored.value, "constant")
        for stored in constant.values
    }
    return ConstantReply(id=constant.id, name=constant.name, secret=constant.secret, values=opened)


def _environments(ctx: Context) -> dict[str, str]:
    mine = select(Environment).where(Environment.workspace_id == ctx.workspace_id)
    return {environment.name: environment.id for environment in ctx.db.scalars(mine)}


def _announce(ctx: Context) -> None:
    ctx.db.commit()
    ctx.server.changed("constants")
    ctx.server.changed("sources")
