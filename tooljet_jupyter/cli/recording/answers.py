"""The answers that queries brought in a session, given again while its test is written: deed by deed."""

from collections import Counter
from typing import Any

import msgspec

from ...errors import Conflict
from ...headless.written import failed
from .deeds import Deed

Json = dict[str, Any]


class Answers:
    """Runs queries as the server did in the session."""

    def __init__(self, deeds: list[Deed]) -> None:
        self.deeds = deeds
        self.now = 0
        """Which deed is being done."""
        self.given: Counter[bytes] = Counter()

    def run(self, query: str, values: list[Any], run: str) -> Json:
        """Return what the query replied to these values."""
        asked = key(query, values)
        for place in self.order():
            replies = [step.reply for step in self.deeds[place].runs if key(step.name, step.values) == asked]
            # A run that the app gave up replied with that, unless nothing else is known.
            finished = [reply for reply in replies if "error" not in reply or reply["error"]["code"] != "Cancelled"]
            if replies := finished or replies:
                return self.reply(replies, asked)
        raise Conflict("It did not run with these values in the session", query=query, values=values)

    def order(self) -> list[int]:
        """Return where to look: at this deed, the ones after it (an answer may be late), then the nearest before."""
        return [*range(self.now, len(self.deeds)), *reversed(range(self.now))]

    def reply(self, replies: list[Json], asked: bytes) -> Json:
        """Return the reply whose turn it is in this deed; the last one again and again."""
        turn = self.given[asked]
        self.given[asked] += 1
        found = replies[min(turn, len(replies) - 1)]
        if "error" in found:
            raise failed(found["error"])
        return found

    def go_on(self, place: int) -> None:
        """Come to the next deed."""
        self.now = place
        self.given.clear()

    def request(self, call: Json) -> Json:
        """Refuse: a session keeps what queries bring, and not what the app's own code asks of other servers."""
        raise Conflict(f"Requests of the app's own code are not recorded: app.stub_request({call['url']!r}, …)")

    def cancel(self, run: str) -> None:
        """Forget nothing: the answers are there already."""


def key(query: str, values: Any) -> bytes:
    """Return what tells one question from another."""
    return msgspec.json.encode([query, values], order="deterministic")
