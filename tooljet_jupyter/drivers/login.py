"""OAuth 2: tokens by client credentials or by a user's login with PKCE, renewed in one place."""

import time
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from urllib.parse import quote, urlsplit

import msgspec

from ..errors import Invalid, NeedsLogin, SourceUnreachable
from .channel import Answer, Asked
from .tokens import Tokens, Vault

CLIENT_CREDENTIALS = "client_credentials"
AUTHORIZATION_CODE = "authorization_code"
# A token that ends while a request is on its way is as good as none.
EARLY_SECONDS = 30.0
MAX_TOKEN_BYTES = 1_000_000
Pairs = list[tuple[str, str]]
Ask = Callable[[Asked], Answer]


@dataclass(frozen=True)
class Grant:
    """How to get tokens; the names are ToolJet's option keys."""

    grant_type: str
    access_token_url: str
    client_id: str
    client_secret: str = ""
    auth_url: str = ""
    scopes: str = ""
    audience: str = ""
    client_auth: str = "header"
    custom_auth_params: Pairs = field(default_factory=list)
    custom_query_params: Pairs = field(default_factory=list)
    access_token_custom_headers: Pairs = field(default_factory=list)

    @classmethod
    def of(cls, options: Mapping[str, Any]) -> "Grant":
        """Return the grant that the options of a source describe."""
        given = {name: plain(options[name]) for name in cls.__dataclass_fields__ if options.get(name)}
        missing = [name for name in ("grant_type", "access_token_url", "client_id") if name not in given]
        if given.get("grant_type") == AUTHORIZATION_CODE and "auth_url" not in given:
            missing.append("auth_url")
        if missing:
            raise Invalid(f"OAuth needs {', '.join(missing)}", field=missing[0], names=missing)
        return cls(**given)

    @property
    def client(self) -> str:
        """Tells these settings from others, so that tokens got with other ones are not used."""
        facts = [self.grant_type, self.access_token_url, self.client_id, self.scopes, self.audience]
        return sha256(msgspec.json.encode([*facts, self.client_secret, self.custom_auth_params])).hexdigest()

    def address(self, *, redirect: str, state: str, verifier: str) -> str:
        """Return the page of the source at which a user logs in."""
        pairs = {
            "response_type": "code",
            "client_id": self.client_id,
            "redirect_uri": redirect,
            "scope": self.scopes,
            "audience": self.audience,
            "state": state,
            "code_challenge": challenge(verifier),
            "code_challenge_method": "S256",
            **dict(self.custom_query_params),
        }
        return Asked("GET", self.auth_url, [(k, v) for k, v in pairs.items() if v]).whole_url

    def redeem(self, ask: Ask, *, code: str, redirect: str, verifier: str) -> Tokens:
        """Return the tokens for the code that a login brought back."""
        return self._ask(
            ask,
            {"grant_type": "authorization_code", "code": code, "redirect_uri": redirect,
             "code_verifier": verifier},
        )  # fmt: skip

    def credentials(self, ask: Ask) -> Tokens:
        """Return tokens for the client itself."""
        form = {"grant_type": CLIENT_CREDENTIALS, "scope": self.scopes, "audience": self.audience}
        return self._ask(ask, form)

    def refresh(self, ask: Ask, old: Tokens) -> Tokens:
        """Return new tokens for old ones; a source that sends no new refresh token means the old one."""
        fresh = self._ask(ask, {"grant_type": "refresh_token", "refresh_token": old.refresh_token})
        return fresh if fresh.refresh_token else msgspec.structs.replace(fresh, refresh_token=old.refresh_token)

    def _ask(self, ask: Ask, form: dict[str, str]) -> Tokens:
        headers = {"Accept": "application/json", **dict(self.access_token_custom_headers)}
        if self.client_auth == "header" and self.client_secret:
            # RFC 6749 §2.3.1: both are form-encoded before they are joined.
            pair = f"{quote(self.client_id, safe='')}:{quote(self.client_secret, safe='')}"
            headers["Authorization"] = f"Basic {b64encode(pair.encode()).decode()}"
        else:
            form = {**form, "client_id": self.client_id, "client_secret": self.client_secret}
        form = {**{name: value for name, value in form.items() if value}, **dict(self.custom_auth_params)}
        answer = ask(Asked("POST", self.access_token_url, headers=headers, body={"data": form}))
        return self._tokens(answer)

    def _tokens(self, answer: Answer) -> Tokens:
        found = parsed(answer)
        token = found.get("access_token")
        if answer.failed or not isinstance(token, str) or not token:
            raise refusal(self.access_token_url, answer, found)
        seconds = str(found.get("expires_in") or "")
        lifetime = float(seconds) if seconds.isdigit() else None
        return Tokens(
            access_token=token,
            client=self.client,
            refresh_token=str(found.get("refresh_token") or ""),
            expires_at=time.time() + lifetime if lifetime else None,
        )


