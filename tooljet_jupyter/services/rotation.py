"""A new key for everything that is stored encrypted."""

from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session, sessionmaker

from ..db.models import ConstantValue, DataSourceOptions, SourceLogin
from ..errors import NotFound
from .secrets import SecretBox, add_key, forget_old_keys, load_keys

# Every column that holds a sealed value, and the purpose that it was sealed for.
SEALED: tuple[tuple[type[Any], InstrumentedAttribute[str], str], ...] = (
    (DataSourceOptions, DataSourceOptions.secrets, "data source"),
    (ConstantValue, ConstantValue.value, "constant"),
    (SourceLogin, SourceLogin.tokens, "source login"),
)


def rotate(sessions: sessionmaker[Session], key_file: Path) -> int:
    """Seal everything with a new key and return how many values that were.

    The old key leaves the file last. Stopped at any moment, the file opens whatever the database holds, and
    the next try ends what this one began.

    Raises
    ------
    NotFound
        There is no key file.
    ToolJetError
        The key file does not open what is stored; nothing was changed.
    """
    if not key_file.exists():
        raise NotFound(f"There is no key file at {key_file}", path=str(key_file))
    known = SecretBox(load_keys(key_file))
    with sessions.begin() as db:
        found = [
            (row, column.key, purpose, known.open(getattr(row, column.key), purpose))
            for model, column, purpose in SEALED
            for row in db.scalars(select(model).with_for_update())
        ]
        fresh = SecretBox(add_key(key_file))
        for row, name, purpose, value in found:
            setattr(row, name, fresh.seal(value, purpose))
    forget_old_keys(key_file)
    return len(found)
