"""Answers of a test to requests that an app's own code makes with axios or fetch."""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from ..errors import SourceUnreachable
from .plain import plain

Json = dict[str, Any]


@dataclass(frozen=True)
class RequestStub:
    """What one address answers; `*` in the address stands for anything."""

    url: str
    body: Any
    method: str | None
    status: int
    headers: dict[str, str]

    def fits(self, call: Json) -> bool:
        """Say whether a request is meant."""
        # `?` and `[` are ordinary in an address; only `*` is a pattern.
        pattern = self.url.replace("[", "[[]").replace("?", "[?]")
        return self.method in (None, call["method"]) and fnmatchcase(call["url"], pattern)

    def reply(self, call: Json) -> Json:
        """Return the reply to a request."""
        body = self.body(call) if callable(self.body) else self.body
        if isinstance(body, BaseException):
            raise SourceUnreachable(str(body) or "Network Error")
        return {"status": self.status, "headers": self.headers, "body": plain(body)}


def find(stubs: list[RequestStub], call: Json) -> RequestStub | None:
    """Return the stub that was made last for such a request."""
    return next((stub for stub in reversed(stubs) if stub.fits(call)), None)
