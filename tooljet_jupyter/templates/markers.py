"""Marks in front of an expression that say what its value is: `{{identifier: components.sort.value}}`.

`identifier: x` is no JavaScript expression, so a mark can never be mistaken for one. Only SQL reads marks:

* `identifier` puts in the name of a table or column, or a list of names, checked and quoted;
* `direction` puts in ASC or DESC, and nothing for an empty value.
"""

import re
from typing import Literal, NamedTuple, cast

Mark = Literal["identifier", "direction"]

MARKED = re.compile(r"(identifier|direction)\s*:\s*")


class Marked(NamedTuple):
    """An expression as JavaScript sees it, and the mark that stood before it."""

    mark: Mark | None
    expression: str


def unmark(expression: str) -> Marked:
    """The expression without its mark."""
    match = MARKED.match(expression)
    if match is None:
        return Marked(None, expression)
    return Marked(cast(Mark, match.group(1)), expression[match.end() :])  # the pattern names both marks
