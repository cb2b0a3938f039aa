"""Apps, their versions and releases."""

from datetime import datetime
from typing import Any

from .base import Body, Reply
from .definitions import Definition, ViewerDefinition


class AppSummary(Reply):
    """One app in a list."""

    id: str
    name: str
    slug: str
    icon: str
    released_version: str | None
    created_at: datetime
    updated_at: datetime


class CreateApp(Body):
    """Make an app with one empty draft, or with a given definition."""

    name: str
    slug: str | None = None
    icon: str = "IconApps"
    definition: Definition | None = None


class ChangeApp(Body):
    """Rename an app or move its address; what is left out stays."""

    name: str | None = None
    slug: str | None = None
    icon: str | None = None


class PreviewApp(Body):
    """Look at a definition that is not saved."""

    name: str
    definition: Definition


class Release(Body):
    """Make a version the one that viewers get; its name or its id."""

    version: str


class AppInfo(Reply):
    """What a viewer sees of an app besides its definition."""

    id: str
    name: str
    slug: str
    icon: str


class VersionName(Reply):
    """A version by id and name."""

    id: str
    name: str


class ViewerUser(Reply):
    """Who is looking, as `globals.currentUser`."""

    id: str
    name: str
    email: str | None
    role: str


class Released(Reply):
    """Everything a browser needs to run an app."""

    app: AppInfo
    version: VersionName
    environment: str
    constants: dict[str, Any]
    definition: ViewerDefinition


class ExportedApp(Body):
    """An app in our own exchange format: readable, with sources by name."""

    tooljet_jupyter: int
    name: str
    slug: str
    definition: Definition
    icon: str = "IconApps"
    sources: list["ExportedSource"] = []


class ExportedSource(Body):
    """A data source that an exported app needs; never its options."""

    id: str
    name: str
    kind: str


class ImportApp(Body):
    """Make an app of an exported one."""

    app: ExportedApp
    name: str | None = None
    slug: str | None = None


class ImportedApp(Reply):
    """The app that an import made, and what was missing."""

    app: AppSummary
    missing_sources: list[str]
