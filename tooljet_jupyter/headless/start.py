"""What an app is started with: its definition and everything that comes from outside."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from ..errors import Invalid
from .names import either, unknown
from .plain import plain

Json = dict[str, Any]
DEVICES = ("desktop", "mobile")
VIEWER: Json = {"id": "viewer", "name": "Viewer", "email": "viewer@example.com", "role": "viewer"}
CLOCK = "2026-01-01T09:00:00Z"


@dataclass
class Start:
    """One app as a browser gets it, and who looks at it, where and when."""

    definition: Json
    title: str
    page: str | None = None
    params: Mapping[str, Any] = field(default_factory=dict)
    device: str = "desktop"
    user: Mapping[str, Any] = field(default_factory=lambda: VIEWER)
    environment: str = "production"
    constants: Mapping[str, Any] = field(default_factory=dict)
    clock: str | date | float = CLOCK
    seed: int = 0
    confirms: bool | None = True

    def json(self) -> Json:
        """Return it as the engine takes it.

        Raises
        ------
        NotFound
            There is no such page.
        """
        if self.device not in DEVICES:
            raise Invalid(f"There is no device {self.device}; there is {either(list(DEVICES))}", field="device")
        handles = [page["handle"] for page in self.definition["pages"]]
        if self.page is not None and self.page not in handles:
            raise unknown("page", self.page, handles)
        params = {str(key): str(value) for key, value in self.params.items()}
        return {
            "definition": self.definition,
            "title": self.title,
            "globals": self._globals(params),
            "constants": plain(dict(self.constants)),
            "urlparams": params,
            "device": self.device,
            "clock": milliseconds(self.clock),
            "seed": self.seed,
            "confirms": self.confirms,
            **({} if self.page is None else {"page": self.page}),
        }

    def _globals(self, params: Json) -> Json:
        mode = self.definition["settings"].get("appMode", "auto")
        return {
            "currentUser": plain(dict(self.user)),
            "environment": {"name": self.environment},
            "theme": {"name": "dark" if mode == "dark" else "light"},
            "urlparams": params,
            "modeOf": {"value": "view"},
        }


def milliseconds(clock: str | date | float) -> float:
    """Return a moment as the app's clock counts; one without a time zone is of UTC."""
    if isinstance(clock, int | float):
        return float(clock) * 1000
    try:
        found = datetime.fromisoformat(clock) if isinstance(clock, str) else clock
    except ValueError as error:
        raise Invalid(f"{clock} is no time: write it as {CLOCK}", field="clock") from error
    if not isinstance(found, datetime):
        found = datetime(found.year, found.month, found.day)
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp() * 1000
