"""What a query returned, as rows, as a DataFrame of pandas or polars, or as an Arrow table."""

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, Any

from .missing import library

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from .incoming import Rows

SHOWN_ROWS = 20
BATCH_ROWS = 50_000
MOMENTS = ("datetime", "date")


class Result:
    """The rows of a run.

    Attributes
    ----------
    types : dict of str to str
        The columns in their order, and the type of each.
    truncated : bool
        Whether the server cut the result off at its limit.
    affected_rows : int or None
        How many rows a statement changed.
    seconds : float
        How long the run took on the server.
    """

    def __init__(self, reply: dict[str, Any]) -> None:
        self._rows: Rows | None = None
        self._data: Any = reply.get("data")
        self.types: dict[str, str] = {column["name"]: column["type"] for column in reply.get("columns", [])}
        self.truncated: bool = reply.get("truncated", False)
        self.affected_rows: int | None = reply.get("affectedRows")
        self.metadata: dict[str, Any] = reply.get("metadata", {})
        self.seconds: float = reply.get("seconds", 0.0)

    @classmethod
    def streamed(cls, rows: "Rows", end: dict[str, Any]) -> "Result":
        """Return rows that came as a stream, and what was said at its end."""
        made = cls(end)
        made._rows = rows
        made.types = dict(zip(rows.names, rows.kinds, strict=True))
        return made

    @property
    def data(self) -> Any:
        """What the source gave: rows as dictionaries, or any JSON where it gave no rows."""
        return self._data if self._rows is None else self.rows()

    @property
    def columns(self) -> list[str]:
        """The names of the columns in their order."""
        return list(self.types) or list(self._plain()[0] if self._plain() else [])

    def rows(self) -> list[dict[str, Any]]:
        """Return the rows as dictionaries; a result that is no table is one row."""
        return self._plain() if self._rows is None else self._rows.rows()

    def df(self) -> "pandas.DataFrame":
        """Return the rows as a pandas DataFrame: dates as dates, whole numbers whole, exact numbers exact.

        Raises
        ------
        MissingLibrary
            pandas is not installed here.
        """
        if self._rows is not None:
            frame: pandas.DataFrame = self._rows.df()
            return frame
        made = library("pandas", "A DataFrame")
        frame = made.DataFrame(self.rows(), columns=self.columns)
        for name, kind in self.types.items():
            if kind in MOMENTS:
                frame[name] = made.to_datetime(frame[name], errors="coerce", format="ISO8601")
        return frame

    def pl(self) -> "polars.DataFrame":
        """Return the rows as a polars DataFrame.

        Raises
        ------
        MissingLibrary
            polars is not installed here.
        """
        frame: polars.DataFrame = self._typed_by_values("pl") if self._rows is None else self._rows.pl()
        return frame

    def arrow(self) -> "pyarrow.Table":
        """Return the rows as an Arrow table.

        Raises
        ------
        MissingLibrary
            pyarrow is not installed here.
        """
        table: pyarrow.Table = self._typed_by_values("arrow") if self._rows is None else self._rows.arrow()
        return table

    def batches(self, size: int | None = None) -> Iterator["Result"]:
        """Give the rows in portions of `size`."""
        size = size or BATCH_ROWS
        for start in range(0, max(len(self), 1), size):
            yield self.portion(start, size)

    def portion(self, start: int, count: int) -> "Result":
        """Return some of the rows."""
        if self._rows is not None:
            return Result.streamed(self._rows.slice(start, count), {})
        made = Result({"data": self._plain()[start : start + count]})
        made.types = self.types
        return made

    def __len__(self) -> int:
        return len(self._plain() if self._rows is None else self._rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.rows())

    def __repr__(self) -> str:
        cut = ", truncated" if self.truncated else ""
        return f"<Result: {len(self)} rows, {len(self.columns)} columns{cut}>"

    def _plain(self) -> list[dict[str, Any]]:
        """Return what came as one JSON as rows."""
        if isinstance(self._data, list):
            return [row if isinstance(row, dict) else {"value": row} for row in self._data]
        return [self._data] if isinstance(self._data, dict) else [{"value": self._data}]

    def _typed_by_values(self, wanted: str) -> Any:
        """Return what came as one JSON as a table, whose types are those of its values."""
        rows = self.rows()
        columns = {name: [row.get(name) for row in rows] for name in self.columns}
        if wanted == "arrow":
            return library("pyarrow", "An Arrow table").table(columns)
        return library("polars", "A polars DataFrame").DataFrame(columns, strict=False)

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(written(row.get(name)))}</td>" for name in self.columns) + "</tr>"
            for row in self.portion(0, SHOWN_ROWS).rows()
        )
        more = f"<p>{len(self):,} rows{', cut off by the server' if self.truncated else ''}</p>"
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def written(value: Any) -> str:
    """Return a value as a cell of the shown table; nothing is an empty one."""
    return "" if value is None else str(value)
