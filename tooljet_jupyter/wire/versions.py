"""Versions of an app: drafts that are edited, saved ones that stay."""

from datetime import datetime
from typing import Any

from .base import Body, Reply
from .definitions import Definition


class VersionSummary(Reply):
    """One version in a list."""

    id: str
    name: str
    status: str
    revision: int
    hash: str
    released: bool
    created_at: datetime
    updated_at: datetime


class VersionReply(VersionSummary):
    """A version with its whole content."""

    definition: Definition


class CreateVersion(Body):
    """Start a draft from another version, or from nothing."""

    name: str
    copy: str | None = None


class SaveVersion(Body):
    """Replace the content of a draft that stood at `revision`."""

    revision: int
    definition: Definition


class PatchVersion(Body):
    """Change a draft that stood at `revision` by a JSON Patch (RFC 6902)."""

    revision: int
    patch: list[dict[str, Any]]
