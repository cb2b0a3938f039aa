"""DataFrames as tables of the ToolJet Database: rows loaded in parts, and in the end all of them or none."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from ...errors import Conflict, Invalid, ToolJetError
from ..client import Client
from ..sources import Source
from . import series
from .series import Made

if TYPE_CHECKING:
    import pandas

Json = dict[str, Any]
CELLS = 250_000
ROWS = 20_000
KEY = {"is_primary_key": True, "is_not_null": True}


def load(client: Client, given: Any, name: str, *, replace: bool) -> None:
    """Put a DataFrame into a table.

    Raises
    ------
    Conflict
        There is a table of that name, and it is not to be replaced.
    Invalid
        It is no DataFrame, or holds what no table can.
    """
    frame = pandas_frame(given)
    old = next((table for table in client.get("tables") if table["name"] == name), None)
    if old and not replace:
        raise Conflict(
            f"There is a table {name} already. tj.crud(df, {name!r}, replace=True) puts this one in its place; "
            f"tj.crud('tooljetdb', {name!r}) makes an app for the one that is there",
            table=name,
        )
    columns, keys = series.columns(frame)
    called = f"{name[:40]} {uuid4().hex[:12]}" if old else name
    made = client.post("tables", {"name": called, "columns": described_columns(columns, keys)})
    try:
        for part in parts(columns, len(frame)):
            client.post(f"tables/{made['id']}/rows", {"columns": [column.name for column in columns], "rows": part})
        if old:
            client.delete(f"tables/{old['id']}")
            client.patch(f"tables/{made['id']}", {"name": name})
    except (ToolJetError, KeyboardInterrupt):
        with suppress(ToolJetError):
            client.delete(f"tables/{made['id']}")
        raise


def called(given: Any, wanted: str | None, around: Mapping[str, Any]) -> str:
    """Return what the table of a frame is called when nobody said: as the app, as its variable, or `data`."""
    if isinstance(given, Source | str):
        return ""
    names = [name for name, value in around.items() if value is given and re.fullmatch(r"[^\W_]\w*", name)]
    return wanted or next(iter(names), "data")


def pandas_frame(given: Any) -> "pandas.DataFrame":
    """Return a pandas DataFrame; one of polars or Arrow becomes one."""
    frame = given.to_pandas() if hasattr(given, "to_pandas") else given
    if not (hasattr(frame, "columns") and hasattr(frame, "index") and hasattr(frame, "iloc")):
        kind = type(given).__name__
        raise Invalid(f"tj.crud takes a data source, the name of one, or a DataFrame, not a {kind}", field="source")
    if len(frame.columns) == 0:
        raise Invalid("A DataFrame without columns makes no table", field="source")
    found: pandas.DataFrame = frame
    return found


def described_columns(columns: Sequence[Made], keys: Sequence[str]) -> list[Json]:
    """Return the columns as the ToolJet Database takes them; where no key was found, rows are numbered."""
    numbers: list[Json] = []
    if not keys:
        taken = {column.name.lower() for column in columns}
        free = next(name for name in ("id", "row_id", "tooljet_row_id") if name not in taken)
        numbers = [{"column_name": free, "data_type": "serial", "constraints_type": KEY}]
    return numbers + [
        {
            "column_name": column.name,
            "data_type": column.type,
            "constraints_type": KEY if column.name in keys else {},
            "configurations": column.more,
        }
        for column in columns
    ]


def parts(columns: Sequence[Made], count: int) -> Iterator[list[list[Any]]]:
    """Give the rows in lists that are small enough for one request."""
    size = max(1, min(ROWS, CELLS // len(columns)))
    for start in range(0, count, size):
        yield [list(row) for row in zip(*(column.values[start : start + size] for column in columns), strict=True)]


def tables(client: Client) -> list[Json]:
    """Return the tables of the ToolJet Database as the schema of a source tells of tables."""
    return [described(table) for table in client.get("tables")]


def described(table: Json) -> Json:
    """Return one table."""
    targets = {
        key["column_names"][0]: {
            "schema": "",
            "table": key["referenced_table_name"],
            "column": key["referenced_column_names"][0],
        }
        for key in table.get("foreignKeys") or []
        if len(key["column_names"]) == 1
    }
    columns = [described_column(item, targets) for item in table["columns"]]
    return {"schema": "", "name": table["name"], "kind": "table", "columns": columns}


def described_column(item: Json, targets: dict[str, Json]) -> Json:
    """Return one column; its configuration holds what the types of the ToolJet Database cannot say."""
    rules, more = item["constraints_type"], item.get("configurations") or {}
    return {
        "name": item["column_name"],
        "type": more.get("type") or item["data_type"],
        "nullable": not rules["is_not_null"],
        "primaryKey": rules["is_primary_key"],
        "default": None if item["column_default"] is None else quoted(item["column_default"]),
        "target": targets.get(item["column_name"]),
        "made": "identity" if item["data_type"] == "serial" else "",
        "choices": more.get("choices") or [],
    }


def quoted(default: str) -> str:
    """Return a default as SQL writes it: a value, or the time of the insert."""
    return default if default == "now()" else "'" + default.replace("'", "''") + "'"
