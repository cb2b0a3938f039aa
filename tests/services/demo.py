"""The demo as a user starts it, for the browser: one server with a small shop, its database and its access log."""

import re
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from .program import free_port, running

TOKEN = "browser-tests"
ORDERS = 3_000
# `200 GET /tooljet/apps/orders (ada@127.0.0.1) 1.23ms`, as Jupyter writes it.
REQUEST = re.compile(r" (\d{3}) ([A-Z]+) (/\S*) \(")


@dataclass(frozen=True)
class Demo:
    """A running demo."""

    room: Path
    port: int

    @property
    def log(self) -> Path:
        """What the server said."""
        return self.room / "server.log"

    @property
    def url(self) -> str:
        """Where the server is, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def link(self, path: str) -> str:
        """Return the address that a user was given: with the token in it."""
        return f"{self.url}/tooljet/{path}{'&' if '?' in path else '?'}token={TOKEN}"

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Read the shop's database, past the product."""
        with closing(sqlite3.connect(self.room / "shop.sqlite")) as db:
            return db.execute(sql, values).fetchall()

    def change(self, sql: str, *values: Any) -> None:
        """Write to the shop's database, past the product."""
        with closing(sqlite3.connect(self.room / "shop.sqlite")) as db, db:
            db.execute(sql, values)

    def requests(self) -> list[tuple[str, str]]:
        """Return method and path of every request that the server has answered."""
        said = self.log.read_text(errors="replace")
        return [(method, path) for _, method, path in REQUEST.findall(said)]

    def api(self, method: str, path: str, body: Any = None) -> Any:
        """Call the API as the owner of the token."""
        headers = {"Authorization": f"token {TOKEN}"}
        address = f"{self.url}/tooljet/api/{path}"
        answer = httpx.request(method, address, json=body, headers=headers, trust_env=False, timeout=30)
        assert answer.is_success, answer.text
        return answer.json()

    def release(self, slug: str, definition: dict[str, Any]) -> str:
        """Make an app of the definition, release it and return its link."""
        self.api("POST", "apps", {"name": slug, "slug": slug, "definition": definition})
        draft = self.api("GET", f"apps/{slug}/versions")[0]
        self.api("POST", f"apps/{slug}/release", {"version": draft["id"]})
        return self.link(f"apps/{slug}")


@contextmanager
def demo(room: Path, port: int | None = None, orders: int = ORDERS) -> Iterator[Demo]:
    """Run the demo in a folder until the block ends."""
    made = Demo(room, port or free_port())
    order = [str(Path(sys.executable).with_name("jupyter-tooljet")), "demo", "--dir", str(room)]
    order += ["--orders", str(orders), "--port", str(made.port), "--token", TOKEN]
    order += ["--no-browser", "--allow-root", "--log-level=DEBUG"]
    with running(order, health(made), output=made.log):
        yield made


def health(of: Demo) -> Callable[[], bool]:
    """Return what says whether the server answers."""

    def answers() -> bool:
        try:
            return httpx.get(f"{of.url}/tooljet/api/health", trust_env=False).is_success
        except httpx.TransportError:
            return False

    return answers
