"""Asks one REST source over HTTP: redirects, retries, size limits, and errors in the user's words."""

import random
import time
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import httpcore
import httpx

from ..errors import Invalid, QueryFailed, SourceUnreachable, TooLarge
from .guard import backend, client
from .holes import split
from .line import Line
from .policy import Policy

AGENT = "tooljet-jupyter"
MAX_REDIRECTS = 5
# Of an error only the beginning is read: it is shown to people.
MAX_ERROR_BYTES = 64_000
CHUNK_BYTES = 65_536
BACK_OFF_SECONDS = 0.5
# Asking twice does no more than asking once.
REPEATABLE = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE"})
TOO_MANY, UNAVAILABLE = 429, 503
PASSING = frozenset({TOO_MANY, 502, UNAVAILABLE, 504})
# What may follow a redirect to another host; everything else could be a credential.
HARMLESS = frozenset(
    {"accept", "accept-encoding", "connection", "content-length", "content-type", "host", "transfer-encoding",
     "user-agent"}
)  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """One request; `body` holds httpx's own arguments: `json`, `data`, `files` or `content`."""

    method: str
    url: str
    query: list[tuple[str, str]] = field(default_factory=list)
    headers: Mapping[str, str] = field(default_factory=dict)
    body: Mapping[str, Any] = field(default_factory=dict)

    @property
    def whole_url(self) -> str:
        """The URL with the query behind whatever query it has already."""
        url = self.url.partition("#")[0]
        if not self.query:
            return url
        joint = "" if url.endswith(("?", "&")) else "&" if "?" in url else "?"
        return url + joint + urlencode(self.query, quote_via=quote, safe="")

    def with_query(self, name: str, value: str) -> "Asked":
        """Return the request with one parameter set."""
        return replace(self, query=[*(pair for pair in self.query if pair[0] != name), (name, value)])


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    reason: str
    headers: httpx.Headers
    content: bytes

    @property
    def failed(self) -> bool:
        """Whether the source reports an error."""
        return self.status >= 400


class Channel:
    """The HTTP connections of one driver; used by one thread at a time."""

    def __init__(self, policy: Policy, *, verify: Any = True, network: httpcore.NetworkBackend | None = None) -> None:
        allow_private = policy.allow_private_addresses
        self.line = Line(network or backend(allow_private=allow_private))
        self._http = client(
            allow_private=allow_private,
            timeout_seconds=60.0,
            verify=verify,
            network=self.line,
            headers={"User-Agent": AGENT},
        )

    def ask(self, asked: Asked, *, max_bytes: int, tries: int = 1) -> Answer:
        """Return the answer, whatever its status; what passes by itself is tried again.

        Raises
        ------
        SourceUnreachable
            Nobody answered.
        QueryTimeout
            It took longer than the run may.
        TooLarge
            The answer is larger than `max_bytes`.
        """
        for attempt in range(1, tries + 1):
            last = attempt == tries
            try:
                answer = self._once(asked, max_bytes)
            except httpx.ConnectError as error:
                wait = self._wait(None, attempt)
                if last or wait is None:
                    raise unreachable(asked.url, error) from error
            except httpx.TransportError as error:
                self.line.check()
                wait = self._wait(None, attempt) if asked.method in REPEATABLE else None
                if last or wait is None:
                    raise unreachable(asked.url, error) from error
            else:
                wait = self._wait(answer, attempt) if again(asked.method, answer) else None
                if last or wait is None:
                    return answer
            self.line.pause(wait)
        raise SourceUnreachable("The source was not asked", tries=tries)

    def close(self) -> None:
        """Close all connections."""
        self._http.close()

    def _once(self, asked: Asked, max_bytes: int) -> Answer:
        request: httpx.Request | None = self._request(asked)
        try:
            for _ in range(MAX_REDIRECTS + 1):
                assert request
                self.line.check()
                with closing(self._http.send(request, stream=True)) as response:
                    following = response.next_request
                    if following is None:
                        return self._read(response, max_bytes)
                request = harmless(request, following)
        except httpx.DecodingError as error:
            raise QueryFailed("The source's answer is damaged: it cannot be unpacked") from error
        finally:
            # Cookies of one run are not for the next, which may be another user's.
            self._http.cookies.clear()
        raise QueryFailed(f"The source redirects more than {MAX_REDIRECTS} times")

    def _request(self, asked: Asked) -> httpx.Request:
        address = split(asked.url)
        if address.scheme not in ("http", "https") or not address.hostname:
            raise Invalid("The URL must be a whole http or https address", field="url")
        try:
            return self._http.build_request(
                asked.method, asked.whole_url, headers=list(asked.headers.items()), **asked.body
            )
        except (httpx.InvalidURL, UnicodeError) as error:
            raise Invalid(f"The request cannot be sent: {error}") from error

    def _read(self, response: httpx.Response, max_bytes: int) -> Answer:
        error = response.status_code >= 400
        limit = MAX_ERROR_BYTES if error else max_bytes
        content = bytearray()
        for chunk in response.iter_bytes(CHUNK_BYTES):
            self.line.check()
            content += chunk
            if len(content) > limit:
                if error:
                    break
                raise TooLarge(f"The answer is larger than {limit:,} bytes", max_bytes=limit)
        return Answer(response.status_code, response.reason_phrase, response.headers, bytes(content[:limit]))

    def _wait(self, answer: Answer | None, attempt: int) -> float | None:
        """Return the seconds until the next try; None where the run would be over by then."""
        asked_for = retry_after(answer.headers.get("Retry-After", "")) if answer else None
        seconds = random.uniform(0.5, 1.0) * BACK_OFF_SECONDS * 2 ** (attempt - 1)
        seconds = seconds if asked_for is None else asked_for
        return seconds if seconds < self.line.left_seconds else None


def again(method: str, answer: Answer) -> bool:
    """Say whether another try may do better and can do no harm."""
    if answer.status == TOO_MANY or (answer.status == UNAVAILABLE and "Retry-After" in answer.headers):
        return True
    return answer.status in PASSING and method in REPEATABLE


def retry_after(value: str) -> float | None:
    """Return the seconds that a source asks to wait, given as a number or as a date."""
    if value.strip().isdigit():
        return float(value)
    try:
        return max(parsedate_to_datetime(value).timestamp() - time.time(), 0.0)
    except ValueError:
        return None


def harmless(before: httpx.Request, after: httpx.Request) -> httpx.Request:
    """Return the request a redirect leads to, without credentials where that is another host."""
    if origin(before.url) != origin(after.url):
        after.headers = httpx.Headers(kept(after.headers.items()))
    return after


def kept(headers: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the headers that hold no credential."""
    return [(name, value) for name, value in headers if name.lower() in HARMLESS]


def origin(url: httpx.URL | str) -> tuple[str, str, int | None]:
    """Return scheme, host and port."""
    try:
        url = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise Invalid(f"The URL is broken: {error}", field="url") from error
    return url.scheme, url.host, url.port or {"http": 80, "https": 443}.get(url.scheme)


def unreachable(url: str, error: Exception) -> SourceUnreachable:
    """Return the error for a source that does not answer; of the URL it holds only the host."""
    host = urlsplit(url).hostname or ""
    reason = str(error) or "the connection broke"
    return SourceUnreachable(f"{host} could not be reached: {reason}", host=host, reason=reason)
