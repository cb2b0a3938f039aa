"""From an empty notebook to a released app on a million rows."""

from tests.bench.bench import Bench
from tests.bench.million import from_an_empty_notebook, prepare, steps
from tests.bench.work import Goal, Reading, Work


def measure(bench: Bench) -> Reading:
    """Take the slower of PostgreSQL and SQLite; the note holds what people do with the list afterwards."""
    sources = prepare(bench)
    took = {source: from_an_empty_notebook(bench, source) for source in sources}
    done = {source: steps(bench, source) for source in sources}
    slowest = {name: max(done[source][name] for source in sources) for name in done[sources[0]]}
    note = ", ".join(f"{name} {ms:.0f} ms" for name, ms in slowest.items())
    return Reading(max(took.values()), note=note)


WORK = Work(
    name="crud_million",
    sentence="tj.crud on 1,000,000 rows: from no kernel to a released app and its first rows; PostgreSQL and SQLite",
    unit="s",
    goal=Goal("value", "most", 10),
    yardstick=None,
    measure=measure,
)
