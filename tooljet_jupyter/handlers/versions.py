"""/tooljet/api/apps/{app}/versions"""

from ..services import queries, versions
from ..services.context import Context
from ..wire.apps import Released
from ..wire.base import Done
from ..wire.versions import CreateVersion, PatchVersion, SaveVersion, VersionReply, VersionSummary
from .apps import APP
from .base import Handler, endpoint

VERSION = APP + r"/versions/(?P<version>[\w.-]+)"


class Versions(Handler):
    path = APP + r"/versions"

    @endpoint
    def get(self, ctx: Context, app: str) -> list[VersionSummary]:
        """List the versions of an app, newest first."""
        return versions.listing(ctx, app)

    @endpoint
    def post(self, ctx: Context, app: str, body: CreateVersion) -> VersionReply:
        """Start a draft, from another version or from nothing."""
        return versions.create(ctx, app, body)


class Version(Handler):
    path = VERSION

    @endpoint
    def get(self, ctx: Context, app: str, version: str) -> VersionReply:
        """Return a version with its content."""
        return versions.show(ctx, app, version)

    @endpoint
    def put(self, ctx: Context, app: str, version: str, body: SaveVersion) -> VersionSummary:
        """Replace the content of a draft that stood at the given revision."""
        return versions.save(ctx, app, version, body)

    @endpoint
    def patch(self, ctx: Context, app: str, version: str, body: PatchVersion) -> VersionSummary:
        """Change a draft that stood at the given revision by a JSON Patch."""
        return versions.patch(ctx, app, version, body)

    @endpoint
    def delete(self, ctx: Context, app: str, version: str) -> Done:
        """Delete a version that is not released and not the last."""
        return versions.remove(ctx, app, version)


class VersionPreview(Handler):
    path = VERSION + r"/preview"

    @endpoint(reply=Released)
    def get(self, ctx: Context, app: str, version: str, ask_environment: str | None) -> bytes:
        """Return any version as a browser needs it; builders only."""
        return queries.preview(ctx, app, version, ask_environment)
