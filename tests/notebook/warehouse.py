"""A PostgreSQL source for the notebook's tests, and the three ways by which its rows can come."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import tooljet_jupyter as tj
from tooljet_jupyter.wire.streams import ARROW, LINES

# ADBC reads no `time`, so one such column sends the rows through psycopg.
WAYS: dict[str, tuple[str, str]] = {
    "adbc": (ARROW, ""),
    "psycopg": (ARROW, ", NULL::time AS other"),
    "lines": (LINES, ""),
}


def options(url: str) -> dict[str, object]:
    """Return the options of a source for a database."""
    parts = urlsplit(url)
    return {
        "host": parts.hostname,
        "port": parts.port,
        "database": parts.path.strip("/"),
        "username": parts.username,
        "password": parts.password,
        "ssl_enabled": False,
    }


@contextmanager
def by(source: tj.Source, way: str) -> Iterator[Callable[..., tj.Result]]:
    """Give what runs `SELECT <columns> <rest>` by one of the ways."""
    accept, other = WAYS[way]
    before, source.client.accepts = source.client.accepts, accept
    try:
        yield lambda columns, rest="", **given: source.sql(f"SELECT {columns}{other} {rest}", **given).run()
    finally:
        source.client.accepts = before


def rows(result: tj.Result) -> list[dict[str, object]]:
    """Return the rows without the column that chose the way."""
    return [{name: value for name, value in row.items() if name != "other"} for row in result.rows()]
