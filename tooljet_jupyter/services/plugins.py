"""Kinds of data source that this server knows."""

from typing import Any

import msgspec

from ..drivers.manifest import Manifest
from ..wire.plugins import PluginReply
from .context import Context


def listing(ctx: Context) -> list[PluginReply]:
    """Return every kind with its forms."""
    ctx.require("plugins:view")
    found = ctx.server.catalog.manifests.values()
    return [_reply(manifest) for manifest in sorted(found, key=lambda manifest: manifest.title.lower())]


def show(ctx: Context, kind: str) -> PluginReply:
    """Return one kind."""
    ctx.require("plugins:view")
    return _reply(ctx.server.catalog.manifest(kind))


def icon(ctx: Context, kind: str) -> bytes:
    """Return the SVG of a kind."""
    ctx.require("plugins:view")
    return ctx.server.catalog.icon(kind)


def _reply(manifest: Manifest) -> PluginReply:
    plain: dict[str, Any] = msgspec.to_builtins(manifest)
    return PluginReply(
        kind=manifest.kind,
        title=manifest.title,
        category=manifest.category,
        docs=manifest.docs,
        static=manifest.static,
        connection=plain["connection"],
        operations=plain["operations"],
    )
