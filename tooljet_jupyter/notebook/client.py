"""The one way from Python to the server: REST, with the server's errors raised as ours."""

import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from typing import Any
from uuid import uuid4

import httpx

from .. import errors
from ..errors import SourceUnreachable, ToolJetError, Unauthenticated
from ..wire.streams import ARROW, LINES
from .data.incoming import Incoming, Seen, explained, streams

API = "tooljet/api/"
TIMEOUT = httpx.Timeout(10.0, read=310.0)
# A stream may be silent for as long as the server lets a query think.
STREAM_TIMEOUT = httpx.Timeout(10.0, read=3700.0)
STALE = (
    "The server does not accept this token any more: it has expired, or the server was started anew. "
    "Connect again with a new one: tj.connect(url, token)"
)


class Client:
    """Requests to one server, as one user."""

    def __init__(
        self,
        url: str,
        token: str = "",
        *,
        transport: httpx.BaseTransport | None = None,
        renew: Callable[[], str] | None = None,
    ) -> None:
        self.url = url.rstrip("/") + "/"
        self.accepts = accepted()
        """The ways in which rows may come, as the header `Accept` names them."""
        self._renew = renew
        self._welcome = False
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._http = httpx.Client(
            base_url=self.url + API, headers=headers, timeout=TIMEOUT, transport=transport, trust_env=False
        )
        # Notebooks close nothing: the connections go with the last thing that used them.
        weakref.finalize(self, self._http.close)

    def get(self, path: str, **query: str | None) -> Any:
        """Return what a route answers to GET."""
        return self.call("GET", path, params={key: value for key, value in query.items() if value is not None})

    def post(self, path: str, body: Any = None) -> Any:
        """Return what a route answers to POST."""
        return self.call("POST", path, json={} if body is None else body)

    def put(self, path: str, body: Any) -> Any:
        """Return what a route answers to PUT."""
        return self.call("PUT", path, json=body)

    def patch(self, path: str, body: Any) -> Any:
        """Return what a route answers to PATCH."""
        return self.call("PATCH", path, json=body)

    def delete(self, path: str) -> Any:
        """Return what a route answers to DELETE."""
        return self.call("DELETE", path)

    def run(self, path: str, body: dict[str, Any]) -> Any:
        """Return what a run answers; who interrupts the wait cancels the run in its database."""
        run = str(uuid4())
        try:
            return self.post(path, {**body, "run": run})
        except KeyboardInterrupt:
            with suppress(ToolJetError):
                self.delete(f"runs/{run}")
            raise KeyboardInterrupt("The query was cancelled on the server") from None

    @contextmanager
    def stream(self, path: str, body: dict[str, Any], seen: Seen) -> Iterator[Incoming | Any]:
        """Give the rows of a run as they arrive, or the whole answer of one that has no rows.

        Who leaves before the end, interrupted or by an error, cancels the run in its database.
        """
        run = body.get("run") or str(uuid4())
        answer: httpx.Response | None = None
        done = False
        try:
            headers = {"Accept": self.accepts}
            answer = self.answer(
                "POST", path, json={**body, "run": run}, headers=headers, stream=True, timeout=STREAM_TIMEOUT
            )
            if streams(answer):
                yield Incoming(answer, self.url, seen)
                done = bool(seen.end)
            else:
                answer.read()
                done = True
                yield self.parsed(answer)
        except ToolJetError:
            done = True
            raise
        except KeyboardInterrupt:
            done = True
            self.leave(answer, run)
            raise KeyboardInterrupt("The query was cancelled on the server") from None
        finally:
            if not done:
                self.leave(answer, run)
            elif answer:
                answer.close()

    def leave(self, answer: httpx.Response | None, run: str) -> None:
        """Cancel a run on the server and let go of its answer."""
        if answer:
            answer.close()
        with suppress(ToolJetError):
            self.delete(f"runs/{run}")

    def call(self, verb: str, path: str, **given: Any) -> Any:
        """Return the body of an answer, or raise the error it holds.

        Raises
        ------
        SourceUnreachable
            The server does not answer.
        ToolJetError
            Whatever the server says is wrong, as its own class.
        """
        return self.parsed(self.answer(verb, path, **given))

    def parsed(self, answer: httpx.Response) -> Any:
        """Return the body of an answer."""
        try:
            return answer.json()
        except ValueError:
            raise ToolJetError(
                f"What answers at {self.url} is no ToolJet server: is the address right?",
                url=self.url,
            ) from None

    def answer(self, verb: str, path: str, **given: Any) -> httpx.Response:
        """Return an answer as it came, or raise the error it holds.

        A token that is not accepted any more is replaced once, where there is a way to a new one.
        """
        answer = self._sent(verb, path, **given)
        if answer.status_code == 401 and self._welcome:
            answer.close()
            fresh = self._renew() if self._renew else ""
            if not fresh or self._http.headers.get("Authorization") == f"Bearer {fresh}":
                raise Unauthenticated(STALE, url=self.url)
            self._http.headers["Authorization"] = f"Bearer {fresh}"
            answer = self._sent(verb, path, **given)
            if answer.status_code == 401:
                raise Unauthenticated(STALE, url=self.url)
        if not answer.is_success:
            answer.read()
            raise failure(answer)
        self._welcome = True
        return answer

    def _sent(self, verb: str, path: str, *, stream: bool = False, **given: Any) -> httpx.Response:
        try:
            return self._http.send(self._http.build_request(verb, path, **given), stream=stream)
        except httpx.TimeoutException:
            raise SourceUnreachable(f"The server at {self.url} did not answer in time", url=self.url) from None
        except (httpx.TransportError, httpx.InvalidURL) as error:
            raise SourceUnreachable(f"No ToolJet server answers at {self.url}: {error}", url=self.url) from None

    def close(self) -> None:
        """Close the connections."""
        self._http.close()


def failure(answer: httpx.Response) -> ToolJetError:
    """Return the error that an answer describes."""
    try:
        return explained(answer.json())
    except (ValueError, KeyError, TypeError):
        return unknown(answer)


def unknown(answer: httpx.Response) -> ToolJetError:
    """Return the error for an answer that is not the API's own: a proxy's, or that of another server."""
    if answer.status_code in (401, 403) or answer.is_redirect:
        return errors.Unauthenticated("The server wants a token: connect(url, token)")
    if answer.status_code == 404:
        return errors.NotFound("This server has no ToolJet: is the extension on, and the address right?")
    return ToolJetError(f"The server answered {answer.status_code}", status=answer.status_code)


def accepted() -> str:
    """Return the ways in which rows may come, the best that this Python can read first."""
    return f"{ARROW}, {LINES}" if find_spec("pyarrow") else LINES