class Login:
    """The tokens of one driver: got at the first request, renewed when they are old or refused."""

    def __init__(self, grant: Grant, vault: Vault, ask: Ask) -> None:
        self._grant = grant
        self._vault = vault
        self._ask = ask
        self._held: Tokens | None = None

    def token(self) -> str:
        """Return a token that is good for now."""
        if self._held is None or old(self._held):
            self._held = self._renewed(self._held)
        return self._held.access_token

    def renew(self) -> str | None:
        """Return another token after the source refused the one it got; None where that cannot help."""
        refused = self._held
        self._held = self._renewed(refused)
        return None if refused and refused.access_token == self._held.access_token else self._held.access_token

    @property
    def secrets(self) -> list[str]:
        """What must not be seen: the tokens as they are now."""
        return [self._held.access_token, self._held.refresh_token] if self._held else []

    def _renewed(self, refused: Tokens | None) -> Tokens:
        """Return tokens other than the refused ones; of several runs that need them only one asks."""
        with self._vault.alone:
            kept = self._kept()
            if kept and not old(kept) and kept != refused:
                return kept
            fresh = self._fresh(kept)
            self._vault.write(fresh)
            return fresh

    def _fresh(self, kept: Tokens | None) -> Tokens:
        if self._grant.grant_type == CLIENT_CREDENTIALS:
            return self._grant.credentials(self._ask)
        if kept is None or not kept.refresh_token:
            raise self._needed()
        try:
            return self._grant.refresh(self._ask, kept)
        except NeedsLogin as error:
            # Another server may have been faster, and refresh tokens are often good for one use only.
            newer = self._kept()
            if newer and newer != kept and not old(newer):
                return newer
            raise self._needed() from error

    def _kept(self) -> Tokens | None:
        kept = self._vault.read()
        return kept if kept and kept.client == self._grant.client else None

    def _needed(self) -> NeedsLogin:
        url = self._vault.login_url
        where = {"url": url} if url else {}
        return NeedsLogin("Log in at the source first" if url else "Save the source, then log in at it", **where)


def challenge(verifier: str) -> str:
    """Return what PKCE shows of a verifier before the code comes back."""
    return urlsafe_b64encode(sha256(verifier.encode()).digest()).decode().rstrip("=")


def old(tokens: Tokens) -> bool:
    """Say whether tokens are past their time, or about to be."""
    return tokens.expires_at is not None and tokens.expires_at < time.time() + EARLY_SECONDS


def parsed(answer: Answer) -> dict[str, Any]:
    """Return the object in an answer, or an empty one."""
    try:
        found = msgspec.json.decode(answer.content)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return {}
    return found if isinstance(found, dict) else {}


def refusal(url: str, answer: Answer, found: Mapping[str, Any]) -> NeedsLogin | SourceUnreachable:
    """Return the error for a refused token; of the answer it holds only what the standard names."""
    error = str(found.get("error") or "")
    words = str(found.get("error_description") or error or answer.reason or answer.status)
    detail = {"status": answer.status, "error": error, "host": urlsplit(url).hostname or ""}
    if error == "invalid_grant":
        return NeedsLogin(f"The login is not good any more: {words}", **detail)
    return SourceUnreachable(f"The login at {detail['host']} was refused: {words}", **detail)


def plain(value: Any) -> Any:
    """Return pairs as texts, scopes given as a list as one text."""
    if not isinstance(value, list):
        return value
    if all(isinstance(item, list | tuple) and len(item) == 2 for item in value):
        return [(str(name), str(item)) for name, item in value if name]
    return " ".join(map(str, value))
