"""What the components of a shown app expose, as the page said it last."""

import threading
from collections.abc import Callable
from typing import Any, NamedTuple


class Long:
    """Stands for a value that is so long that it comes only when it is asked for."""


LONG = Long()


class Unknown:
    """Stands for a value of which the page has said nothing yet."""


UNKNOWN = Unknown()


class Change(NamedTuple):
    """A value that is another one now."""

    component: str
    key: str
    before: Any
    after: Any


class Store:
    """Values by component and key; those that Python has just set win over what the page says before it knows."""

    def __init__(self) -> None:
        self._values: dict[tuple[str, str], Any] = {}
        self._ahead: dict[tuple[str, str], int] = {}
        self._lock = threading.Lock()

    def read(self, component: str, key: str, default: Callable[[], Any]) -> Any:
        """Return a value; before the page said one, the default."""
        with self._lock:
            known = self._values.get((component, key), UNKNOWN)
        return default() if known is UNKNOWN else known

    def about(self, component: str) -> dict[str, Any]:
        """Return the short values of a component, and its selected row, as an event tells them."""
        with self._lock:
            known = {key: value for (owner, key), value in self._values.items() if owner == component}
        values = {key: value for key, value in known.items() if value is not LONG}
        return {"values": values, "row": values.get("selectedRow")}

    def take(self, component: str, exposed: dict[str, Any], large: list[str]) -> list[Change]:
        """Take in what the page says of a component; return what changed by that."""
        with self._lock:
            said = {**exposed, **dict.fromkeys(large, LONG)}
            return [
                change
                for key, value in said.items()
                if not self._ahead.get((component, key)) and (change := self._put(component, key, value))
            ]

    def set(self, component: str, key: str, value: Any) -> Change | None:
        """Set a value that the page will hear of; the page's own news of it are old until `settled`."""
        with self._lock:
            self._ahead[component, key] = self._ahead.get((component, key), 0) + 1
            return self._put(component, key, value)

    def settled(self, component: str, key: str, value: Any) -> Change | None:
        """Take in what the page made of a value that was set; older ones are passed over."""
        with self._lock:
            left = self._ahead.get((component, key), 1) - 1
            self._ahead[component, key] = left
            return None if left else self._put(component, key, value)

    def _put(self, component: str, key: str, value: Any) -> Change | None:
        before = self._values.get((component, key), UNKNOWN)
        if before is value or (type(before) is type(value) and before == value):
            return None
        self._values[component, key] = value
        return Change(component, key, before, value)
