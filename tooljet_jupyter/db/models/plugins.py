"""Installed plugins and stored files."""

from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base, Dated, Identified


class Plugin(Dated, Base):
    """An installed kind of data source, beyond the built-in ones."""

    __tablename__ = "plugins"

    kind: Mapped[str] = mapped_column(String(100), primary_key=True)
    version: Mapped[str] = mapped_column(String(50))
    hash: Mapped[str] = mapped_column(String(64))
    manifest: Mapped[dict[str, Any]] = mapped_column(JSON)


class File(Identified, Dated, Base):
    """The bytes of a plugin's file, an upload or an icon."""

    __tablename__ = "files"

    workspace_id: Mapped[str | None] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), index=True)
    plugin_kind: Mapped[str | None] = mapped_column(ForeignKey("plugins.kind", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(400))
    media_type: Mapped[str] = mapped_column(String(100))
    content: Mapped[bytes] = mapped_column(LargeBinary)
