"""/tooljet/api/queries"""

from ..drivers.sink import Sink
from ..services import queries
from ..services.context import Context
from ..wire.base import Done
from ..wire.queries import ChangeQuery, CreateQuery, QueryReply, RunOnce, RunReply, RunSaved
from .base import Handler, endpoint

QUERY = r"queries/(?P<query>[^/]+)"


class Queries(Handler):
    path = r"queries"

    @endpoint
    def get(self, ctx: Context) -> list[QueryReply]:
        """List the saved queries of the workspace."""
        return queries.listing(ctx)

    @endpoint
    def post(self, ctx: Context, body: CreateQuery) -> QueryReply:
        """Save a query under a name."""
        return queries.create(ctx, body)


class QueryOnce(Handler):
    path = r"queries/run"

    @endpoint
    def post(self, ctx: Context, body: RunOnce, sink: Sink | None = None) -> RunReply:
        """Run a query that is not saved; builders only. A notebook may ask for its rows as a stream."""
        return queries.run_once(ctx, body, sink)


class Query(Handler):
    path = QUERY

    @endpoint
    def get(self, ctx: Context, query: str) -> QueryReply:
        """Return one saved query by id or name."""
        return queries.show(ctx, query)

    @endpoint
    def patch(self, ctx: Context, query: str, body: ChangeQuery) -> QueryReply:
        """Change a saved query; what is left out stays."""
        return queries.change(ctx, query, body)

    @endpoint
    def delete(self, ctx: Context, query: str) -> Done:
        """Delete a saved query."""
        return queries.remove(ctx, query)


class QueryRun(Handler):
    path = QUERY + r"/run"

    @endpoint
    def post(self, ctx: Context, query: str, body: RunSaved, sink: Sink | None = None) -> RunReply:
        """Run a saved query with its parameters. A notebook may ask for its rows as a stream."""
        return queries.run_saved(ctx, query, body, sink)
