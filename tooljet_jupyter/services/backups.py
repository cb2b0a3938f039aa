"""Copies of what a server keeps in SQLite files: the metadata, and the tables of each workspace."""

from pathlib import Path

from ..db.engine import connect
from ..db.migrate import backup
from .server import Place


def copy(place: Place, folder: Path | None) -> list[Path]:
    """Copy every SQLite file of a server, while it may be in use, and return the copies.

    Raises
    ------
    Invalid
        The database is PostgreSQL, which has pg_dump for that.
    """
    tables = sorted((place.data_dir / "tables").glob("*.sqlite"))
    kept = [path for path in tables if not path.name.endswith(".backup.sqlite")]
    addresses = [place.database_url, *(f"sqlite:///{path}" for path in kept)]
    return [_copied(address, folder) for address in addresses]


def _copied(address: str, folder: Path | None) -> Path:
    engine = connect(address)
    try:
        return backup(engine, folder)
    finally:
        engine.dispose()
