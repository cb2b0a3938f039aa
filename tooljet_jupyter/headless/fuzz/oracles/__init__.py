"""What counts as a finding: each oracle looks at one step, or at how a run ends."""

from collections.abc import Callable, Iterator

from ..findings import Finding
from ..round import Round
from .log import errors
from .told import silence, untruth
from .words import junk
from .written import again, emptied, of_nothing, old_data

Oracle = Callable[[Round], Iterator[Finding]]

# The first to speak of a place wins where two mean the same.
ORACLES: tuple[Oracle, ...] = (errors, junk, untruth, silence, again, emptied, of_nothing, old_data)


def findings(turn: Round) -> list[Finding]:
    """Return what is wrong after a step."""
    return [finding for oracle in ORACLES for finding in oracle(turn)]
