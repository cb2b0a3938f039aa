"""/tooljet/api/runs"""

from ..services import runs
from ..services.context import Context
from ..wire.base import Done
from ..wire.runs import RunRecord
from .base import Handler, endpoint


class Runs(Handler):
    path = r"runs"

    @endpoint
    def get(self, ctx: Context) -> list[RunRecord]:
        """List the newest runs of the workspace."""
        return runs.recent(ctx)


class Run(Handler):
    path = r"runs/(?P<run>[\w-]+)"

    @endpoint
    def get(self, ctx: Context, run: str) -> RunRecord:
        """Return one ended run."""
        return runs.show(ctx, run)

    @endpoint
    def delete(self, ctx: Context, run: str) -> Done:
        """Cancel a run of one's own, in its database."""
        return runs.cancel(ctx, run)
