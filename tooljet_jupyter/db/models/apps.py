"""Apps and their versions."""

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from .base import Base, Dated, Identified


class App(Identified, Dated, Base):
    """An internal tool: a name, an address and versions, one of which may be released."""

    __tablename__ = "apps"
    __table_args__ = (UniqueConstraint("workspace_id", "slug"),)

    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(200))
    slug: Mapped[str] = mapped_column(String(200))
    icon: Mapped[str] = mapped_column(String(100), default="IconApps")
    # No foreign key: apps and versions would point at each other, which SQLite cannot alter in place.
    released_version_id: Mapped[str | None] = mapped_column(String(36))
    created_by: Mapped[str | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))

    versions: Mapped[list["Version"]] = relationship(
        back_populates="app", cascade="all, delete-orphan", order_by="Version.created_at"
    )


class Version(Identified, Dated, Base):
    """One content of an app: a draft can be edited, a saved one is frozen."""

    __tablename__ = "versions"
    __table_args__ = (UniqueConstraint("app_id", "name"),)

    app_id: Mapped[str] = mapped_column(ForeignKey("apps.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(100))
    status: Mapped[str] = mapped_column(String(20), default="draft")
    revision: Mapped[int] = mapped_column(default=1)
    definition: Mapped[str] = mapped_column(Text)
    hash: Mapped[str] = mapped_column(String(64))
    created_by: Mapped[str | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))

    app: Mapped[App] = relationship(back_populates="versions")
