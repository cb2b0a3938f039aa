"""Words on the page that no person should read: undefined, NaN, [object Object], Invalid date."""

import re
from collections.abc import Iterator

from ..findings import Finding
from ..literal import flat
from ..round import Round

JUNK = re.compile(r"\bundefined\b|\[object \w+\]|\bNaN\b|\bInvalid date\b|\bInvalid Date\b|(?<![\w-])-?Infinity\b")


def junk(turn: Round) -> Iterator[Finding]:
    """Yield the words on the page now, with the component that shows them."""
    for known, text in turn.words():
        found = JUNK.search(text)
        if found:
            place = known or turn.shown_by(found[0]) or turn.after.page
            shown = text if len(text) <= 60 else f"…{text[max(0, found.start() - 20) : found.end() + 20]}…"
            yield Finding("text", place, f"{place} says “{shown}”", f"assert {flat(found[0])} not in app.sees()")
