"""/tooljet/api/me"""

from ..services import users
from ..services.context import Context
from ..wire.users import Me
from .base import Handler, endpoint


class WhoAmI(Handler):
    path = r"me"

    @endpoint
    def get(self, ctx: Context) -> Me:
        """Return the one who asks, with their rights."""
        return users.me(ctx)
