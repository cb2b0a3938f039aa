"""/tooljet/api/health"""

from ..services import health
from ..services.context import Context
from ..wire.health import Health as HealthReply
from .base import Handler, endpoint


class Health(Handler):
    path = r"health"

    @endpoint(public=True)
    def get(self, ctx: Context) -> HealthReply:
        """Say whether the server is alive and ready; load balancers ask without logging in."""
        return health.show(ctx)
