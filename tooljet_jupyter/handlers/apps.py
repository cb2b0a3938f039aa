"""/tooljet/api/apps"""

from ..services import apps, queries
from ..services.context import Context
from ..wire.apps import (
    AppSummary,
    ChangeApp,
    CreateApp,
    ExportedApp,
    ImportApp,
    ImportedApp,
    PreviewApp,
    Release,
    Released,
)
from ..wire.base import Done
from ..wire.queries import RunQuery, RunReply
from .base import Handler, endpoint

APP = r"apps/(?P<app>[\w-]+)"


class Apps(Handler):
    path = r"apps"

    @endpoint
    def get(self, ctx: Context) -> list[AppSummary]:
        """List the apps of the workspace; viewers see the released ones."""
        return apps.listing(ctx)

    @endpoint
    def post(self, ctx: Context, body: CreateApp) -> AppSummary:
        """Make an app with one draft."""
        return apps.create(ctx, body)


class AppImport(Handler):
    path = r"apps/import"

    @endpoint
    def post(self, ctx: Context, body: ImportApp) -> ImportedApp:
        """Make an app of an exported one."""
        return apps.import_app(ctx, body)


class AppPreview(Handler):
    path = r"apps/preview"

    @endpoint(reply=Released)
    def post(self, ctx: Context, body: PreviewApp) -> bytes:
        """Return a definition that is not saved as a browser needs it; builders only."""
        return queries.preview_unsaved(ctx, body)


class App(Handler):
    path = APP

    @endpoint
    def get(self, ctx: Context, app: str) -> AppSummary:
        """Return one app by id or slug."""
        return apps.show(ctx, app)

    @endpoint
    def patch(self, ctx: Context, app: str, body: ChangeApp) -> AppSummary:
        """Rename an app or move its address."""
        return apps.change(ctx, app, body)

    @endpoint
    def delete(self, ctx: Context, app: str) -> Done:
        """Delete an app with all its versions."""
        return apps.remove(ctx, app)


class AppReleased(Handler):
    path = APP + r"/released"
    hot = True

    @endpoint(reply=Released)
    def get(self, ctx: Context, app: str) -> bytes:
        """Return the released version as a browser needs it."""
        return queries.released(ctx, app)


class AppRelease(Handler):
    path = APP + r"/release"

    @endpoint
    def post(self, ctx: Context, app: str, body: Release) -> AppSummary:
        """Make a version the one that viewers get."""
        return apps.release(ctx, app, body)


class AppExport(Handler):
    path = APP + r"/export"

    @endpoint
    def get(self, ctx: Context, app: str, ask_version: str | None) -> ExportedApp:
        """Return an app as a document for other workspaces."""
        return apps.export(ctx, app, ask_version)


class AppQueryRun(Handler):
    path = APP + r"/queries/(?P<query>[\w-]+)/run"
    hot = True

    @endpoint
    def post(self, ctx: Context, app: str, query: str, body: RunQuery) -> RunReply:
        """Run a query of an app: one value per binding, in their order."""
        return queries.run_in_app(ctx, app, query, body)
