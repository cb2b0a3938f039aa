"""/tooljet/api/apps/{app}/request"""

from ..services import requests
from ..services.context import Context
from ..wire.requests import HostReply, HostRequest
from .apps import APP
from .base import Handler, endpoint


class AppRequest(Handler):
    path = APP + r"/request"

    @endpoint
    def post(self, ctx: Context, app: str, body: HostRequest) -> HostReply:
        """Make a request for code in an app, to a host that the app lists."""
        return requests.send(ctx, app, body)
