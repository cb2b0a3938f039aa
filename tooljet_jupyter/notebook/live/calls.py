"""Calls of the notebook's functions by the page: run in order, their prints and errors told to the outputs."""

import asyncio
import inspect
import sys
import time
from collections.abc import Callable
from typing import Any

from ...errors import Forbidden, Invalid
from .callbacks import Callbacks, Function, Place, title
from .capture import captured, failed
from .events import Event
from .runner import Runner

Json = dict[str, Any]
Post = Callable[[Json], None]
# Lines that follow each other sooner travel together.
GATHER_SECONDS = 0.05


class Teller:
    """Tells the outputs what a function says; short texts are gathered."""

    def __init__(self, name: str, post: Post) -> None:
        self._name = name
        self._post = post
        self._held: Json | None = None
        self._last = 0.0

    def __call__(self, output: Json) -> None:
        """Tell it, now or with what follows."""
        held = self._held
        if held and (output["type"], output.get("name")) == (held["type"], held["name"]):
            output = {**held, "text": held["text"] + output["text"]}
        elif held:
            self.flush()
        self._held = output if output["type"] == "stream" else None
        if not self._held:
            self._send(output)
        elif output["text"].endswith("\n") and time.monotonic() - self._last > GATHER_SECONDS:
            self.flush()

    def flush(self) -> None:
        """Tell what is left."""
        if self._held:
            self._send(self._held)
        self._held = None

    def _send(self, output: Json) -> None:
        self._last = time.monotonic()
        self._post({"kind": "output", "function": self._name, "output": output})


class Calls:
    """Runs what the page calls."""

    def __init__(self, callbacks: Callbacks, runner: Runner, post: Post) -> None:
        self._callbacks = callbacks
        self._runner = runner
        self._post = post

    def called(self, message: Json, event: Event) -> None:
        """Run a function after those that were called before."""
        about = {"view": str(message.get("view")), "call": str(message.get("call"))}
        place = Place(event.component, event.event)
        try:
            function = self._callbacks.find(str(message.get("callback")), place)
        except Forbidden as error:
            self._post({"kind": "done", **about, "error": error.message})
            return
        self._runner.submit(lambda: self._job(function, event, about))

    def guarded(self, name: str, run: Callable[[], object]) -> None:
        """Run something of the user's that is not called by the page; what it says and its errors are told."""
        tell = Teller(name, self._post)
        try:
            with captured(tell):
                run()
        except (Exception, KeyboardInterrupt) as error:  # Whatever the user's code raises.
            fail(error, tell)
        tell.flush()

    def _job(self, function: Function, event: Event, about: Json) -> Any:
        name = title(function)
        tell = Teller(name, self._post)
        self._post({"kind": "started", **about, "function": name})
        try:
            with captured(tell):
                going = function(event) if takes_event(function, name) else function()
        except (Exception, KeyboardInterrupt) as error:
            return self._end(about, tell, error)
        return self._wait(going, about, tell) if inspect.isawaitable(going) else self._end(about, tell, None)

    async def _wait(self, going: Any, about: Json, tell: Teller) -> None:
        try:
            with captured(tell):
                await going
        except (Exception, KeyboardInterrupt, asyncio.CancelledError) as error:
            self._end(about, tell, error)
        else:
            self._end(about, tell, None)

    def _end(self, about: Json, tell: Teller, error: BaseException | None) -> None:
        said = fail(error, tell) if error else None
        tell.flush()
        self._post({"kind": "done", **about, **({"error": said} if said else {})})


def fail(error: BaseException, tell: Teller) -> str:
    """Tell an error, keep it for the debugger, and return its first line."""
    # As after a cell that failed: `%debug` looks at it.
    sys.last_type, sys.last_value, sys.last_traceback = type(error), error, error.__traceback__
    output = failed(error)
    tell(output)
    return str(output["title"])


def takes_event(function: Function, name: str) -> bool:
    """Say whether a function wants to know what happened.

    Raises
    ------
    Invalid
        It wants more than that.
    """
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):  # Some functions written in C do not say what they take.
        return True
    needed = [one for one in parameters if one.default is one.empty and one.kind not in OPTIONAL]
    positional = [one for one in parameters if one.kind in POSITIONAL]
    if len(needed) > 1 or any(one.kind is one.KEYWORD_ONLY for one in needed):
        raise Invalid(f"{name} must take nothing or one argument, the event", function=name)
    # `lambda row=row: …` keeps a value by its default; `def save(event=None)` wants the event.
    return bool(needed) or any(one.default is None or one.kind is one.VAR_POSITIONAL for one in positional[:1])


OPTIONAL = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
POSITIONAL = (
    inspect.Parameter.POSITIONAL_ONLY,
    inspect.Parameter.POSITIONAL_OR_KEYWORD,
    inspect.Parameter.VAR_POSITIONAL,
)
