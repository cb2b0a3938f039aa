"""The outputs that show one app: who they are, what was set by hand in them, and how they are kept in step."""

import contextvars
import os
import sys
import threading
from collections.abc import Callable
from typing import Any

Json = dict[str, Any]
Send = Callable[[Json], None]
Place = tuple[str, str, str]


class Outputs:
    """What every output that shows the app has in common; the kernel puts changes in order and tells them to all."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._home = contextvars.copy_context()
        self._page: contextvars.Context | None = None
        self._lock = threading.RLock()
        self._views: dict[str, None] = {}
        self._settings: dict[Place, Json] = {}

    def settle(self) -> None:
        """Take the cell that runs now as the one that messages to the outputs come from."""
        self._home = contextvars.copy_context()

    @property
    def views(self) -> list[str]:
        """The outputs that are there, the one heard of last first."""
        with self._lock:
            return list(reversed(self._views))

    def heard(self, view: str) -> None:
        """Keep that an output is there, and by which thread its messages come."""
        with self._lock:
            self._views.pop(view, None)
            self._views[view] = None
        if subshell():
            self._page = contextvars.copy_context()

    def gone(self, view: str) -> None:
        """Forget an output."""
        with self._lock:
            self._views.pop(view, None)

    def post(self, message: Json) -> None:
        """Tell all outputs.

        A kernel with subshells sends what a page says to the thread that was heard last, even one that is gone with
        its page. Messages in the name of a cell keep the page's way to the main thread open.
        """
        self._home.copy().run(self._send, message)

    def question(self, message: Json) -> None:
        """Tell all outputs; the answer comes by another thread, so that this one can wait for it."""
        if self._page is None:
            self.post(message)
            return
        self._page.copy().run(self._send, message)
        self.post({"kind": "pong", "view": ""})

    @property
    def answers_while_busy(self) -> bool:
        """Say whether an answer can come while the thread of the notebook's cells waits for it."""
        return self._page is not None or threading.current_thread() is not threading.main_thread()

    @property
    def settings(self) -> list[Json]:
        """What was set by hand so far."""
        with self._lock:
            return list(self._settings.values())

    def set(self, setting: Json) -> None:
        """Set something for outputs that are still to come."""
        with self._lock:
            self._settings[place_of(setting)] = setting

    def order(self, view: str, number: int, settings: list[Json]) -> None:
        """Take in what an output changed, and tell it to all: the last one to be heard wins."""
        with self._lock:
            news = [setting for setting in settings if self._take(setting)]
            alone = len(self._views) < 2
        if settings:
            self.post({"kind": "settings", "view": view, "number": number, "settings": [] if alone else news})

    def _take(self, setting: Json) -> bool:
        """Keep a change; say whether it is one."""
        place = place_of(setting)
        if self._settings.get(place) == setting:
            return False
        if setting["kind"] == "page":  # The components of the other page are gone, with what was in them.
            self._settings = {key: kept for key, kept in self._settings.items() if key[0] != "component"}
        if "value" in setting:
            self._settings[place] = setting
            return True
        return self._settings.pop(place, None) is not None


def place_of(setting: Json) -> Place:
    """Return where something was set."""
    return str(setting["kind"]), str(setting["of"]), str(setting["key"])


def kernel() -> Any:
    """Return the kernel that runs here; None outside of one."""
    ipython = sys.modules.get("IPython")
    return getattr(ipython.get_ipython() if ipython else None, "kernel", None)


def parent() -> Json:
    """Return the message that the kernel works on; empty outside of a kernel."""
    running = kernel()
    found: Json = running.get_parent() if running else {}
    return found or {}


def subshell() -> str | None:
    """Return the thread of the kernel by which the message came that is worked on; None: the one of the cells."""
    found: str | None = parent().get("header", {}).get("subshell_id")
    return found


def kernel_id() -> str:
    """Return the id by which a Jupyter server knows this kernel; '' outside of one."""
    application = getattr(kernel(), "parent", None)
    file = os.path.basename(str(getattr(application, "connection_file", "")))
    return file.removeprefix("kernel-").removesuffix(".json")
