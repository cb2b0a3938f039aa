"""Saved queries of the workspace, and the record of what ran."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ..types import Moment
from .base import Base, Dated, Identified


class Query(Identified, Dated, Base):
    """A named call of one operation of one data source, outside any app."""

    __tablename__ = "queries"
    __table_args__ = (UniqueConstraint("workspace_id", "name"),)

    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(100))
    source_id: Mapped[str | None] = mapped_column(ForeignKey("data_sources.id", ondelete="CASCADE"))
    options: Mapped[dict[str, Any]] = mapped_column(JSON)


class QueryRun(Identified, Base):
    """One run: who ran what, when, how it ended; never a row or a value."""

    __tablename__ = "query_runs"
    __table_args__ = (Index("ix_query_runs_workspace_id_started_at", "workspace_id", "started_at"),)

    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    # Plain ids: the record outlives what it names.
    app_id: Mapped[str | None] = mapped_column(String(36))
    query: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(100))
    source_id: Mapped[str | None] = mapped_column(String(36))
    user_id: Mapped[str | None] = mapped_column(String(36))
    status: Mapped[str] = mapped_column(String(20))
    started_at: Mapped[datetime] = mapped_column(Moment)
    seconds: Mapped[float]
    row_count: Mapped[int | None]
    error: Mapped[str | None] = mapped_column(Text)
