"""Settings of the workspace."""

from sqlalchemy import select

from ..db.models import Setting, Workspace
from ..wire.settings import ChangeSettings, SettingsReply
from .context import Context


def show(ctx: Context) -> SettingsReply:
    """Return the settings of the workspace."""
    ctx.require("settings:view")
    mine = select(Setting).where(Setting.workspace_id == ctx.workspace_id).order_by(Setting.key)
    workspace = ctx.db.get_one(Workspace, ctx.workspace_id)
    return SettingsReply(name=workspace.name, settings={row.key: row.value for row in ctx.db.scalars(mine)})


def change(ctx: Context, body: ChangeSettings) -> SettingsReply:
    """Change some settings and return all."""
    ctx.require("settings:edit")
    workspace = ctx.db.get_one(Workspace, ctx.workspace_id)
    workspace.name = (body.name or "").strip() or workspace.name
    for key, value in body.settings.items():
        stored = ctx.db.get(Setting, (ctx.workspace_id, key))
        if value is None and stored:
            ctx.db.delete(stored)
        elif value is not None:
            ctx.db.merge(Setting(workspace_id=ctx.workspace_id, key=key, value=value))
    ctx.db.flush()
    return show(ctx)
