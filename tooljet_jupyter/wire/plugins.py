"""Kinds of data source."""

from typing import Any

from .base import Reply


class PluginReply(Reply):
    """A kind: its forms, as its manifest describes them."""

    kind: str
    title: str
    category: str
    docs: str
    static: bool
    connection: list[dict[str, Any]]
    operations: dict[str, dict[str, Any]]
