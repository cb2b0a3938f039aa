"""What does not end: a query that runs itself, code that takes longer than anybody waits."""

import re
from collections import Counter
from collections.abc import Mapping

from ...errors import ToolJetError
from .facts import Facts
from .findings import Finding
from .literal import flat

# A query that ran so often after one step runs itself.
MOST_RUNS = 25
# The second time nobody waits so long.
FEW_RUNS = 2
# How a run fails that was one too many.
CUT = "ran too often"


class Endless(Exception):  # noqa: N818 (a way out of the app, nobody's error)
    """A query ran too often after one step."""

    def __init__(self, query: str) -> None:
        super().__init__(query)
        self.query = query


class Guard:
    """Counts the runs of each query since the last step."""

    def __init__(self) -> None:
        self.runs: Counter[str] = Counter()
        # The queries that ran themselves.
        self.endless: set[str] = set()

    def reset(self) -> None:
        """Begin a step."""
        self.runs.clear()

    def count(self, query: str) -> None:
        """Count a run. One too many fails, which ends most circles; where it does not, the app is ended."""
        self.runs[query] += 1
        if self.runs[query] > 2 * MOST_RUNS:
            raise Endless(query)
        if self.runs[query] > MOST_RUNS or (query in self.endless and self.runs[query] > FEW_RUNS):
            self.endless.add(query)
            raise ToolJetError(CUT)


def circle(query: str) -> Finding:
    """Return what it means that a query runs itself."""
    what = f"{query} runs again and again: what follows from its answer runs it once more"
    return Finding("endless", query, what, f"assert sum(run.name == {flat(query)} for run in app.runs) < {MOST_RUNS}")


def cut_off(error: Exception, facts: Facts, moods: Mapping[str, str]) -> Finding:
    """Return what it means that an app had to be ended."""
    if isinstance(error, Endless):
        return circle(error.query)
    detail = getattr(error, "detail", {})
    if detail.get("query") in facts.answers:
        return circle(detail["query"])
    binding = str(detail.get("binding") or "")
    place = place_of(binding, facts) or "app"
    many = [query for query, mood in moods.items() if mood == "huge"]
    when = f" when {', '.join(many)} answers with very many rows" if many else ""
    what = f"{str(error).split(' and was stopped')[0]}{when}"
    return Finding("endless", place, what, "assert app.sees()")


def place_of(binding: str, facts: Facts) -> str:
    """Return the component or query that a binding belongs to."""
    names = facts.names | {query["id"]: query["name"] for query in facts.definition["queries"]}
    known = [key for key in names if re.match(rf"{re.escape(key)}(?:[.@]|$)", binding)]
    return names[max(known, key=len)] if known else ""
