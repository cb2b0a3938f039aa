"""Who asks, and tokens for scripts and kernels."""

from .base import Reply


class Me(Reply):
    """The one who asks."""

    id: str
    name: str
    display_name: str
    first_name: str
    last_name: str
    email: str | None
    role: str
    workspace: str
    rights: list[str]
