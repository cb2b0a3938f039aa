"""Is the server alive, and ready?"""

from importlib.metadata import version

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from ..wire.health import Health
from .context import Context


def show(ctx: Context) -> Health:
    """Return live, and ready where the metadata database answers."""
    try:
        with ctx.server.engine.connect() as connection:
            connection.execute(text("SELECT 1"))
        ready = True
    except SQLAlchemyError:
        ready = False
    return Health(live=True, ready=ready, version=version("tooljet-jupyter"))
