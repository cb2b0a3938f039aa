"""Data sources with options per environment, and constants."""

from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from .base import Base, Dated, Identified


class DataSource(Identified, Dated, Base):
    """A configured connection of one kind."""

    __tablename__ = "data_sources"
    __table_args__ = (UniqueConstraint("workspace_id", "name"),)

    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(100))

    options: Mapped[list["DataSourceOptions"]] = relationship(back_populates="source", cascade="all, delete-orphan")


class DataSourceOptions(Dated, Base):
    """How one environment reaches a data source; `secrets` is encrypted."""

    __tablename__ = "data_source_options"

    source_id: Mapped[str] = mapped_column(ForeignKey("data_sources.id", ondelete="CASCADE"), primary_key=True)
    environment_id: Mapped[str] = mapped_column(ForeignKey("environments.id", ondelete="CASCADE"), primary_key=True)
    options: Mapped[dict[str, Any]] = mapped_column(JSON)
    secrets: Mapped[str] = mapped_column(Text)

    source: Mapped[DataSource] = relationship(back_populates="options")


class SourceLogin(Identified, Dated, Base):
    """The tokens of a login at a data source, encrypted."""

    __tablename__ = "source_logins"
    __table_args__ = (UniqueConstraint("source_id", "environment_id", "owner"),)

    source_id: Mapped[str] = mapped_column(ForeignKey("data_sources.id", ondelete="CASCADE"))
    environment_id: Mapped[str] = mapped_column(ForeignKey("environments.id", ondelete="CASCADE"))
    # A user's id, or empty where all share one login: no foreign key, as nulls would not be unique.
    owner: Mapped[str] = mapped_column(String(36), default="")
    tokens: Mapped[str] = mapped_column(Text)


class Constant(Identified, Dated, Base):
    """A named value of the workspace; a secret one never leaves the server."""

    __tablename__ = "constants"
    __table_args__ = (UniqueConstraint("workspace_id", "name"),)

    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(100))
    secret: Mapped[bool]

    values: Mapped[list["ConstantValue"]] = relationship(cascade="all, delete-orphan")


class ConstantValue(Base):
    """The value of a constant in one environment, encrypted whether secret or not."""

    __tablename__ = "constant_values"

    constant_id: Mapped[str] = mapped_column(ForeignKey("constants.id", ondelete="CASCADE"), primary_key=True)
    environment_id: Mapped[str] = mapped_column(ForeignKey("environments.id", ondelete="CASCADE"), primary_key=True)
    value: Mapped[str] = mapped_column(Text)
