"""What every table has in common: naming, ids and times."""

from datetime import UTC, datetime
from uuid import uuid4

from sqlalchemy import MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from ..types import Moment

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


def new_id() -> str:
    """Return a fresh identifier."""
    return str(uuid4())


def now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


class Base(DeclarativeBase):
    """The root of all tables of the metadata database."""

    metadata = MetaData(naming_convention=NAMES)


class Identified:
    """A row with an id of its own."""

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)


class Dated:
    """A row that knows when it was made and last changed."""

    created_at: Mapped[datetime] = mapped_column(Moment, default=now)
    updated_at: Mapped[datetime] = mapped_column(Moment, default=now, onupdate=now)
