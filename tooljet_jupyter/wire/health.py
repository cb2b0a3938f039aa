"""Is the server alive, and ready?"""

from .base import Reply


class Health(Reply):
    """Live whenever it answers; ready when its database does."""

    live: bool
    ready: bool
    version: str
