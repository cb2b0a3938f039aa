"""What completion knows of the server: asked beside the typing, kept for a while, never waited for for long."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ...errors import ToolJetError

PATIENCE_SECONDS = 0.8
FRESH_SECONDS = 30.0
# Where nobody answered, ask again soon: a server that is just being started is worth it.
FAILED_SECONDS = 3.0


@dataclass
class Known:
    """An answer, or that there was none, and until when it counts."""

    value: Any
    until: float


class Ahead:
    """Answers by what was asked for; each question is asked by one thread at a time."""

    def __init__(self) -> None:
        self._known: dict[str, Known] = {}
        self._asking: dict[str, threading.Event] = {}
        self._lock = threading.Lock()

    def get(self, question: str, ask: Callable[[], Any], *, until: float) -> Any:
        """Return the answer, an old one rather than none; None where there is none by the moment `until`."""
        known = self._known.get(question)
        if known is None or known.until < time.monotonic():
            done = self.ask(question, ask)
            if known is None or known.value is None:
                done.wait(max(0.0, until - time.monotonic()))
        found = self._known.get(question)
        return found.value if found else None

    def ask(self, question: str, ask: Callable[[], Any]) -> threading.Event:
        """Ask in the background, unless somebody does already; return what says when it is done."""
        with self._lock:
            if question in self._asking:
                return self._asking[question]
            done = self._asking[question] = threading.Event()
        # As a daemon it keeps no kernel from ending.
        threading.Thread(target=self._ask, args=(question, ask, done), name="tooljet-ahead", daemon=True).start()
        return done

    def forget(self) -> None:
        """Ask everything anew: there is another server."""
        self._known.clear()

    def _ask(self, question: str, ask: Callable[[], Any], done: threading.Event) -> None:
        try:
            self._known[question] = Known(ask(), time.monotonic() + FRESH_SECONDS)
        except ToolJetError:
            old = self._known.get(question)
            self._known[question] = Known(old.value if old else None, time.monotonic() + FAILED_SECONDS)
        finally:
            with self._lock:
                del self._asking[question]
            done.set()
