"""Names that were mistyped, and those that were meant."""

from collections.abc import Iterable
from difflib import get_close_matches

from ..errors import NotFound


def unknown(what: str, name: str, known: Iterable[str], *, place: str = "") -> NotFound:
    """Return the error for a name that does not exist, with the names it may have meant."""
    names = sorted(set(known))
    lower = {other.lower(): other for other in names}
    close = get_close_matches(name, names, n=3, cutoff=0.6)
    close = close or [lower[other] for other in get_close_matches(name.lower(), lower, n=3, cutoff=0.6)]
    where = f" {place}" if place else ""
    if close:
        hint = f"; did you mean {either(close)}?"
    elif names:
        hint = f"; there {'is' if len(names) == 1 else 'are'} {', '.join(names[:20])}{' …' if len(names) > 20 else ''}"
    else:
        hint = ""
    return NotFound(f"There is no {what} {name}{where}{hint}", name=name, near=close)


def either(names: list[str]) -> str:
    """Return names as a choice in words."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
