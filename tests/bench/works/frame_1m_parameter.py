"""A million rows of PostgreSQL as a DataFrame, by a query with a bound parameter."""

from tests.bench import frames
from tests.bench.bench import Bench
from tests.bench.rounds import in_turns
from tests.bench.work import Goal, Reading, Work

ROUNDS = 5
BOUND = f"{frames.MILLION} WHERE id > {{{{after}}}}"


def measure(bench: Bench) -> Reading:
    """Make the frame by way of the server, with a parameter, and directly without one, taking turns."""
    database, source = frames.filled(bench), frames.source(bench)
    frames.seconds(lambda: source.sql(BOUND, after=0).df())
    return in_turns(
        lambda: frames.seconds(lambda: source.sql(BOUND, after=0).df()),
        lambda: frames.seconds(lambda: frames.by_adbc(database)),
        rounds=ROUNDS,
    )


WORK = Work(
    name="frame_1m_parameter",
    sentence="The same 1,000,000 rows by a query with a bound parameter",
    unit="s",
    goal=Goal("ratio", "most", 1.5),
    yardstick="ADBC without server and parameter",
    measure=measure,
)
