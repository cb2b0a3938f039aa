"""The product as its users have it: a Jupyter server, a released app, and a browser that is logged in."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import HTTPCookieProcessor, ProxyHandler, Request, build_opener

from tests.bench.data import app
from tests.bench.load import Order
from tests.services.program import free_port, running

TOKEN = "a-token-of-the-benchmark"
EXTENSIONS = {"tooljet_jupyter": True, "tests.bench.statements": True}


@dataclass(frozen=True)
class Product:
    """A running server."""

    port: int

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.port}"

    def call(self, method: str, path: str, body: Any = None) -> Any:
        """Ask for something of the API with Jupyter's token."""
        return json.loads(fetch(f"{self.url}/{path}", method, body))

    def release(self, name: str, definition: dict[str, Any]) -> None:
        """Make an app and release it."""
        made = {"name": name, "slug": name, "definition": definition}
        self.call("POST", "tooljet/api/apps", made)
        self.call("POST", f"tooljet/api/apps/{name}/release", {"version": "v1"})

    def query(self, name: str) -> Order:
        """Return the order that runs a query of the app as a browser does: cookie and XSRF header."""
        order = Order(
            self.port,
            "POST",
            f"/tooljet/api/apps/speed/queries/{name}/run",
            headers=self.browser(),
            body='{"values": [NUMBER], "run": "RUN"}',
        )
        return order if name == "one" else replace(order, body=order.body.replace("NUMBER", "1"))

    def browser(self) -> dict[str, str]:
        """Log in like a browser and return what it sends from then on."""
        jar = CookieJar()
        visit = build_opener(ProxyHandler({}), HTTPCookieProcessor(jar))
        visit.open(f"{self.url}/tooljet/apps/speed?token={TOKEN}").close()
        cookies = {cookie.name: cookie.value or "" for cookie in jar}
        sent = "; ".join(f"{name}={value}" for name, value in cookies.items())
        return {"Cookie": sent, "X-XSRFToken": cookies["_xsrf"], "Origin": self.url}


def fetch(url: str, method: str = "GET", body: Any = None) -> bytes:
    """Return what a page answers to somebody with Jupyter's token."""
    text = None if body is None else json.dumps(body).encode()
    headers = {"Authorization": f"token {TOKEN}", "Content-Type": "application/json"}
    with build_opener(ProxyHandler({})).open(Request(url, text, headers, method=method)) as reply:
        found: bytes = reply.read()
        return found


def answers(url: str) -> bool:
    """Say whether a page is there."""
    with suppress(URLError, ConnectionError):
        fetch(url)
        return True
    return False


def command(port: int, room: Path, extensions: dict[str, bool]) -> list[str]:
    """Return what starts a Jupyter server with these extensions."""
    return [
        sys.executable,
        *("-m", "jupyter_server", "--no-browser", "--allow-root"),
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        f"--ServerApp.root_dir={room}",
        f"--ServerApp.jpserver_extensions={extensions}",
        f"--IdentityProvider.token={TOKEN}",
        f"--TooljetApp.data_dir={room / 'data'}",
    ]


@contextmanager
def product(room: Path, database: str) -> Iterator[Product]:
    """Run a server with an app on a PostgreSQL database."""
    served = Product(free_port())
    ready = f"{served.url}/tooljet/api/health"
    with running(command(served.port, room, EXTENSIONS), lambda: answers(ready)):
        source = served.call("POST", "tooljet/api/sources", source_of(database))
        served.release("speed", app(source["id"]))
        yield served


def source_of(database: str) -> dict[str, Any]:
    """Return the body that adds the database as a data source."""
    parts = urlsplit(database)
    options = {
        "host": parts.hostname,
        "port": parts.port,
        "database": parts.path.strip("/"),
        "username": parts.username,
        "password": parts.password,
        "ssl_enabled": False,
    }
    return {"name": "speed", "kind": "postgresql", "options": options}
