"""/tooljet/api/environments"""

from ..services import environments
from ..services.context import Context
from ..wire.environments import CreateEnvironment, EnvironmentReply
from .base import Handler, endpoint


class Environments(Handler):
    path = r"environments"

    @endpoint
    def get(self, ctx: Context) -> list[EnvironmentReply]:
        """List the environments of the workspace in their order."""
        return environments.listing(ctx)

    @endpoint
    def post(self, ctx: Context, body: CreateEnvironment) -> EnvironmentReply:
        """Add an environment after the others."""
        return environments.create(ctx, body)
