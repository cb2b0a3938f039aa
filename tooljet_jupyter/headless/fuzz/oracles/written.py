"""What is written: twice, with nothing chosen, without what was typed, and what is shown afterwards."""

from collections.abc import Iterator
from typing import Any

from ..findings import Finding
from ..literal import flat
from ..round import Round, Run

NOTHING: tuple[Any, ...] = (None, "", [], False)


def emptied(turn: Round) -> Iterator[Finding]:
    """Yield writes that were sent without what stood in a field when the person acted."""
    for run in written(turn):
        for code, before in turn.typed.get(run.query, {}).items():
            if before not in NOTHING and run.values.get(code) in NOTHING:
                what = f"{run.query} was sent without {code}, which was {before!r} when the person acted"
                proof = f"sent = [run.values[{flat(code)}] for run in app.runs if run.name == {flat(run.query)}]\n"
                proof += f"assert [value for value in sent if value != {flat(before)}] == []"
                yield Finding("lost", run.query, what, proof)


def of_nothing(turn: Round) -> Iterator[Finding]:
    """Yield changes of a row that nobody has chosen."""
    for run in written(turn):
        for code in turn.facts.chosen[run.query]:
            if code in run.values and run.values[code] is None:
                what = f"{run.query} ran although nothing is chosen: {code} is nothing"
                proof = f"assert [run for run in app.runs if run.name == {flat(run.query)}] == []"
                yield Finding("nothing", run.query, what, proof)


def again(turn: Round) -> Iterator[Finding]:
    """Yield what was written twice because a control could be used while its query was running."""
    for query in {run.query for run in written(turn) if turn.facts.answers[run.query].adds}:
        sent = [run.values for run in turn.runs if run.query == query]
        if turn.doubled and len(sent) > 1 and sent[0] == sent[-1]:
            what = f"{turn.place} can be used again while {query} is running, and writes the same thing twice"
            proof = f"assert sum(run.name == {flat(query)} for run in app.runs) == 1"
            yield Finding("twice", turn.place or query, what, proof)


def old_data(turn: Round) -> Iterator[Finding]:
    """Yield writes after which the page still shows what was read before them."""
    for place, run in enumerate(turn.runs):
        known = turn.facts.answers[run.query]
        if run.failed or not known.writing:
            continue
        later = {other.query for other in turn.runs[place + 1 :]}
        for name in turn.facts.shown[turn.after.page] & turn.ran_before:
            if turn.facts.answers[name].reads & known.writes and name not in later:
                changed = ", ".join(sorted(known.writes))
                what = f"{run.query} changed {changed}, and {name} on the page was not read again"
                proof = (
                    f"ran = [run.name for run in app.runs]\nassert {flat(name)} in ran[ran.index({flat(run.query)}) :]"
                )
                yield Finding("stale", run.query, what, proof)


def written(turn: Round) -> Iterator[Run]:
    """Yield the runs of a step that change something."""
    return (run for run in turn.runs if turn.facts.answers[run.query].writing)
