"""Moves one app: a command, then whatever it asks for is answered, until nothing moves any more."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from ..errors import Invalid, ToolJetError
from .answers import Answers
from .isolate import Isolate, StoppedError, encoded
from .places import Places
from .records import Action, Alert, LogEntry, entry
from .spare import spare

Json = dict[str, Any]
# Timers that are run between two looks at what the app asks for.
TICKS = 16
# Real queries side by side, as a browser would send them.
AT_ONCE = 6
# One command that leads to more rounds of queries than this never comes to rest.
MOST_ROUNDS = 1000


class Engine:
    """One app in its isolate, and everything it has said so far."""

    def __init__(self, places: Places, answers: Answers, *, timeout_seconds: float, memory_mb: int) -> None:
        self.places = places
        self.answers = answers
        self.timeout_seconds = timeout_seconds
        self.memory_mb = memory_mb
        self.log: list[LogEntry] = []
        self.actions: list[Action] = []
        self.alerts: list[Alert] = []
        self.storage: Json = {}
        self.now: float = 0
        self.page: str | None = None
        self.question: str | None = None
        self._app = b""
        self._isolate: Isolate | None = None
        self._ended: ToolJetError | None = None

    def boot(self, start: Json) -> None:
        """Start the app and answer what its page loads."""
        self._app = encoded(start["definition"])
        self._isolate = spare().take(self._app, memory_mb=self.memory_mb)
        said = encoded(start)
        self._settle(self._wave(lambda isolate: isolate.boot(said, self.timeout_seconds)))

    def do(self, command: str, **given: Any) -> Any:
        """Do one thing, let everything come to rest, and return its value.

        Raises
        ------
        Invalid
            It cannot be done; the message says why.
        """
        said = self._step({"command": {"do": command, **given}})
        value, error = said.get("value"), said.get("error")
        self._settle(said)
        if error:
            raise Invalid(error["message"])
        return value

    def release(self, asks: list[Json]) -> None:
        """Answer what was held back."""
        self._settle({"asks": asks, "restless": False})

    def wait(self, seconds: float) -> None:
        """Move the clock; timers in between run, and what follows from them."""
        until = self.now + seconds * 1000
        while True:
            said = self._wave(lambda isolate: isolate.ticks(until, TICKS, self.timeout_seconds))
            moved = not said.get("due") and not said["asks"]
            self._settle(said)
            if moved:
                return

    def check(self) -> Isolate:
        """Return the isolate, or raise why there is none any more."""
        if self._ended:
            raise self._ended
        if self._isolate is None or self._isolate.closed:
            raise ToolJetError("The app is closed: load it again")
        return self._isolate

    def close(self) -> None:
        """End the app."""
        if self._isolate:
            spare().give(self._app, self._isolate)
            self._isolate = None

    def _settle(self, said: Json) -> None:
        """Answer what the app asks for until it asks for nothing more."""
        for _ in range(MOST_ROUNDS):
            asks = [ask for ask in said["asks"] if not self._kept(ask)]
            if not asks and not said["restless"]:
                return self._rested()
            said = self._step({"answers": self._answered(asks)})
        again = self.answers.runs[-1].name if self.answers.runs else "code"
        raise ToolJetError(
            f"The app never comes to rest: it runs {again} again and again, {MOST_ROUNDS} times", query=again
        )

    def _kept(self, ask: Json) -> bool:
        """Say whether an ask gets no answer now."""
        if ask["kind"] == "cancel":
            self.answers.cancel(ask)
            return True
        return self.answers.holds(ask)

    def _answered(self, asks: list[Json]) -> list[Json]:
        real = [ask for ask in asks if self.answers.is_slow(ask)]
        if len(real) < 2:
            return [self.answers.answer(ask) for ask in asks]
        with ThreadPoolExecutor(AT_ONCE) as threads:
            return list(threads.map(self.answers.answer, asks))

    def _rested(self) -> None:
        """Keep what was recorded; raise what is the test's own fault: a query without a stub, another recording."""
        if self.answers.cassette:
            self.answers.cassette.save()
        refused, self.answers.refused = self.answers.refused, []
        if len(refused) == 1:
            raise refused[0]
        if refused:
            raise type(refused[0])("\n".join(dict.fromkeys(error.message for error in refused)))

    def _step(self, said: Json) -> Json:
        return self._wave(lambda isolate: isolate.step(said, self.timeout_seconds))

    def _wave(self, move: Callable[[Isolate], Json]) -> Json:
        try:
            said = move(self.check())
        except StoppedError as stopped:
            raise self._end(stopped) from None
        if "log" not in said:
            self.close()
            raise Invalid(f"The app cannot run: {said['error']['message']}")
        self._hear(said)
        return said

    def _hear(self, said: Json) -> None:
        self.log += [entry(line) for line in said["log"]]
        self.alerts = [Alert(alert["level"], alert["message"]) for alert in said["alerts"]]
        self.now, self.page = said["now"], said["page"]
        self.question = said["question"] or said["asked"]
        for action in said["actions"]:
            kind = action.pop("kind")
            if kind == "set-localstorage":
                self.storage[action["key"]] = action["value"]
            self.actions.append(Action(kind, action))

    def _end(self, stopped: StoppedError) -> ToolJetError:
        """Return the error of an app that ran over its limits; from now on it is all the app says."""
        name = self.places.spoken(stopped.binding) if stopped.binding else "The app"
        self._ended = ToolJetError(
            f"{name} {stopped.what} and was stopped. The app is closed: load it again", binding=stopped.binding
        )
        return self._ended
