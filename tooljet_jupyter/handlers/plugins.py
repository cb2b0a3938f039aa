"""/tooljet/api/plugins"""

from ..services import plugins
from ..services.context import Context
from ..wire.plugins import PluginReply
from .base import Handler, endpoint

KIND = r"plugins/(?P<kind>[\w-]+)"


class Plugins(Handler):
    path = r"plugins"

    @endpoint
    def get(self, ctx: Context) -> list[PluginReply]:
        """List every kind of data source with its forms."""
        return plugins.listing(ctx)


class Plugin(Handler):
    path = KIND

    @endpoint
    def get(self, ctx: Context, kind: str) -> PluginReply:
        """Return one kind of data source."""
        return plugins.show(ctx, kind)


class PluginIcon(Handler):
    path = KIND + r"/icon"
    media_type = "image/svg+xml"

    @endpoint
    def get(self, ctx: Context, kind: str) -> bytes:
        """Return the icon of a kind as SVG."""
        return plugins.icon(ctx, kind)
