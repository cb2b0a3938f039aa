"""A million rows of PostgreSQL as a DataFrame in the notebook."""

from tests.bench import frames
from tests.bench.bench import Bench
from tests.bench.rounds import in_turns
from tests.bench.work import Goal, Reading, Work

ROUNDS = 5


def measure(bench: Bench) -> Reading:
    """Make the frame by way of the server and directly, taking turns; pandas' own way once, for comparison."""
    database, source = frames.filled(bench), frames.source(bench)
    frames.seconds(lambda: source.sql(frames.MILLION).df())
    pandas = frames.seconds(lambda: frames.by_pandas(database))
    return in_turns(
        lambda: frames.seconds(lambda: source.sql(frames.MILLION).df()),
        lambda: frames.seconds(lambda: frames.by_adbc(database)),
        rounds=ROUNDS,
        note=f"pandas.read_sql: {pandas:.1f} s",
    )


WORK = Work(
    name="frame_1m",
    sentence="1,000,000 rows of six columns, PostgreSQL to DataFrame through the server",
    unit="s",
    goal=Goal("ratio", "most", 1.5),
    yardstick="ADBC without the server",
    measure=measure,
)
