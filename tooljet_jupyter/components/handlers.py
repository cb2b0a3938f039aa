"""What may stand for an event's handler, and the events that are written for it."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from .actions import CallPython, RunQuery
from .events import Action, Json, Resolve

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


def event_json(event: str, handlers: Iterable[Handler], resolve: Resolve, *, ref: str = "") -> list[Json]:
    """All handlers of one event in their order."""
    about = {"eventId": event, "ref": ref} if ref else {"eventId": event}
    return [about | as_action(handler).written(resolve) for handler in handlers]
