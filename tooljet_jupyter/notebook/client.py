"""The one way from Python to the server: REST, with the server's errors raised as ours."""

from typing import Any

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

    def get(self, path: str, **query: str | None) -> Any:
        """Return what a route answers to GET."""
        return self.call(
            "GET", path, params={key: value for key, value in query.items() if value is not None}
        )

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

    def call(self, verb: str, path: str, **given: Any) -> Any:
        """Return the body of an answer, or raise the error it holds.

        Raises
        ------
        SourceUnreachable
            The server does not answer.
        ToolJetError
            Whatever the server says is wrong, as its own class.
        """
        try:
            answer = self._http.request(verb, path, **given)
        except httpx.TransportError as error:
            raise SourceUnreachable(
                f"No ToolJet server answers at {self.url}: {error}", url=self.url
            ) from error
        if answer.is_error:
            raise failure(answer)
        return answer.json()

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
        kind, message, detail = ToolJetError, f"The server answered {answer.status_code}", {}
    if not (isinstance(kind, type) and issubclass(kind, ToolJetError)):
        kind = ToolJetError
    return kind(message, **detail)
