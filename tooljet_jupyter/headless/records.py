"""What an app said, asked for and ran: plain records that tests compare."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any


@dataclass(frozen=True)
class Alert:
    """A message on the screen; its level is info, success, warning or error."""

    level: str
    message: str


@dataclass(frozen=True)
class LogEntry:
    """A line of the app's log; `source` names the component, query or page, with the property that failed."""

    level: str
    source: str
    message: str
    detail: Any = field(default=None, compare=False)
    time: datetime = field(default=datetime.fromtimestamp(0, UTC), compare=False)

    def __str__(self) -> str:
        return f"{self.level}: {self.source}: {self.message}"


@dataclass(frozen=True)
class Action:
    """Something the app asked its page to do: open an address, copy a text, offer a file, keep a value."""

    kind: str
    detail: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Done:
    """Something that a person did: `set`, `click` …, to what, and how."""

    kind: str
    name: str
    detail: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return " ".join([self.kind, self.name, *(f"{key}={value!r}" for key, value in self.detail.items())])


@dataclass(frozen=True)
class Run:
    """One run of a query: what it was sent, what came back, and from where."""

    name: str
    values: dict[str, Any]
    mode: str
    rows: int | None = None
    error: str | None = None


@dataclass(frozen=True)
class Request:
    """One request of the app's own code, by axios or fetch."""

    method: str
    url: str
    headers: dict[str, str]
    body: Any
    status: int | None


def entry(raw: dict[str, Any]) -> LogEntry:
    """Return a line of the log from what the engine says."""
    source = raw.get("source", {})
    name = str(source.get("name", ""))
    prop = source.get("property")
    return LogEntry(
        level=str(raw.get("level")),
        source=f"{name}.{prop}" if prop else name,
        message=str(raw.get("message")),
        detail=raw.get("detail"),
        time=moment(raw.get("time", 0)),
    )


def moment(milliseconds: float) -> datetime:
    """Return a time of the app's clock."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC)
