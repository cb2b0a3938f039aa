"""Rounds that take turns, so that a busy minute of the machine hits both sides."""

from collections.abc import Callable
from statistics import median

from tests.bench.work import Reading

ROUNDS = 7


def in_turns(
    ours: Callable[[], float], theirs: Callable[[], float], *, rounds: int = ROUNDS, note: str = ""
) -> Reading:
    """Return the medians of both sides; who goes first changes from round to round."""
    found: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds):
        for side in (0, 1) if number % 2 else (1, 0):
            found[side].append((ours, theirs)[side]())
    return Reading(median(found[0]), median(found[1]), note)


def alone(measure: Callable[[], float], *, rounds: int = ROUNDS, note: str = "") -> Reading:
    """Return the median of several rounds of a work that needs no yardstick."""
    return Reading(median(measure() for _ in range(rounds)), note=note)
