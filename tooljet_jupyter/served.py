"""What the extension adds to a Jupyter server: the shared objects and the routes.

Loading this file loads the whole product, which takes longer than Jupyter's own start may wait for it:
`extension.py` does so in a thread.
"""

from typing import Any

from .handlers.routes import routes
from .resources import folder
from .services.server import Limits, Place, Server


def opened(place: Place, limits: Limits) -> tuple[Server, list[tuple[Any, ...]]]:
    """Open the database, make the shared objects, and name the routes."""
    return Server(place, limits), routes(folder("static"))
