"""Errors in the app's log: a binding that throws, a handler that fails, a script that ends with an error."""

from collections.abc import Iterator

from ..answers import NETWORK
from ..endless import CUT
from ..findings import Finding
from ..literal import flat
from ..round import Round

ENDLESS = ("keep changing each other", "depend on each other", "call stack")


def errors(turn: Round) -> Iterator[Finding]:
    """Yield what the log says since the step, without the failures that the queries were told to answer with."""
    for entry in turn.new_errors():
        place, message = entry.source.partition(".")[0], entry.message
        if place in turn.facts.answers and (message in (CUT, *turn.failures()) or NETWORK in message):
            continue
        kind = "endless" if any(words in message for words in ENDLESS) else "error"
        yield Finding(kind, place, f"{entry.source}: {message}", log_is_clean(place, turn.failures()))


def log_is_clean(place: str, failures: set[str]) -> str:
    """Return the lines that say that nothing went wrong at a place, but for failures that were asked for."""
    told = sorted(message for message in failures if message.startswith(f"{place} "))
    but = f" and entry.message not in {flat(told)}" if told else ""
    here = f'entry.source.split(".")[0] == {flat(place)}'
    return f"assert [entry.message for entry in app.errors if {here}{but}] == []"
