"""/tooljet/api/constants"""

from ..services import constants
from ..services.context import Context
from ..wire.base import Done
from ..wire.constants import ChangeConstant, ConstantReply, CreateConstant
from .base import Handler, endpoint


class Constants(Handler):
    path = r"constants"

    @endpoint
    def get(self, ctx: Context) -> list[ConstantReply]:
        """List the constants of the workspace; secrets are masked."""
        return constants.listing(ctx)

    @endpoint
    def post(self, ctx: Context, body: CreateConstant) -> ConstantReply:
        """Add a constant or a secret."""
        return constants.create(ctx, body)


class Constant(Handler):
    path = r"constants/(?P<constant>[\w-]+)"

    @endpoint
    def patch(self, ctx: Context, constant: str, body: ChangeConstant) -> ConstantReply:
        """Change the values of a constant."""
        return constants.change(ctx, constant, body)

    @endpoint
    def delete(self, ctx: Context, constant: str) -> Done:
        """Delete a constant."""
        return constants.remove(ctx, constant)
