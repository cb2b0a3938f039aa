"""Settings of a workspace."""

from typing import Any

from .base import Body, Reply


class SettingsReply(Reply):
    """The settings of the workspace."""

    name: str
    settings: dict[str, Any]


class ChangeSettings(Body):
    """Change some settings; null takes one away."""

    name: str | None = None
    settings: dict[str, Any] = {}
