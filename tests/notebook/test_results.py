"""What a query returns, as rows and as a DataFrame with the types of its columns."""

import subprocess
import sys

import pytest

from tests.services.demo import TOKEN
from tooljet_jupyter.errors import MissingLibrary
from tooljet_jupyter.notebook.data.results import Result


def result(data, **columns):
    """Return a result with these columns."""
    described = [{"name": name, "type": kind} for name, kind in columns.items()]
    facts = {"truncated": False, "affectedRows": None, "metadata": {}, "seconds": 0.01}
    return Result({"data": data, "columns": described, **facts})


def test_columns_have_their_types_in_a_data_frame():
    rows = [
        {"id": 1, "total": 9.5, "paid": True, "note": None, "at": "2026-01-02T03:04:05Z", "day": "2026-01-02"},
        {"id": 2, "total": None, "paid": False, "note": "x", "at": None, "day": "1999-12-31"},
    ]
    frame = result(rows, id="number", total="number", paid="boolean", note="string", at="datetime", day="date").df()
    kinds = {name: kind.kind for name, kind in frame.dtypes.items() if name != "note"}
    assert kinds == {"id": "i", "total": "f", "paid": "b", "at": "M", "day": "M"}
    assert frame.loc[0, "day"].isoformat() == "2026-01-02T00:00:00"


def test_an_empty_result_keeps_its_columns():
    frame = result([], id="number", at="datetime").df()
    assert list(frame.columns) == ["id", "at"]
    assert len(frame) == 0


def test_columns_keep_the_order_of_the_query():
    assert list(result([{"a": 1, "b": 2}], b="number", a="number").df().columns) == ["b", "a"]


@pytest.mark.parametrize(
    "data, rows",
    [
        ([1, 2], [{"value": 1}, {"value": 2}]),
        ({"total": 3}, [{"total": 3}]),
        (42, [{"value": 42}]),
        ([], []),
    ],
)
def test_an_answer_that_is_no_table_has_rows_too(data, rows):
    assert result(data).rows() == rows


def test_a_cell_shows_the_first_rows_and_how_many_there_are():
    shown = result([{"name": f"<b>{n}</b>", "note": None} for n in range(30)], name="string", note="string")
    html = shown._repr_html_()
    assert html.count("<tr>") == 21
    assert "&lt;b&gt;0&lt;/b&gt;" in html
    assert "None" not in html
    assert "30 rows" in html


@pytest.mark.parametrize(
    "wanted, words",
    [
        ("df", "A DataFrame needs pandas: pip install pandas"),
        ("pl", "A polars DataFrame needs polars: pip install polars"),
        ("arrow", "An Arrow table needs pyarrow: pip install pyarrow"),
    ],
)
def test_a_library_that_is_missing_is_named_with_the_line_that_installs_it(wanted, words, monkeypatch):
    for name in ("pandas", "polars", "pyarrow"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingLibrary) as caught:
        getattr(result([{"a": 1}], a="number"), wanted)()
    assert caught.value.message == words


WITHOUT_PYARROW = """
import sys
sys.modules["pyarrow"] = None
import tooljet_jupyter as tj
from tooljet_jupyter.errors import MissingLibrary

shop = tj.connect(sys.argv[1], sys.argv[2]).source("shop")
query = shop.sql("SELECT 1 AS n, 1.5 AS x, 'a' AS name, NULL AS nobody UNION ALL SELECT NULL, NULL, NULL, NULL")
print({name: str(kind) for name, kind in query.df().dtypes.items()})
print({name: str(kind) for name, kind in query.pl().schema.items()})
print(query.rows()[0])
try:
    query.arrow()
except MissingLibrary as error:
    print(error.message)
"""


def test_frames_need_no_pyarrow(demo_server):
    command = [sys.executable, "-c", WITHOUT_PYARROW, demo_server.url, TOKEN]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.stdout.splitlines() == [
        "{'n': 'Int64', 'x': 'float64', 'name': 'str', 'nobody': 'object'}",
        "{'n': 'Int64', 'x': 'Float64', 'name': 'String', 'nobody': 'Null'}",
        "{'n': 1, 'x': 1.5, 'name': 'a', 'nobody': None}",
        "An Arrow table needs pyarrow: pip install pyarrow",
    ], done.stderr


def test_an_answer_of_another_source_is_a_table_too():
    rows = [{"id": 1, "name": "a"}, {"id": 2}]
    made = result(rows, id="number", name="string")
    assert made.arrow().to_pydict() == {"id": [1, 2], "name": ["a", None]}
    assert made.pl().to_dict(as_series=False) == {"id": [1, 2], "name": ["a", None]}
    assert [len(part) for part in made.batches(1)] == [1, 1]
