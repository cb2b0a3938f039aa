"""How figures are shown."""

from rich.table import Table
from rich.text import Text

from tests.bench.work import Reading, Work

MARKS = {True: ("yes", "green"), False: ("no", "bold red"), None: ("–", "dim")}


def table(read: list[tuple[Work, Reading]]) -> Table:
    """Return the figures beside their yardsticks."""
    shown = Table(box=None, pad_edge=False, header_style="bold")
    shown.add_column("work")
    for heading in ("value", "unit", "yardstick", "ratio", "goal", "met"):
        shown.add_column(heading, justify="right" if heading in {"value", "yardstick", "ratio"} else "left")
    shown.add_column("", style="dim")
    for work, reading in read:
        row = work.row(reading)
        word, style = MARKS[row["met"]]
        figures = [figure(row[key]) for key in ("value", "yardstick_value", "ratio")]
        shown.add_row(
            work.name, figures[0], work.unit, *figures[1:], row["goal"] or "–", Text(word, style), reading.note
        )
    return shown


def figure(value: float | None) -> str:
    """Return a number as a reader wants it."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def listing(works: list[Work]) -> Table:
    """Return the works and what they must reach."""
    shown = Table("work", "goal", "unit", "beside", "what", box=None, pad_edge=False, header_style="bold")
    for work in works:
        goal = str(work.goal) if work.goal else "–"
        shown.add_row(work.name, goal, work.unit, work.yardstick or "–", work.sentence)
    return shown


def failure(work: Work, error: Exception) -> Text:
    """Return why a work could not be measured."""
    return Text(f"{work.name} could not be measured: {error}", "red")
