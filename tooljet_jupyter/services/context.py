"""Who asks and with what: the first argument of every service function."""

from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from ..db.models import Base, Environment
from ..errors import Conflict, Forbidden, NotFound
from .access import rights

if TYPE_CHECKING:
    from .server import Server

M = TypeVar("M", bound=Base)

# What a user calls the rows of a table.
LABELS = {
    "apps": "app",
    "constants": "constant",
    "data_sources": "data source",
    "environments": "environment",
    "queries": "query",
    "query_runs": "run",
    "recordings": "recording",
}


@dataclass(frozen=True)
class Actor:
    """Who asks: user, workspace, role, and by which credential."""

    user_id: str
    name: str
    display_name: str
    email: str | None
    workspace_id: str
    role: str
    credential: str = "session"
    scopes: frozenset[str] | None = None

    @property
    def rights(self) -> frozenset[str]:
        """Everything the actor may do."""
        return rights(self.role, self.scopes)


class Context:
    """One request, command or job; the database session is opened by whoever first needs it."""

    def __init__(self, server: "Server", actor: Actor) -> None:
        self.server = server
        self.actor = actor
        self._db: Session | None = None
        self.revealed: set[str] = set()
        """The secrets that went into a query: nobody may see them in an error or in metadata."""

    @property
    def db(self) -> Session:
        """The session of this request; committed at its end unless something was raised."""
        if self._db is None:
            self._db = self.server.sessions()
        return self._db

    @property
    def workspace_id(self) -> str:
        """The workspace everything happens in."""
        return self.actor.workspace_id

    def require(self, right: str) -> None:
        """Raise `Forbidden` unless the actor has the right."""
        if right not in self.actor.rights:
            raise Forbidden("You may not do this", right=right, role=self.actor.role)

    def find(self, model: type[M], key: str, *columns: str) -> M:
        """Return a row of this workspace by id, or by another of its names.

        Raises
        ------
        NotFound
            There is none.
        """
        mine = select(model).where(model.workspace_id == self.workspace_id)  # type: ignore[attr-defined]
        for column in ("id", *columns):
            row = self.db.scalar(mine.where(getattr(model, column) == key))
            if row is not None:
                return row
        raise NotFound(f"No {LABELS[model.__tablename__]} is called {key}", name=key)

    def environment(self, key: str | None, *, default: str) -> Environment:
        """Return an environment by name or id."""
        return self.find(Environment, key or default, "name")

    def flush(self, conflict: Conflict) -> None:
        """Send what is pending to the database, or raise `conflict` where a name is taken."""
        try:
            self.db.flush()
        except IntegrityError as error:
            self.db.rollback()
            raise conflict from error

    def release_session(self) -> None:
        """Commit and let go of the database: nothing is held while a slow source thinks."""
        if self._db is not None:
            self._db.commit()
            self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._db is None:
            return
        if error is None:
            self._db.commit()
        self._db.close()
