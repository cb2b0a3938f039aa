"""What a query returned, as rows or as a DataFrame."""

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, Any

from ..errors import MissingLibrary

if TYPE_CHECKING:
    import pandas

SHOWN_ROWS = 20
MOMENTS = ("datetime", "date")


class Result:
    """The rows of a run.

    Attributes
    ----------
    columns : list of str
        The names of the columns in their order.
    truncated : bool
        Whether the server cut the result off at its limit.
    affected_rows : int or None
        How many rows a statement changed.
    seconds : float
        How long the run took on the server.
    """

    def __init__(self, reply: dict[str, Any]) -> None:
        self.data = reply["data"]
        self.types: dict[str, str] = {column["name"]: column["type"] for column in reply["columns"]}
        self.truncated: bool = reply["truncated"]
        self.affected_rows: int | None = reply["affectedRows"]
        self.metadata: dict[str, Any] = reply["metadata"]
        self.seconds: float = reply["seconds"]

    @property
    def columns(self) -> list[str]:
        """The names of the columns in their order."""
        return list(self.types) or list(self.rows()[0] if self.rows() else [])

    def rows(self) -> list[dict[str, Any]]:
        """Return the rows as dictionaries; a result that is no table is one row."""
        if isinstance(self.data, list):
            return [row if isinstance(row, dict) else {"value": row} for row in self.data]
        return [self.data] if isinstance(self.data, dict) else [{"value": self.data}]

    def df(self) -> "pandas.DataFrame":
        """Return the rows as a pandas DataFrame, dates as dates.

        Raises
        ------
        MissingLibrary
            pandas is not installed here.
        """
        try:
            import pandas
        except ImportError as error:
            raise MissingLibrary(
                "A DataFrame needs pandas: pip install pandas", install="pip install pandas"
            ) from error
        frame = pandas.DataFrame(self.rows(), columns=self.columns)
        for name, kind in self.types.items():
            if kind in MOMENTS:
                frame[name] = pandas.to_datetime(frame[name], errors="coerce", format="ISO8601")
        return frame

    def __len__(self) -> int:
        return len(self.rows())

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.rows())

    def __repr__(self) -> str:
        cut = ", truncated" if self.truncated else ""
        return f"<Result: {len(self)} rows, {len(self.columns)} columns{cut}>"

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        rows = self.rows()
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(written(row.get(name)))}</td>" for name in self.columns) + "</tr>"
            for row in rows[:SHOWN_ROWS]
        )
        more = f"<p>{len(rows):,} rows{', cut off by the server' if self.truncated else ''}</p>"
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def written(value: Any) -> str:
    """Return a value as a cell of the shown table; nothing is an empty one."""
    return "" if value is None else str(value)
