"""What may stand for an event's handler."""

from collections.abc import Callable, Sequence
from typing import Any

from .actions import CallPython, RunQuery
from .events import Action

Handler = Action | str | Callable[..., Any]
Handlers = Handler | Sequence[Handler] | None


def listed(handlers: Handlers) -> list[Handler]:
    """Handlers as a list, whatever form they were given in."""
    if handlers is None:
        return []
    return [handlers] if isinstance(handlers, Action | str) or callable(handlers) else list(handlers)


def as_action(handler: Handler) -> Action:
    """A handler as an action: a text is the name of a query to run, a function is called in the notebook."""
    if isinstance(handler, Action):
        return handler
    if isinstance(handler, str):
        return RunQuery(handler)
    return CallPython(handler)
