"""Names of files for what people name as they like: readable, and different on every system."""

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 60
# What Windows takes for a device, whatever the ending.
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def plain_names(names: Iterable[str]) -> list[str]:
    """Return a file name for each name, in their order; no two are the same, even in capitals."""
    taken: set[str] = set()
    return [free(plain(name), taken) for name in names]


def plain(name: str) -> str:
    """Return a name in letters, digits, `_` and `-`."""
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    kept = re.sub(r"[^\w-]+", "-", ascii_name).strip("-")[:LONGEST] or "unnamed"
    return f"{kept}-" if DEVICES.fullmatch(kept) else kept


def free(name: str, taken: set[str]) -> str:
    """Return the name, or the first with a number that nothing else has."""
    chosen, number = name, 2
    while chosen.lower() in taken:
        chosen, number = f"{name}-{number}", number + 1
    taken.add(chosen.lower())
    return chosen
