"""`jupyter tooljet db …`: the metadata database, its copies and its keys."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from sqlalchemy import Engine, make_url
from sqlalchemy.orm import sessionmaker

from ..db import migrate
from ..db.engine import connect
from ..errors import Conflict, NotFound, ToolJetError
from ..notebook.connection import connect as find_server
from ..services import backups, rotation
from ..services.server import Place
from .output import say
from .reach import Reach, reaches


@click.group()
def db() -> None:
    """The metadata database: upgrade, current, backup, rotate-key."""


@db.command("upgrade")
@reaches
def upgrade(reach: Reach) -> None:
    """Bring the database to this version; a SQLite file is copied first."""
    place = reach.place()
    place.data_dir.mkdir(parents=True, exist_ok=True)
    with opened(place) as engine:
        before = migrate.current(engine)
        copy = migrate.upgrade(engine)
    reply = {"before": before, "now": migrate.head(), "backup": str(copy) if copy else None}
    words = "is at" if before == migrate.head() else "was upgraded to"
    people = [f"The database {words} {migrate.head()}", *([f"A copy is at {copy}"] if copy else [])]
    say(reach, reply, *people)


@db.command("current")
@reaches
def current(reach: Reach) -> None:
    """Say which migration the database is at, and which is the newest."""
    place = reach.place()
    found = None
    if there(place):
        with opened(place) as engine:
            found = migrate.current(engine)
    reply = {"database": shown(place), "current": found, "head": migrate.head()}
    say(reach, reply, f"{shown(place)} is at {found or 'nothing yet'}; the newest is {migrate.head()}")


@db.command("backup")
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
@reaches
def backup(reach: Reach, folder: Path | None) -> None:
    """Copy the SQLite files, in use or not, to FOLDER; beside themselves when left out.

    The key file is not among them: keep a copy of it somewhere else, as without it no secret can be read.
    """
    place = reach.place()
    if not there(place):
        raise NotFound(f"There is no database at {shown(place)} yet")
    copies = [str(path) for path in backups.copy(place, folder)]
    say(reach, {"copies": copies}, *[f"Wrote {path}" for path in copies])


@db.command("rotate-key")
@click.option("--force", is_flag=True, help="Do it although a server runs here.")
@reaches
def rotate_key(reach: Reach, force: bool) -> None:
    """Encrypt every stored secret with a new key and drop the old one.

    Servers read the key file at their start: stop them first. Tokens of scripts and kernels end with the
    old key.
    """
    place = reach.place()
    if not there(place):
        raise NotFound(f"There is no database at {shown(place)} yet")
    if not force and (address := running()):
        raise Conflict(f"A server runs at {address} and would go on with the old key: stop it, or use --force")
    with opened(place) as engine:
        migrate.upgrade(engine)
        count = rotation.rotate(sessionmaker(engine), place.keys)
    say(reach, {"secrets": count, "keyFile": str(place.keys)}, f"{count} secrets have a new key: {place.keys}")


@contextmanager
def opened(place: Place) -> Iterator[Engine]:
    """Open the database."""
    engine = connect(place.database_url)
    try:
        yield engine
    finally:
        engine.dispose()


def there(place: Place) -> bool:
    """Say whether the database exists; opening a SQLite file would make it."""
    url = make_url(place.database_url)
    return url.get_backend_name() != "sqlite" or Path(url.database or "").exists()


def shown(place: Place) -> str:
    """Return the address of the database without its password."""
    return make_url(place.database_url).render_as_string(hide_password=True)


def running() -> str | None:
    """Return the address of a server that runs on this machine."""
    try:
        client = find_server(start=False).client
    except ToolJetError:
        return None
    client.close()
    return client.url
