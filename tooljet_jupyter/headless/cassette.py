"""A recording of queries: made on the first run, played back later, refused when the app asks something else."""

import hashlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from ..errors import Conflict, Invalid, ToolJetError
from .plain import plain
from .written import failed, written

Json = dict[str, Any]
FORMAT = 1


class Entry(msgspec.Struct, omit_defaults=True):
    """One question and its answer."""

    name: str
    values: Json
    reply: Json | None = None
    error: Json | None = None


class Recording(msgspec.Struct):
    """What a cassette's file holds: how each query was defined, and what it answered."""

    tooljet_cassette: int = FORMAT
    definitions: dict[str, dict[str, str]] = {}
    entries: list[Entry] = []


class Cassette:
    """The recording of one app in one file."""

    def __init__(self, path: Path, definitions: dict[str, dict[str, str]]) -> None:
        self.path = path
        self.replays = path.exists()
        self._definitions = definitions
        self._tape = read(path) if self.replays else Recording()
        self._played: Counter[bytes] = Counter()
        self._saved = 0

    def play(self, name: str, values: Json, real: Callable[[], Json]) -> Json:
        """Return the recorded answer, or the real one, which is recorded.

        Raises
        ------
        Conflict
            The query, or what it is sent, is not what was recorded.
        """
        entry = self._next(name, values) if self.replays else self._record(name, values, real)
        if entry.error is not None:
            raise failed(entry.error)
        return dict(entry.reply or {})

    def save(self) -> None:
        """Write what was recorded since the last time."""
        if self.replays or len(self._tape.entries) == self._saved:
            return
        self._saved = len(self._tape.entries)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_bytes(msgspec.json.format(msgspec.json.encode(self._tape), indent=1) + b"\n")

    def _record(self, name: str, values: Json, real: Callable[[], Json]) -> Entry:
        entry = Entry(name, plain(values))
        try:
            entry.reply = plain(real())
        except ToolJetError as error:
            entry.error = written(error)
        if name in self._definitions:
            self._tape.definitions[name] = self._definitions[name]
        self._tape.entries.append(entry)
        return entry

    def _next(self, name: str, values: Json) -> Entry:
        """Return the answer whose turn it is: the same question asked twice may have had two answers."""
        self._compare(name)
        asked = key(name, values)
        fitting = [entry for entry in self._tape.entries if key(entry.name, entry.values) == asked]
        if not fitting:
            raise self._refusal(name, self._difference(name, plain(values)))
        turn = self._played[asked]
        self._played[asked] += 1
        if turn >= len(fitting):
            raise self._refusal(name, f"it ran {len(fitting)} times with these values, and now once more")
        return fitting[turn]

    def _compare(self, name: str) -> None:
        then, now = self._tape.definitions.get(name), self._definitions.get(name)
        if then is None or now is None or then == now:
            return
        changed = sorted(part for part in then.keys() | now.keys() if then.get(part) != now.get(part))
        raise self._refusal(name, f"its {', '.join(changed)} changed")

    def _difference(self, name: str, values: Json) -> str:
        recorded = [entry.values for entry in self._tape.entries if entry.name == name]
        if not recorded:
            return "it did not run then"
        nearest = min(recorded, key=lambda other: len(changes(other, values)))
        return "; ".join(
            f"{{{{{binding}}}}} was {shown(nearest.get(binding))} and is {shown(values.get(binding))}"
            for binding in changes(nearest, values)
        )

    def _refusal(self, name: str, why: str) -> Conflict:
        return Conflict(
            f"{name} is not what {self.path.name} recorded: {why}. Remove the file to record again",
            query=name,
            cassette=str(self.path),
        )


def read(path: Path) -> Recording:
    """Return the recording of a file."""
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Recording)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise Invalid(f"{path} is no recording of queries: {error}", file=str(path)) from error
    if found.tooljet_cassette > FORMAT:
        raise Invalid(f"{path} was recorded by a newer version of tooljet-jupyter", file=str(path))
    return found


def key(name: str, values: Json) -> bytes:
    """Return what tells one question from another."""
    return msgspec.json.encode([name, plain(values)], order="deterministic")


def changes(then: Json, now: Json) -> list[str]:
    """Return the bindings that have another value."""
    return [binding for binding in [*then, *(set(now) - set(then))] if then.get(binding) != now.get(binding)]


def shown(value: Any) -> str:
    """Return a value as a short text."""
    text = msgspec.json.encode(value).decode()
    return text if len(text) <= 60 else f"{text[:57]}…"


def fingerprint(query: Json) -> dict[str, str]:
    """Return what a query is, part by part, so that a change can be named without keeping the query itself."""
    parts = {"kind": query.get("kind"), "source": query.get("source"), **query.get("options", {})}
    if "bindings" in query:
        parts["bindings"] = query["bindings"]
    return {
        part: hashlib.sha256(msgspec.json.encode(value, order="deterministic")).hexdigest()[:16]
        for part, value in parts.items()
        if value not in (None, "", [], {})
    }
