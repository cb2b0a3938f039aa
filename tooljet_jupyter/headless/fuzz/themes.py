"""How the queries of an app answer in a run: all in one way, one of them in its own, or each as it likes."""

from collections.abc import Iterator

from .answers import MOODS, Answers
from .facts import Facts

Moods = dict[str, str]
# What goes wrong most often when it happens to one query alone.
ALONE = ("empty", "failing", "gaps")
# How often one query alone is another than usual, among those that are drawn.
LIGHT = tuple(mood for mood in MOODS if mood != "huge")


def themes(facts: Facts) -> Iterator[Moods]:
    """Yield the ways that every app is tried in, the most telling first."""
    asked = [known for known in facts.answers.values() if known.moods()]
    reading, writing = ([known for known in asked if known.writing is so] for so in (False, True))
    yield {}
    if writing:
        yield together(writing, "failing")
    for mood in MOODS[1:]:
        if any(mood in known.moods() for known in reading):
            yield together(reading, mood)
    if len(reading) > 1:
        yield from ({known.name: mood} for mood in ALONE for known in reading if mood in known.moods())


def together(queries: list[Answers], mood: str) -> Moods:
    """Return all of some queries in one mood, as far as they can be."""
    return {known.name: mood for known in queries if mood in known.moods()}


def drawn(facts: Facts, theme: int, wishes: list[int]) -> Moods:
    """Return the way that some numbers mean: nothing special for 0, else one query alone or each in its own."""
    asked = [known for known in facts.answers.values() if known.moods()]
    if not asked or theme == 0:
        return {}
    if theme % 2:
        known = asked[theme // 2 % len(asked)]
        return {known.name: LIGHT[wishes[0] % len(LIGHT)]}
    return {known.name: LIGHT[wishes[place % len(wishes)] % len(LIGHT)] for place, known in enumerate(asked)}
