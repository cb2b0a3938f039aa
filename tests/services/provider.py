"""A small OAuth 2 provider: it checks what a client sends, and can make its tokens old."""

from base64 import urlsafe_b64encode
from hashlib import sha256
from urllib.parse import parse_qsl, urlsplit

import pytest

from .web import Reply, Seen, Web

CLIENT, SECRET = "the-client", "the-client-secret"


class Provider:
    """`/authorize`, `/token`, and an API at `/me` that wants a token."""

    def __init__(self, web: Web) -> None:
        self.web = web
        self.good: set[str] = set()
        self.refresh_tokens: set[str] = set()
        self.challenges: dict[str, str] = {}
        self.asked: list[dict[str, str]] = []
        self.expires_in: int | None = 3600
        self._count = 0
        web.on("/token", self.token)
        web.on("/me", self.me)

    @property
    def options(self) -> dict[str, object]:
        """Options of a REST source that uses this provider."""
        return {
            "url": self.web.url,
            "auth_type": "oauth2",
            "grant_type": "client_credentials",
            "access_token_url": f"{self.web.url}/token",
            "auth_url": f"{self.web.url}/authorize",
            "client_id": CLIENT,
            "client_secret": SECRET,
            "scopes": "read write",
        }

    def log_in(self, url: str) -> tuple[str, str]:
        """Do what a user does at the provider's page; return code and state."""
        asked = dict(parse_qsl(urlsplit(url).query))
        assert asked["response_type"] == "code"
        assert asked["client_id"] == CLIENT
        assert asked["code_challenge_method"] == "S256"
        code = f"code-{len(self.challenges) + 1}"
        self.challenges[code] = asked["code_challenge"]
        return code, asked["state"]

    def token(self, seen: Seen) -> Reply:
        """Give tokens for a good grant."""
        form = seen.form
        self.asked.append(form)
        basic = seen.headers.get("authorization", "")
        if not basic.startswith("Basic ") and form.get("client_secret") != SECRET:
            return Reply({"error": "invalid_client", "error_description": "Who are you?"}, 401)
        kind = form["grant_type"]
        if kind == "authorization_code" and not self.proven(form):
            return Reply({"error": "invalid_grant"}, 400)
        if kind == "refresh_token":
            if form["refresh_token"] not in self.refresh_tokens:
                return Reply({"error": "invalid_grant"}, 400)
            self.refresh_tokens.discard(form["refresh_token"])
        return Reply(self.fresh(refresh=kind != "client_credentials"))

    def proven(self, form: dict[str, str]) -> bool:
        """Say whether the code is good and the verifier fits its challenge."""
        digest = sha256(form.get("code_verifier", "").encode()).digest()
        challenge = urlsafe_b64encode(digest).decode().rstrip("=")
        return self.challenges.pop(form.get("code", ""), None) == challenge

    def fresh(self, *, refresh: bool) -> dict[str, object]:
        """Return new tokens."""
        self._count += 1
        access = f"access-{self._count}"
        self.good.add(access)
        found: dict[str, object] = {"access_token": access, "token_type": "Bearer"}
        if self.expires_in is not None:
            found["expires_in"] = self.expires_in
        if refresh:
            found["refresh_token"] = f"refresh-{self._count}"
            self.refresh_tokens.add(f"refresh-{self._count}")
        return found

    def me(self, seen: Seen) -> Reply:
        """Answer whoever has a good token."""
        token = seen.headers.get("authorization", "").removeprefix("Bearer ")
        if token not in self.good:
            return Reply({"message": f"{token} is not good"}, 401)
        return Reply({"token": token})


@pytest.fixture
def provider(web: Web) -> Provider:
    """An OAuth 2 provider with an API behind it."""
    return Provider(web)
