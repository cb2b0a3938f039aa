"""Makes a script short: leaves out whatever is not needed for the finding."""

from collections.abc import Callable, Iterator, Sequence

from .steps import Step

Steps = tuple[Step, ...]


def reduce(steps: Steps, leads_there: Callable[[Steps], bool], *, tries: int) -> Steps:
    """Return a shorter script that still leads to the finding, after at most so many tries."""
    best, known = steps, {steps}
    size = max(1, len(best) // 2)
    while tries > 0:
        shorter = next((one for one in without(best, size) if one not in known), None)
        if shorter is None:
            if size == 1:
                break
            size //= 2
            continue
        known.add(shorter)
        tries -= 1
        if leads_there(shorter):
            best = shorter
            size = max(1, min(size, len(best) // 2))
    return best


def without(steps: Sequence[Step], size: int) -> Iterator[Steps]:
    """Yield a script without some steps that follow each other: from the front, where least is needed."""
    # Pairs that undo each other (a row chosen and left) can lie anywhere.
    for start in range(0, len(steps), size if size > 2 else 1):
        yield tuple(steps[:start]) + tuple(steps[start + size :])
