"""The one way from Python to the server: REST, with the server's errors raised as ours."""

import weakref
from contextlib import suppress
from typing import Any
from uuid import uuid4

import httpx

from .. import errors
from ..errors import SourceUnreachable, ToolJetError

API = "tooljet/api/"
TIMEOUT = httpx.Timeout(10.0, read=310.0)


class Client:
    """Requests to one server, as one user."""

    def __init__(self, url: str, token: str = "", *, transport: httpx.BaseTransport | None = None) -> None:
        self.url = url.rstrip("/") + "/"
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

    def call(self, verb: str, path: str, **given: Any) -> Any:
        """Return the body of an answer, or raise the error it holds.

        Raises
        ------
        SourceUnreachable
            The server does not answer.
        ToolJetError
            Whatever the server says is wrong, as its own class.
        """
        answer = self.answer(verb, path, **given)
        try:
            return answer.json()
        except ValueError:
            raise ToolJetError(
                f"What answers at {self.url} is no ToolJet server: is the address right?",
                url=self.url,
            ) from None

    def answer(self, verb: str, path: str, **given: Any) -> httpx.Response:
        """Return an answer as it came, or raise the error it holds."""
        try:
            answer = self._http.request(verb, path, **given)
        except httpx.TimeoutException:
            raise SourceUnreachable(f"The server at {self.url} did not answer in time", url=self.url) from None
        except (httpx.TransportError, httpx.InvalidURL) as error:
            raise SourceUnreachable(f"No ToolJet server answers at {self.url}: {error}", url=self.url) from None
        if not answer.is_success:
            raise failure(answer)
        return answer

    def close(self) -> None:
        """Close the connections."""
        self._http.close()


def failure(answer: httpx.Response) -> ToolJetError:
    """Return the error that an answer describes."""
    try:
        body = answer.json()
        kind = getattr(errors, str(body["code"]), ToolJetError)
        message, detail = str(body["message"]), dict(body.get("detail") or {})
    except (ValueError, KeyError, TypeError):
        return unknown(answer)
    if not (isinstance(kind, type) and issubclass(kind, ToolJetError)):
        kind = ToolJetError
    return kind(message, **detail)


def unknown(answer: httpx.Response) -> ToolJetError:
    """Return the error for an answer that is not the API's own: a proxy's, or that of another server."""
    if answer.status_code in (401, 403) or answer.is_redirect:
        return errors.Unauthenticated("The server wants a token: connect(url, token)")
    if answer.status_code == 404:
        return errors.NotFound("This server has no ToolJet: is the extension on, and the address right?")
    return ToolJetError(f"The server answered {answer.status_code}", status=answer.status_code)
