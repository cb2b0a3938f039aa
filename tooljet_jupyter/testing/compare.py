"""Why an assert about a page failed: the nearest text where one is missing, a diff where two pages differ."""

import difflib
import sys
import textwrap
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeGuard

import pytest

if TYPE_CHECKING:
    from ..headless.seen import Seen

NEAREST = 3
CLOSE = 0.7
LONGEST = 120
# Of a text as long as a page only the beginning is compared.
MOST_WORDS = 200


def pytest_assertrepr_compare(config: pytest.Config, op: str, left: object, right: object) -> list[str] | None:
    """Explain `"Saved" in app.sees()` and `app.sees() == expected`."""
    if isinstance(left, str) and is_seen(right) and op in ("in", "not in"):
        return missing(left, right.texts()) if op == "in" else holding(left, right.texts())
    if op == "==" and (is_seen(left) or is_seen(right)):
        expected, seen = (right, left) if is_seen(left) else (left, right)
        return ["the page is another one (- expected, + on the page)", *difference(str(expected), str(seen))]
    return None


def is_seen(value: object) -> "TypeGuard[Seen]":
    """Say whether a value is what an app shows; nothing is imported for the question."""
    module = sys.modules.get("tooljet_jupyter.headless.seen")
    return module is not None and isinstance(value, module.Seen)


def missing(text: str, offered: Iterable[str]) -> list[str]:
    """Return that a text is not on the page, and which texts come near it."""
    near = nearest(text, offered)
    if not near:
        return [f"{text!r} is not on the page, nor anything like it"]
    return [f"{text!r} is not on the page; nearest: {', '.join(map(repr, near))}"]


def holding(text: str, offered: Iterable[str]) -> list[str]:
    """Return that a text is on the page, and where."""
    found = [textwrap.shorten(one, LONGEST) for one in dict.fromkeys(offered) if text in one]
    return [f"{text!r} is on the page: {', '.join(map(repr, found[:NEAREST]))}"]


def nearest(text: str, offered: Iterable[str]) -> list[str]:
    """Return the texts that are most like one, or hold something like it, in any capitals."""
    scores = {one: likeness(text.lower(), one.lower()) for one in offered}
    near = sorted((one for one, score in scores.items() if score >= CLOSE), key=lambda one: -scores[one])
    return [textwrap.shorten(one, LONGEST) for one in near[:NEAREST]]


def likeness(text: str, other: str) -> float:
    """Return how much one text is like another, or like as many words of it, from 0 to 1."""
    if text in other:
        return 1.0
    words, several = other.split()[:MOST_WORDS], len(text.split())
    parts = [" ".join(words[at : at + several]) for at in range(len(words) - several + 1)]
    matcher = difflib.SequenceMatcher(b=text)
    best = 0.0
    for part in [other, *parts]:
        matcher.set_seq1(part)
        # The quick one is an upper bound: most parts of a page are far away.
        if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best:
            best = max(best, matcher.ratio())
    return best


def difference(expected: str, seen: str) -> list[str]:
    """Return how one outline differs from another, a line each."""
    lines = difflib.ndiff(textwrap.dedent(expected).strip().splitlines(), seen.strip().splitlines())
    return [line.rstrip() for line in lines if not line.startswith("?")]
