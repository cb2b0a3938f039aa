"""/tooljet/api/settings"""

from ..services import settings
from ..services.context import Context
from ..wire.settings import ChangeSettings, SettingsReply
from .base import Handler, endpoint


class Settings(Handler):
    path = r"settings"

    @endpoint
    def get(self, ctx: Context) -> SettingsReply:
        """Return the settings of the workspace."""
        return settings.show(ctx)

    @endpoint
    def patch(self, ctx: Context, body: ChangeSettings) -> SettingsReply:
        """Change some settings and return all."""
        return settings.change(ctx, body)
