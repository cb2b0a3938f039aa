"""What a function is told of its event, and those who wait for one."""

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..app import App


@dataclass(frozen=True)
class Event:
    """Something that happened in an app.

    Attributes
    ----------
    component : str
        The name of the component, page or query it happened to.
    event : str
        What happened, by ToolJet's name, such as 'onClick'.
    value : Any
        The main value of the component then: of a field what is in it, of a table its selected row.
    values : dict
        All short values that the component exposed then.
    row : dict or None
        The row it is about, in a table or a list.
    app : App
        The app.
    """

    component: str
    event: str
    value: Any = None
    values: dict[str, Any] = field(default_factory=dict)
    row: Any = None
    app: "App | None" = field(default=None, repr=False)


class Awaited:
    """Who waits for which event."""

    def __init__(self) -> None:
        self._waiting: list[tuple[str, asyncio.Future[None]]] = []

    @property
    def names(self) -> list[str]:
        """What is waited for, as the page names it."""
        return sorted({name for name, _ in self._waiting})

    def add(self, name: str) -> "asyncio.Future[None]":
        """Wait for an event; the future is done when it happens."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((name, future))
        return future

    def drop(self, future: "asyncio.Future[None]") -> None:
        """Wait no more."""
        self._waiting = [waiting for waiting in self._waiting if waiting[1] is not future]

    def happened(self, name: str) -> None:
        """Tell those who wait, each on the loop where it waits."""
        for waited, future in list(self._waiting):
            if waited == name:
                future.get_loop().call_soon_threadsafe(done, future)


def done(future: "asyncio.Future[None]") -> None:
    """Say that it happened, to somebody who may have gone."""
    if not future.done():
        future.set_result(None)
