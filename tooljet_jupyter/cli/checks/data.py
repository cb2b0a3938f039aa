"""The data folder, the key file and the metadata database."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import SQLAlchemyError

from ...db import migrate
from ...db.engine import connect
from ...errors import ToolJetError
from ...services.secrets import load_keys
from ...services.server import Place
from . import Check


def checks(place: Place) -> Iterator[Check]:
    """Look at what a server keeps."""
    yield data_folder(place.data_dir)
    yield key_file(place.keys)
    yield database(place)


def data_folder(path: Path) -> Check:
    """Look at who may read and write the folder."""
    if not path.exists():
        return Check("data folder", "ok", f"{path} is made at the first start")
    if not os.access(path, os.R_OK | os.W_OK | os.X_OK):
        return Check("data folder", "fail", f"{path} cannot be written; run: chown -R $USER {path}")
    if path.stat().st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        return Check("data folder", "warn", f"others can write to it; run: chmod go-w {path}")
    return Check("data folder", "ok", str(path))


def key_file(path: Path) -> Check:
    """Look at who may read the keys."""
    if not path.exists():
        return Check("key file", "ok", f"{path} is made at the first start")
    if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        return Check("key file", "fail", f"others can read it; run: chmod 600 {path}")
    try:
        count = len(load_keys(path))
    except (ToolJetError, OSError) as error:
        return Check("key file", "fail", f"{error}; put back the file that the database was made with")
    if count > 1:
        advice = f"{count} keys: a rotation did not end; run: jupyter tooljet db rotate-key"
        return Check("key file", "warn", advice)
    return Check("key file", "ok", str(path))


def database(place: Place) -> Check:
    """Look at whether the database is there and at the newest migration."""
    url = make_url(place.database_url)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
        return Check("database", "ok", f"{url.database} is made at the first start")
    try:
        engine = connect(place.database_url)
        found, newest = migrate.current(engine), migrate.head()
        engine.dispose()
    except (ToolJetError, SQLAlchemyError) as error:
        reason = " ".join(str(getattr(error, "orig", None) or error).split())
        return Check("database", "fail", f"{reason}; check TooljetApp.db_url")
    if found is None:
        return Check("database", "ok", "empty; it is set up at the first start")
    if found == newest:
        return Check("database", "ok", f"at {found}, the newest")
    if found < newest:
        return Check("database", "warn", f"at {found}, the newest is {newest}; run: jupyter tooljet db upgrade")
    return Check("database", "fail", f"at {found}: a newer version wrote it; install that version")
