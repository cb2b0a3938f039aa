"""Any HTTP API: the request is the query's own, the base address and the credentials are the source's."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from tooljet_jupyter.drivers import holes
from tooljet_jupyter.drivers.channel import Asked, origin
from tooljet_jupyter.drivers.driver import Run
from tooljet_jupyter.drivers.fields import Options
from tooljet_jupyter.drivers.manifest import Operation
from tooljet_jupyter.drivers.rest import READING, RestDriver
from tooljet_jupyter.drivers.result import Result
from tooljet_jupyter.errors import Invalid

from . import bodies
from .certificates import context

# No body is sent with these, whatever is left in the options of a query that once had another method.
WITHOUT_BODY = frozenset({"GET", "HEAD"})


class RestApi(RestDriver):
    """A request as its query describes it, after what the source says for all of them."""

    def base_url(self) -> str:
        """Return the base URL; empty where the source has none."""
        url = str(self.options.get("url") or "").strip()
        return holes.address("url", url) if url else ""

    def test(self) -> None:
        """Look whether the base URL answers and takes the credentials."""
        if not self.base_url():
            raise Invalid("The source has no base URL to try", field="url")
        super().test()

    def headers(self) -> dict[str, str]:
        """Return the headers of the source, its cookies left aside."""
        return headers(self.options.get("headers"))

    def query(self) -> list[tuple[str, str]]:
        """Return the URL parameters of the source."""
        return pairs(self.options.get("url_params"))

    def basic(self) -> tuple[str, str] | None:
        """Return name and password, where the source uses them."""
        if self.options.get("auth_type") != "basic":
            return None
        return str(self.options.get("username") or ""), str(self.options.get("password") or "")

    def login_settings(self) -> Options:
        """Return the OAuth settings, where the source uses them."""
        return self.options if self.options.get("auth_type") == "oauth2" else {}

    def verify(self) -> Any:
        """Return how TLS certificates are checked, with the source's own ones."""
        return context(self.options)

    def writes(self, operation: str, options: Options) -> bool:
        """Go by the method."""
        return str(options.get("method") or "get").upper() not in READING

    def run(self, operation: str, options: Options, run: Run) -> Result:
        """Make the request, as often as query or source allow."""
        own = options.get("retry_network_errors")
        again = self.options.get("retry_network_errors") if own is None else own
        self.tries = RestDriver.tries if again in (True, None) else 1
        return super().run(operation, options, run)

    def request(self, operation: Operation, options: Options) -> Asked:
        """Return the request; what the query says wins over what the source says."""
        own = headers(options.get("headers"))
        taken = {name.lower() for name in own}
        shared = {name: value for name, value in self.headers().items() if name.lower() not in taken}
        all_headers = {**shared, **own, **self.cookie(options, taken)}
        method = str(options.get("method") or "get").upper()
        body: Mapping[str, Any] = {}
        if method not in WITHOUT_BODY:
            body, all_headers = bodies.body(self.options.get("body") or [], options, all_headers)
        asked = Asked(method, self.url(str(options.get("url") or "")), headers=all_headers, body=body)
        named = {name for name, _ in pairs(options.get("url_params"))}
        inherited = [(name, value) for name, value in self.query() if name not in named]
        return replace(asked, query=[*inherited, *pairs(options.get("url_params"))])

    def url(self, given: str) -> str:
        """Return the address of a request, which stays with the base URL where there is one."""
        base, given = self.base_url(), given.strip()
        if not base:
            return given
        if holes.split(given).scheme in ("http", "https"):
            whole = given
        else:
            whole = base + given if given[:1] in ("", "/", "?") else f"{base}/{given}"
        if origin(whole) != origin(base):
            raise Invalid("The URL leads away from the source's base URL", field="url")
        return whole

    def cookie(self, options: Options, taken: Iterable[str]) -> dict[str, str]:
        """Return the header with the cookies of source and query."""
        cookies = dict(pairs(self.options.get("cookies"))) | dict(pairs(options.get("cookies")))
        if not cookies or "cookie" in taken:
            return {}
        return {"Cookie": holes.header("Cookie", "; ".join(f"{name}={value}" for name, value in cookies.items()))}

    def signed(self, asked: Asked, token: str | None) -> Asked:
        """Add the bearer token, where the source uses one."""
        bearer = self.options.get("bearer_token") if self.options.get("auth_type") == "bearer" else None
        return super().signed(asked, str(bearer)) if bearer else super().signed(asked, token)

    def with_token(self, asked: Asked, token: str) -> Asked:
        """Put an OAuth token where the source wants it."""
        if self.login is None:
            return super().with_token(asked, token)
        if self.options.get("add_token_to") == "query":
            return asked.with_query("access_token", token)
        prefix = str(self.options.get("header_prefix") or "").strip()
        value = f"{prefix} {token}" if prefix else token
        return replace(asked, headers={**asked.headers, "Authorization": holes.header("Authorization", value)})


def pairs(given: Any) -> list[tuple[str, str]]:
    """Return names and values as texts; a list is a name several times."""
    found = []
    for name, value in given or []:
        found += [(str(name), holes.text(item)) for item in (value if isinstance(value, list) else [value])]
    return found


def headers(given: Any) -> dict[str, str]:
    """Return headers; one without a value is left out."""
    return {name: holes.header(name, value) for name, value in pairs(given) if value}
