"""The metadata database: upgraded with a copy first, refused when newer, the same on both back ends."""

import sqlite3
import threading
from contextlib import closing

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from tooljet_jupyter.db import migrate
from tooljet_jupyter.db.engine import connect
from tooljet_jupyter.db.models import Base
from tooljet_jupyter.errors import DatabaseTooNew, Invalid
from tooljet_jupyter.services.server import Place, Server


@pytest.fixture
def engine(database_url):
    made = connect(database_url)
    yield made
    made.dispose()


def test_up_down_and_up_again(engine):
    migrate.upgrade(engine)
    migrate.downgrade(engine, "base")
    assert set(sa.inspect(engine).get_table_names()) <= {"alembic_version"}
    migrate.upgrade(engine)
    assert migrate.current(engine) == migrate.head()


def test_the_newest_migration_equals_the_models(engine):
    migrate.upgrade(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_an_upgrade_at_the_newest_changes_nothing(engine, tmp_path):
    migrate.upgrade(engine)
    assert migrate.upgrade(engine, backups=tmp_path / "backups") is None
    assert not (tmp_path / "backups").exists()


def test_a_sqlite_file_is_copied_before_an_upgrade(tmp_path):
    engine = connect(f"sqlite:///{tmp_path / 'tooljet.sqlite'}")
    migrate.upgrade(engine)
    migrate.downgrade(engine, "0001")
    with engine.begin() as connection:
        connection.execute(sa.text("INSERT INTO workspaces VALUES ('Mine', 'mine', 'id', '2026-01-01', '2026-01-01')"))
    copy = migrate.upgrade(engine)
    assert migrate.current(engine) == migrate.head()
    engine.dispose()
    assert copy
    with closing(sqlite3.connect(copy)) as old:
        assert old.execute("SELECT name FROM workspaces").fetchall() == [("Mine",)]
        assert old.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
    assert copy.stat().st_mode & 0o777 == 0o600


def test_a_database_that_is_newer_is_refused_and_left_alone(engine):
    migrate.upgrade(engine)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseTooNew) as caught:
        migrate.upgrade(engine)
    assert caught.value.detail == {"found": "9999", "known": migrate.head()}
    assert migrate.current(engine) == "9999"


def test_servers_that_start_at_once_share_one_workspace(database_url, tmp_path):
    together, names = threading.Barrier(3), []

    def start(number):
        together.wait()
        server = Server(Place(data_dir=tmp_path / str(number), db_url=database_url, owner="ada"))
        names.append(server.actor("ada").workspace_id)
        server.close()

    threads = [threading.Thread(target=start, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(names) == 3
    assert len(set(names)) == 1


def test_another_kind_of_database_is_refused_without_its_password():
    with pytest.raises(Invalid) as caught:
        connect("mysql://ada:hunter2@example.com/tooljet")
    assert "hunter2" not in str(caught.value.detail)


def test_a_postgresql_database_is_not_copied_here(postgresql_database):
    with pytest.raises(Invalid, match="pg_dump"):
        migrate.backup(connect(postgresql_database))  # It never connects.
