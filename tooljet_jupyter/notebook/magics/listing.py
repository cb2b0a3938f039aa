"""A small table for people: aligned text in a terminal, a table in a notebook."""

from collections.abc import Sequence
from html import escape
from typing import Any

from ..link import Link

LONGEST = 60


class Listing:
    """Rows with a heading, and what to say where there are none."""

    def __init__(self, columns: Sequence[str], rows: Sequence[Sequence[Any]], *, empty: str) -> None:
        self.columns = list(columns)
        self.rows = [list(row) for row in rows]
        self.empty = empty

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        if not self.rows:
            return self.empty
        lines = [self.columns, *([short(str(cell)) for cell in row] for row in self.rows)]
        widths = [max(len(line[place]) for line in lines) for place in range(len(self.columns))]
        rule = ["─" * width for width in widths]
        return "\n".join(
            "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
            for line in (lines[0], rule, *lines[1:])
        )

    def _repr_html_(self) -> str:
        if not self.rows:
            return f"<p>{escape(self.empty)}</p>"
        head = "".join(f'<th style="text-align: left">{escape(name)}</th>' for name in self.columns)
        body = "".join(f"<tr>{''.join(map(cell, row))}</tr>" for row in self.rows)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def cell(value: Any) -> str:
    """Return one cell of the table in a notebook."""
    inside = value._repr_html_() if isinstance(value, Link) else escape(str(value))
    return f'<td style="text-align: left">{inside}</td>'


def short(value: str) -> str:
    """Return a text of one line that leaves room for others."""
    line = " ".join(value.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
