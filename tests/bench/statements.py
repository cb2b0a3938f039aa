"""A Jupyter extension for the benchmark: counts the statements that reach the metadata database."""

import threading
from typing import Any

from jupyter_server.base.handlers import APIHandler
from jupyter_server.serverapp import ServerApp
from sqlalchemy import event
from sqlalchemy.engine import Engine
from tornado.web import authenticated

# Ended runs are written down in batches, behind everybody's back.
WRITER = "tooljet-runs"
counts = {"runs": 0, "records": 0}


class Statements(APIHandler):
    """How many statements there were, for runs and for their records."""

    @authenticated
    def get(self) -> None:
        self.finish(counts)


def count(*_: Any) -> None:
    """Count one statement."""
    counts["records" if threading.current_thread().name == WRITER else "runs"] += 1


def _load_jupyter_server_extension(server: ServerApp) -> None:
    event.listen(Engine, "before_cursor_execute", count)
    server.web_app.add_handlers(".*$", [("/bench/statements", Statements)])


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": __name__}]
