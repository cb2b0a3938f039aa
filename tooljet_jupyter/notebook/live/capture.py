"""What a Python function of an app prints, shows and fails with, told to whoever shows the app."""

import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

from ...errors import ToolJetError

Json = dict[str, Any]
Tell = Callable[[Json], None]

# Where what is printed now goes; a function that waits lends the thread to others, so it is not the thread's.
_TELL: ContextVar[Tell | None] = ContextVar("tooljet_tell", default=None)
OURS = str(Path(__file__).parents[2])
LIBRARIES = ("site-packages", "dist-packages")


class Stream:
    """Standard output or error: what a function of an app writes goes to the app, everything else on its way."""

    def __init__(self, usual: TextIO, name: str) -> None:
        self._usual = usual
        self._name = name

    def write(self, text: str) -> int:
        """Write a text."""
        tell = _TELL.get()
        if tell is None:
            return self._usual.write(text)
        if text:
            tell({"type": "stream", "name": self._name, "text": text})
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._usual, name)


@contextmanager
def captured(tell: Tell) -> Iterator[None]:
    """Tell what is printed, written to standard error and displayed inside the block."""
    token = _TELL.set(tell)
    usual = sys.stdout, sys.stderr
    own = Stream(usual[0], "stdout"), Stream(usual[1], "stderr")
    sys.stdout, sys.stderr = own
    publisher = display_publisher()
    if publisher:
        publisher.register_hook(displayed)
    try:
        yield
    finally:
        if publisher:
            publisher.unregister_hook(displayed)
        # A function that waited may end after others began: only what is ours is taken away.
        sys.stdout = usual[0] if sys.stdout is own[0] else sys.stdout
        sys.stderr = usual[1] if sys.stderr is own[1] else sys.stderr
        _TELL.reset(token)


def displayed(message: Json) -> Json | None:
    """Tell of a display of the function; the notebook gets all others."""
    tell = _TELL.get()
    if tell is None:
        return message
    data = message["content"].get("data")
    if data:
        tell({"type": "display", "data": data})
    return None


def display_publisher() -> Any:
    """Return what sends displays to the notebook; None outside of one."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    publisher = getattr(shell, "display_pub", None)
    return publisher if hasattr(publisher, "register_hook") else None


def failed(error: BaseException) -> Json:
    """Return an error as the app shows it: what happened, then the user's own lines, the nearest one first."""
    steps = list(own_steps(error.__traceback__))
    if isinstance(error, ToolJetError):
        more = [f"  {found['place']}: {found['reason']}" for found in error.detail.get("problems", [])]
        return {"type": "error", "title": f"{error.code}: {error.message}", "lines": [*more, *steps]}
    said = traceback.format_exception_only(error)
    return {"type": "error", "title": said[-1].strip(), "lines": [*(line.rstrip() for line in said[:-1]), *steps]}


def own_steps(trace: TracebackType | None) -> Iterator[str]:
    """Yield the lines of the user's own code that led to an error, from where it happened outwards."""
    found = [step for step in traceback.extract_tb(trace) if is_own(step.filename)]
    for step in reversed(found):
        yield f"  {cell(step.filename)}, line {step.lineno}, in {step.name}"
        if step.line:
            yield f"    {step.line}"


def is_own(filename: str) -> bool:
    """Say whether a file is the user's: neither ours nor a library's."""
    return not filename.startswith((OURS, sys.base_prefix, "<frozen")) and not any(
        name in filename for name in LIBRARIES
    )


def cell(filename: str) -> str:
    """Return how the notebook calls a file: a cell has a number."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    named = shell.compile.format_code_name(filename) if shell else None
    return " ".join(named) if named else Path(filename).name
