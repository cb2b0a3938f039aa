"""What people type and choose: what a field asks for first, then what they type all the same."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

Json = dict[str, Any]

# Each of these has broken an app: quotes, patterns, JSON and what is none, nothing, very much.
TEXTS = (
    "Ada",
    'say "hi"',
    "(",
    "12",
    "",
    "O'Neill; --",
    "100 %",
    "[1, 2]",
    "ü ☕ \\",
    "-1",
    "{{x}}",
    "0",
    " ",
    "x" * 3000,
)
NUMBERS: tuple[float | None, ...] = (1, 0, -1, None, 2.5, 1e12)
DATES = ("2026-01-15", None, "2024-02-29", "1999-12-31")


def texts(props: Json) -> list[str]:
    """Return what may be typed into a field for text, the best first."""
    return list(dict.fromkeys([*good_texts(props), *TEXTS]))


def numbers(props: Json) -> list[float | None]:
    """Return what may be typed into a field for numbers, the best first."""
    least, most = number(props.get("minValue")), number(props.get("maxValue"))
    good = [edge for edge in (least, most) if edge is not None]
    return list(dict.fromkeys([*good, *NUMBERS]))


def dates(props: Json) -> list[str | None]:
    """Return the days that may be picked, the best first."""
    edges = [edge for edge in (props.get("minDate"), props.get("maxDate")) if isinstance(edge, str) and edge]
    return list(dict.fromkeys([*edges, *DATES]))


def number(value: Any) -> float | None:
    """Return a limit of a field, where it has one that is a number."""
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def good_texts(props: Json) -> Iterator[str]:
    """Yield texts that a field asks for: of the right length, and of its pattern where it has one."""
    hint = props.get("placeholder")
    if isinstance(hint, str) and hint.strip("+-.,0123456789 ") == "" and hint.strip():
        yield hint
    least, most = int(number(props.get("minLength")) or 0), number(props.get("maxLength"))
    longest = int(most) if most is not None else max(least, 40)
    pattern = props.get("regex")
    if isinstance(pattern, str) and pattern:
        yield from matching(pattern, least, longest)
    elif least > 3 or longest < 3:
        yield "Adalovelace"[:longest].ljust(least, "x")


@lru_cache(maxsize=256)
def matching(pattern: str, least: int, longest: int) -> tuple[str, ...]:
    """Return a text that a pattern accepts: one of the right length, else one as short as can be, else none."""
    from hypothesis import HealthCheck, find, settings
    from hypothesis.errors import HypothesisException
    from hypothesis.strategies import from_regex

    quick = settings(max_examples=200, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    try:
        texts = from_regex(pattern).filter(str.isprintable)
        shortest: str = find(texts, lambda text: True, settings=quick)
    except (HypothesisException, re.error):
        # JavaScript takes patterns that Python does not.
        return ()
    try:
        return (find(texts, lambda text: least <= len(text) <= longest, settings=quick),)
    except HypothesisException:
        return (shortest,)
