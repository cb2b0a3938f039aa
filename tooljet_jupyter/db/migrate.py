"""Bring the metadata database to this version's shape, with a copy first where it is a file."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from ..errors import DatabaseTooNew, Invalid
from ..resources import folder

# Any number will do, as long as every server asks for the same one.
UPGRADE_LOCK = 7_050_115


def current(engine: Engine) -> str | None:
    """Return the migration that the database is at; None where it is empty."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def head() -> str:
    """Return the newest migration of this version of the product."""
    newest = ScriptDirectory.from_config(_config()).get_current_head()
    assert newest
    return newest


def upgrade(engine: Engine, *, backups: Path | None = None) -> Path | None:
    """Upgrade to the newest migration and return the backup that was made, if one was.

    Raises
    ------
    DatabaseTooNew
        A newer version of the product wrote the database; nothing was changed.
    """
    found = current(engine)
    if found == head():
        return None
    _refuse_newer(found)
    copy = backup(engine, backups) if found and engine.dialect.name == "sqlite" else None
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": UPGRADE_LOCK})
        command.upgrade(_config(connection), "head")
    return copy


def downgrade(engine: Engine, revision: str) -> None:
    """Step back to an older migration; for tests and for administrators who keep a backup."""
    with engine.begin() as connection:
        command.downgrade(_config(connection), revision)


def backup(engine: Engine, target: Path | None = None) -> Path:
    """Copy a SQLite database beside itself, or into a folder, while it may be in use.

    Raises
    ------
    Invalid
        The database is not a file; PostgreSQL has pg_dump for that.
    """
    source = engine.url.database
    if engine.dialect.name != "sqlite" or not source:
        raise Invalid("Only a SQLite database is copied here; use pg_dump for PostgreSQL")
    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    room = target or Path(source).parent
    room.mkdir(parents=True, exist_ok=True)
    copy = room / f"{Path(source).stem}-{moment}.backup.sqlite"
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(copy)) as new:
        old.backup(new)
    copy.chmod(0o600)
    return copy


def _refuse_newer(found: str | None) -> None:
    known = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
    if found and found not in known:
        raise DatabaseTooNew(
            "A newer version of tooljet-jupyter wrote the metadata database. Install that version or newer.",
            found=found,
            known=head(),
        )


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(folder("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
