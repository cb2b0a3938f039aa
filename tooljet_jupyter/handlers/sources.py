"""/tooljet/api/sources"""

from ..services import sources
from ..services.context import Context
from ..wire.base import Done
from ..wire.sources import (
    ChangeSource,
    CreateSource,
    Invoke,
    Invoked,
    SchemaReply,
    SourceReply,
    Tried,
    TrySource,
)
from .base import Handler, endpoint

SOURCE = r"sources/(?P<source>[^/]+)"


class Sources(Handler):
    path = r"sources"

    @endpoint
    def get(self, ctx: Context) -> list[SourceReply]:
        """List the data sources of the workspace; secrets are masked."""
        return sources.listing(ctx)

    @endpoint
    def post(self, ctx: Context, body: CreateSource) -> SourceReply:
        """Add a data source."""
        return sources.create(ctx, body)


class SourceTest(Handler):
    path = r"sources/test"

    @endpoint
    def post(self, ctx: Context, body: TrySource) -> Tried:
        """Try options before they are saved."""
        return sources.test(ctx, body)


class Source(Handler):
    path = SOURCE

    @endpoint
    def get(self, ctx: Context, source: str) -> SourceReply:
        """Return one data source by id or name; secrets are masked."""
        return sources.show(ctx, source)

    @endpoint
    def patch(self, ctx: Context, source: str, body: ChangeSource) -> SourceReply:
        """Rename a data source or change its options."""
        return sources.change(ctx, source, body)

    @endpoint
    def delete(self, ctx: Context, source: str) -> Done:
        """Delete a data source."""
        return sources.remove(ctx, source)


class SavedSourceTest(Handler):
    path = SOURCE + r"/test"

    @endpoint
    def post(self, ctx: Context, source: str, ask_environment: str | None) -> Tried:
        """Try a saved data source."""
        return sources.test_saved(ctx, source, ask_environment)


class SourceSchema(Handler):
    path = SOURCE + r"/schema"

    @endpoint
    def get(self, ctx: Context, source: str, ask_environment: str | None) -> SchemaReply:
        """Return the tables and columns of a data source."""
        return sources.schema(ctx, source, ask_environment)


class SourceInvoke(Handler):
    path = SOURCE + r"/invoke"

    @endpoint
    def post(self, ctx: Context, source: str, body: Invoke) -> Invoked:
        """Ask the driver of a data source something for a form."""
        return sources.invoke(ctx, source, body)
