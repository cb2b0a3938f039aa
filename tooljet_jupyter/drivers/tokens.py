"""Tokens of a login at a source, and where they are kept between runs."""

import threading
from contextlib import AbstractContextManager
from typing import Protocol

import msgspec


class Tokens(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a login brought: `client` tells for which settings, so that other settings need another login."""

    access_token: str
    client: str
    refresh_token: str = ""
    expires_at: float | None = None


class Vault(Protocol):
    """Keeps the tokens of one source for one user, or for all who share the source."""

    @property
    def login_url(self) -> str:
        """The page that starts a login, below the server's base address; empty where nobody can log in."""

    @property
    def alone(self) -> AbstractContextManager[object]:
        """A lock: two runs that find the same old tokens must not both renew them."""

    def read(self) -> Tokens | None:
        """Return the tokens that are kept."""

    def write(self, tokens: Tokens) -> None:
        """Keep other tokens from now on."""


class MemoryVault:
    """Keeps tokens as long as the process lives; nobody can log in there."""

    login_url = ""

    def __init__(self) -> None:
        self.alone: AbstractContextManager[object] = threading.Lock()
        self._tokens: Tokens | None = None

    def read(self) -> Tokens | None:
        """Return the tokens that are kept."""
        return self._tokens

    def write(self, tokens: Tokens) -> None:
        """Keep other tokens from now on."""
        self._tokens = tokens
