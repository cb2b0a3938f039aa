"""How far a run is, while it is slow or large: one line in a cell or in the terminal, gone when it is over."""

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from .incoming import Seen

# A terminal forgets the line, a cell keeps it: there it has to be worth it.
TERMINAL_SECONDS = 0.5
CELL_SECONDS = 1.0
TICK_SECONDS = 0.2


class Line(Protocol):
    """A place where one line of text stands and changes."""

    patience_seconds: float

    def show(self, text: str) -> None:
        """Put a text there."""

    def end(self, text: str) -> None:
        """Leave the place; `text` sums up what happened."""


class Cell:
    """A line in the output of a cell; every front end replaces an output that has a name."""

    patience_seconds = CELL_SECONDS

    def __init__(self) -> None:
        from IPython.display import display

        self._display = display
        self._handle: Any = None

    def show(self, text: str) -> None:
        """Put a text there."""
        if self._handle is None:
            self._handle = self._display(Said(text), display_id=True)  # type: ignore[no-untyped-call]
        else:
            self._handle.update(Said(text))

    def end(self, text: str) -> None:
        """Leave the sum: an output cannot be taken back, and this one is worth keeping."""
        self.show(text)


class Terminal:
    """A line at the end of what a terminal shows."""

    patience_seconds = TERMINAL_SECONDS

    def show(self, text: str) -> None:
        """Put a text there."""
        sys.stderr.write(f"\r\x1b[2K{text}")
        sys.stderr.flush()

    def end(self, text: str) -> None:
        """Take the line away."""
        sys.stderr.write("\r\x1b[2K")
        sys.stderr.flush()


class Said:
    """A text as the output of a cell."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return self.text


@contextmanager
def progress(seen: Seen) -> Iterator[None]:
    """Show how far a run is while the block lasts, where somebody can see it."""
    place = line()
    if place is None:
        yield
        return
    over = threading.Event()
    watcher = threading.Thread(target=watch, args=(seen, place, over), daemon=True)
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()


def watch(seen: Seen, place: Line, over: threading.Event) -> None:
    """Show the state of a run until it is over; one that is quick is never shown."""
    begun, shown = time.monotonic(), False
    wait = place.patience_seconds
    while not over.wait(wait):
        place.show(summary(seen, time.monotonic() - begun))
        shown, wait = True, TICK_SECONDS
    if shown:
        place.end(summary(seen, time.monotonic() - begun))


def line() -> Line | None:
    """Return where a line can be shown; nowhere in a log or a pipe."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is not None and hasattr(shell, "kernel"):
        return Cell()
    return Terminal() if sys.stderr is not None and sys.stderr.isatty() else None


def summary(seen: Seen, seconds: float) -> str:
    """Return the state of a run in words."""
    if not seen.bytes:
        return f"Running … {seconds:.0f} s"
    megabytes = seen.bytes / 1_000_000
    state = "" if seen.end else " so far"
    return f"{seen.rows:,} rows, {megabytes:,.1f} MB in {seconds:.1f} s{state}"
