"""The tokens of logins at data sources: encrypted in the metadata database, one renewal at a time."""

import threading
from typing import NamedTuple
from urllib.parse import urlencode

import msgspec
from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, sessionmaker

from ..db.models import SourceLogin
from ..drivers.tokens import Tokens
from .secrets import SecretBox

PURPOSE = "source login"
START = "/tooljet/oauth/start"


class Whose(NamedTuple):
    """A login: at which source, in which environment, by whom; without an owner all share it."""

    source: str
    environment_id: str
    environment: str
    owner: str = ""


class SourceVault:
    """Keeps the tokens of one login."""

    def __init__(self, whose: Whose, sessions: sessionmaker[Session], secrets: SecretBox) -> None:
        self.whose = whose
        self.alone = threading.Lock()
        self._sessions = sessions
        self._secrets = secrets

    @property
    def login_url(self) -> str:
        """The page that starts a login, below the server's base address."""
        query = {"source": self.whose.source, "environment": self.whose.environment}
        return f"{START}?{urlencode(query)}"

    def read(self) -> Tokens | None:
        """Return the tokens that are kept."""
        with self._sessions() as db:
            row = self._row(db)
            if row is None:
                return None
            return msgspec.convert(self._secrets.open(row.tokens, PURPOSE), Tokens)

    def write(self, tokens: Tokens) -> None:
        """Keep other tokens from now on."""
        sealed = self._secrets.seal(msgspec.to_builtins(tokens), PURPOSE)
        try:
            self._store(sealed)
        except IntegrityError:
            # Another server stored the first tokens of this login in the same moment.
            self._store(sealed)

    def forget(self) -> None:
        """Keep nothing any more."""
        with self._sessions.begin() as db:
            db.execute(delete(SourceLogin).where(*self._mine()))

    def _store(self, sealed: str) -> None:
        with self._sessions.begin() as db:
            row = self._row(db)
            if row is None:
                whose = self.whose
                db.add(
                    SourceLogin(
                        source_id=whose.source,
                        environment_id=whose.environment_id,
                        owner=whose.owner,
                        tokens=sealed,
                    )
                )
            else:
                row.tokens = sealed

    def _row(self, db: Session) -> SourceLogin | None:
        return db.scalar(select(SourceLogin).where(*self._mine()))

    def _mine(self) -> tuple[ColumnElement[bool], ...]:
        whose = self.whose
        return (
            SourceLogin.source_id == whose.source,
            SourceLogin.environment_id == whose.environment_id,
            SourceLogin.owner == whose.owner,
        )


class Vaults:
    """The vaults of a server; one object per login, as its lock must be one."""

    def __init__(self, sessions: sessionmaker[Session], secrets: SecretBox) -> None:
        self._sessions = sessions
        self._secrets = secrets
        self._known: dict[Whose, SourceVault] = {}
        self._lock = threading.Lock()

    def of(self, whose: Whose | None) -> SourceVault | None:
        """Return the vault of a login."""
        if whose is None:
            return None
        with self._lock:
            if whose not in self._known:
                self._known[whose] = SourceVault(whose, self._sessions, self._secrets)
            return self._known[whose]
