"""The metadata database from the command line: its state, its copies, and a new key that loses nothing."""

import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tooljet_jupyter.db.engine import connect
from tooljet_jupyter.db.migrate import downgrade
from tooljet_jupyter.drivers.tokens import Tokens
from tooljet_jupyter.services import constants, sources, tables
from tooljet_jupyter.services.server import Place, Server
from tooljet_jupyter.services.vaults import Whose
from tooljet_jupyter.wire.constants import CreateConstant
from tooljet_jupyter.wire.sources import CreateSource
from tooljet_jupyter.wire.tables import CreateTable

# A rotation that is killed as the power would: when the database commits, and when it has committed.
KILLED = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import event
from sqlalchemy.orm import Session, sessionmaker
from tooljet_jupyter.db.engine import connect
from tooljet_jupyter.services.rotation import rotate

event.listen(Session, sys.argv[2], lambda session: os.kill(os.getpid(), signal.SIGKILL))
place = Path(sys.argv[1])
rotate(sessionmaker(connect(f"sqlite:///{place / 'tooljet.sqlite'}")), place / "secret.key")
"""


@pytest.fixture
def data_dir(tmp_path):
    """The data folder of `embedded`."""
    return tmp_path / "data"


@pytest.fixture
def filled(data_dir):
    """A database with a secret of every kind."""
    server = Server(Place(data_dir=data_dir))
    with server.context() as ctx:
        options = {"host": "h", "database": "d", "username": "u", "password": "hunter2"}
        made = sources.create(ctx, CreateSource(name="books", kind="postgresql", options=options))
        constants.create(ctx, CreateConstant(name="region", secret=False, value="north"))
        constants.create(ctx, CreateConstant(name="key", secret=True, value="k-1"))
        columns = [{"column_name": "id", "data_type": "serial", "constraints_type": {"is_primary_key": True}}]
        tables.create(ctx, CreateTable(name="notes", columns=columns))
        place = ctx.environment("staging", default="staging")
        ctx.db.commit()
        whose = Whose(made.id, place.id, place.name)
        server.vaults.of(whose).write(Tokens(access_token="t-1", client="c"))
    server.close()
    return whose


def opened(data_dir: Path, whose: Whose) -> tuple:
    """Return every secret as a server that starts now reads it."""
    server = Server(Place(data_dir=data_dir))
    try:
        with server.context() as ctx:
            password = sources.connection(ctx, whose.source, "production").options["password"]
            shown, hidden = constants.values(ctx, "production")
        vault = server.vaults.of(whose)
        assert vault
        return password, shown["region"], hidden["key"], getattr(vault.read(), "access_token", None)
    finally:
        server.close()


SECRETS = ("hunter2", "north", "k-1", "t-1")


def keys(data_dir: Path) -> list[str]:
    """Return the keys of the key file."""
    return (data_dir / "secret.key").read_text().split()


def test_before_the_first_start_there_is_no_database_and_asking_makes_none(embedded, data_dir):
    assert embedded.json("db", "current")["current"] is None
    assert "no database" in embedded("db", "backup", fails=1).stderr
    assert "no database" in embedded("db", "rotate-key", fails=1).stderr
    assert not data_dir.exists()


def test_an_old_database_is_copied_and_upgraded(embedded, data_dir, filled):
    engine = connect(f"sqlite:///{data_dir / 'tooljet.sqlite'}")
    downgrade(engine, "0001")
    engine.dispose()
    assert embedded.json("db", "current")["current"] == "0001"
    done = embedded.json("db", "upgrade")
    assert (done["before"], Path(done["backup"]).exists()) == ("0001", True)
    assert embedded.json("db", "current")["current"] == done["now"]
    assert embedded.json("db", "upgrade")["backup"] is None


def test_a_backup_holds_the_metadata_and_the_tables_of_the_workspace(embedded, filled, tmp_path):
    copies = embedded.json("db", "backup", str(tmp_path / "copies"))["copies"]
    assert len(copies) == 2
    for path in map(Path, copies):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        with closing(sqlite3.connect(path)) as db:
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert not [path for path in (tmp_path / "copies").iterdir() if path.name == "secret.key"]


def test_a_new_key_opens_everything_and_the_old_one_is_gone(embedded, data_dir, filled):
    (before,) = keys(data_dir)
    assert embedded.json("db", "rotate-key")["secrets"] == 10
    (after,) = keys(data_dir)
    assert after != before
    assert stat.S_IMODE((data_dir / "secret.key").stat().st_mode) == 0o600
    assert opened(data_dir, filled) == SECRETS
    (data_dir / "secret.key").write_text(before + "\n")
    assert "key file" in embedded("source", "list", fails=1).stderr


@pytest.mark.parametrize("moment", ["before_commit", "after_commit"])
def test_a_rotation_that_is_killed_loses_nothing_and_the_next_one_ends_it(embedded, data_dir, filled, moment):
    order = [sys.executable, "-c", KILLED, str(data_dir), moment]
    assert subprocess.run(order, check=False, capture_output=True).returncode == -9
    assert len(keys(data_dir)) == 2
    assert opened(data_dir, filled) == SECRETS
    assert "a rotation did not end" in embedded("doctor").stdout
    embedded("db", "rotate-key")
    assert len(keys(data_dir)) == 1
    assert opened(data_dir, filled) == SECRETS


def test_with_the_wrong_key_file_nothing_is_changed(embedded, data_dir, filled):
    right = (data_dir / "secret.key").read_text()
    wrong = "A" * 43 + "=\n"
    (data_dir / "secret.key").write_text(wrong)
    assert "key file is not the one" in embedded("db", "rotate-key", fails=1).stderr
    assert (data_dir / "secret.key").read_text() == wrong
    (data_dir / "secret.key").write_text(right)
    assert opened(data_dir, filled) == SECRETS


def test_without_a_key_file_no_key_is_made(embedded, data_dir, filled):
    (data_dir / "secret.key").unlink()
    assert "no key file" in embedded("db", "rotate-key", fails=1).stderr
    assert not (data_dir / "secret.key").exists()


def test_a_running_server_is_not_left_behind_with_the_old_key(embedded, filled, running, monkeypatch):
    monkeypatch.setenv("TOOLJET_URL", running.url)
    monkeypatch.setenv("TOOLJET_TOKEN", "browser-tests")
    assert "stop it" in embedded("db", "rotate-key", fails=1).stderr
    embedded("db", "rotate-key", "--force")


def test_the_database_is_not_reached_through_a_server(remote):
    assert "run it where the server runs" in remote("db", "current", fails=2).stderr
    assert "run it where the server runs" in remote("token", "issue", fails=2).stderr
