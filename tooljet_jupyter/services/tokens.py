"""Short-lived tokens for kernels and scripts: signed, scoped, and never stored."""

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey

from ..errors import Unauthenticated
from .context import Actor

# Tells ours from a Jupyter token before any cryptography.
PREFIX = "tj."
ALGORITHM = "HS256"


class Tokens:
    """Issues tokens and tells whose they are."""

    def __init__(self, keys: list[bytes], actor_of: Callable[[str], Actor]) -> None:
        self._keys = [OctKey.import_key(key) for key in keys]
        self._actor_of = actor_of
        self._claims = lru_cache(maxsize=4096)(self._verify)

    def issue(self, name: str, *, lifetime_seconds: float, scopes: Iterable[str] | None = None) -> str:
        """Return a token for the user `name`, good for a while and for these rights only."""
        claims = {"sub": name, "exp": int(time.time() + lifetime_seconds)}
        if scopes is not None:
            claims["scope"] = " ".join(sorted(scopes))
        return PREFIX + jwt.encode({"alg": ALGORITHM}, claims, self._keys[0])

    def actor(self, token: str) -> Actor:
        """Return whose token it is.

        Raises
        ------
        Unauthenticated
            The token is not ours, was changed, or is too old.
        """
        name, expires, scopes = self._claims(token)
        if expires < time.time():
            raise Unauthenticated("The token has expired")
        return replace(self._actor_of(name), scopes=scopes, credential="token")

    def _verify(self, token: str) -> tuple[str, float, frozenset[str] | None]:
        for key in self._keys:
            try:
                claims = jwt.decode(token.removeprefix(PREFIX), key, algorithms=[ALGORITHM]).claims
            except (JoseError, ValueError):
                continue
            scope = claims.get("scope")
            return claims["sub"], claims["exp"], None if scope is None else frozenset(scope.split())
        raise Unauthenticated("The token is not one of this server")
