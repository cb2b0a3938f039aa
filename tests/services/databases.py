"""One suite, two databases: a test that asks for `database_url` runs on SQLite and on PostgreSQL."""

from pathlib import Path

import pytest


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty metadata database, as SQLAlchemy and the setting `db_url` take it."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'tooljet.db'}"
    url: str = request.getfixturevalue("postgresql_database")
    return url.replace("postgresql://", "postgresql+psycopg://")
