"""Sessions in the viewer on their way to a test."""

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base, Dated, Identified


class Recording(Identified, Dated, Base):
    """A session that a builder records; gone once its test is written."""

    __tablename__ = "recordings"

    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    app_id: Mapped[str] = mapped_column(ForeignKey("apps.id", ondelete="CASCADE"))
    version_id: Mapped[str | None] = mapped_column(String(36))
    size: Mapped[int] = mapped_column(default=0)
    ended: Mapped[bool] = mapped_column(default=False)


class RecordingStep(Base):
    """A batch of steps as JSON, in the order in which they came."""

    __tablename__ = "recording_steps"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    recording_id: Mapped[str] = mapped_column(ForeignKey("recordings.id", ondelete="CASCADE"), index=True)
    steps: Mapped[str] = mapped_column(Text)
