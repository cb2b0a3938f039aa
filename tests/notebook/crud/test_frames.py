"""DataFrames put into tables of the ToolJet Database, and the apps for them."""

import datetime
from decimal import Decimal
from time import perf_counter
from uuid import uuid4

import numpy
import pandas
import pytest

from tooljet_jupyter.errors import Conflict, Invalid, ToolJetError
from tooljet_jupyter.notebook.crud import crud, series
from tooljet_jupyter.notebook.load import load


@pytest.fixture
def table(workspace):
    """The name of a table that goes with the test, and so does its app."""
    name = f"frame {uuid4().hex[:8]}"
    yield name
    for found in workspace.client.get("tables"):
        if found["name"].startswith(name):
            workspace.client.delete(f"tables/{found['id']}")


@pytest.fixture
def shown(workspace, table):
    """Put a frame into the table and open its app."""
    running = []

    def make(frame, **options):
        app = crud(frame, table, workspace=workspace, **options)
        app.release()
        running.append(load(app.slug, workspace=workspace, timeout_seconds=20).start())
        return running[-1]

    yield make
    for app in running:
        app.close()


def typed(frame):
    """The types of a frame's columns in the table, by their names."""
    return {column.name: (column.type, column.more) for column in series.columns(frame)[0]}


def test_a_frame_becomes_a_table_and_an_app(shown):
    frame = pandas.DataFrame({"name": ["Ada", "Ben"], "score": [1.5, None], "kind": pandas.Categorical(["a", "b"])})
    app = shown(frame)
    assert app.queries.rows.data == [
        {"id": 2, "name": "Ben", "score": None, "kind": "b"},
        {"id": 1, "name": "Ada", "score": 1.5, "kind": "a"},
    ]
    app.click("table", row=1).set("edit_score", "2.5").set("edit_kind", "b").click("saveButton")
    app.click("newRow").set("new_name", "Cy").click("addButton")
    assert [(row["name"], row["score"], row["kind"]) for row in app.queries.rows.data] == [
        ("Cy", None, None), ("Ben", None, "b"), ("Ada", 2.5, "b"),
    ]  # fmt: skip
    app.act("table", "setFilters", [{"column": "Kind", "condition": "equals", "value": "b"}])
    assert [row["name"] for row in app.queries.rows.data] == ["Ben", "Ada"]


def test_somebody_elses_change_of_a_row_is_met_there_too(shown, workspace, table):
    app = shown(pandas.DataFrame({"name": ["Ada"], "at": [pandas.Timestamp("2026-01-01 10:00")]}))
    app.click("table", row=0).set("edit_name", "mine")
    body = {"kind": "tooljetdb", "options": {"operation": "update_rows", "table_id": table, "update_rows": {
        "columns": [{"column": "name", "value": "theirs"}],
        "where_filters": [{"column": "id", "operator": "=", "value": 1}],
    }}}  # fmt: skip
    workspace.client.post("queries/run", body)
    app.click("saveButton")
    assert app.components.conflictTable.currentData == [{"field": "Name", "theirs": "theirs", "mine": "mine"}]
    app.click("keepMine").click("table", row=0).click("deleteButton")
    assert [alert.message for alert in app.alerts][-1] == "Row deleted"


def test_types_of_columns_are_mapped():
    frame = pandas.DataFrame({
        "int": numpy.array([1, 2], "int8"), "huge": [2**70, 1], "nullable": pandas.array([1, None], "Int64"),
        "real": [0.1, numpy.inf], "flag": [True, False], "maybe": pandas.array([True, None], "boolean"),
        "day": pandas.to_datetime(["2026-01-01", None]), "at": pandas.to_datetime(["2026-01-01 10:00", None]),
        "zoned": pandas.to_datetime(["2026-01-01 10:00", "2026-07-01 10:00"]).tz_localize("Europe/Berlin"),
        "date": [datetime.date(2026, 1, 31), None], "exact": [Decimal("12.50"), None],
        "long": [Decimal("12345678901234567.89"), None], "json": [{"a": [numpy.int64(1), numpy.nan]}, None],
        "mixed": [1, "x"], "span": pandas.to_timedelta(["1 days", None]), "none": [None, None],
        "grade": pandas.Categorical(["good", None], ["bad", "good"], ordered=True), "bins": pandas.Categorical([1, 2]),
        "text": pandas.array(["a", None], "string"), "when": [datetime.datetime(2026, 1, 1, 10), None],
    })  # fmt: skip
    assert typed(frame) == {
        "int": ("bigint", {}), "huge": ("character varying", {}), "nullable": ("bigint", {}),
        "real": ("double precision", {}), "flag": ("boolean", {}), "maybe": ("boolean", {}),
        "day": ("character varying", {"type": "date"}), "at": ("timestamp with time zone", {}),
        "zoned": ("timestamp with time zone", {}), "date": ("character varying", {"type": "date"}),
        "exact": ("double precision", {"type": "numeric(15,2)"}), "long": ("character varying", {}),
        "json": ("jsonb", {}), "mixed": ("character varying", {}), "span": ("character varying", {}),
        "none": ("character varying", {}), "grade": ("character varying", {"choices": ["bad", "good"]}),
        "bins": ("bigint", {}), "text": ("character varying", {}), "when": ("timestamp with time zone", {}),
    }  # fmt: skip
    values = {column.name: column.values for column in series.columns(frame)[0]}
    assert values["zoned"] == ["2026-01-01T09:00:00.000000+00:00", "2026-07-01T08:00:00.000000+00:00"]
    assert (values["real"], values["nullable"], values["json"]) == (
        [0.1, "Infinity"],
        [1, None],
        [{"a": [1, None]}, None],
    )
    assert (values["huge"], values["day"], values["long"]) == (
        [str(2**70), "1"], ["2026-01-01", None], ["12345678901234567.89", None],
    )  # fmt: skip


def test_every_type_can_be_stored_shown_and_changed(shown):
    app = shown(pandas.DataFrame({
        "big": [2**62], "real": [1e-25], "flag": [True], "day": [datetime.date(2026, 1, 31)], "text": ["a\nb\0c"],
        "at": pandas.to_datetime(["2026-01-01 10:00:00.123456"]), "price": [Decimal("12.50")],
        "json": [[1, {"a": None}]],
    }))  # fmt: skip
    before = app.queries.rows.data[0]
    assert (before["big"], before["real"], before["day"], before["text"]) == (str(2**62), 1e-25, "2026-01-31", "a\nbc")
    app.click("table", row=0).set("edit_price", 13.75).click("saveButton")
    assert app.queries.rows.data[0] == {**before, "price": 13.75}


@pytest.mark.parametrize(
    "given, names",
    [
        (["a", "a", "A"], ["a", "a_2", "A_3"]),
        (["", None, " "], ["column_1", "column_2", "column_3"]),
        ([1, 2.5], ["1", "2.5"]),
        ([("x", "mean"), ("x", "")], ["x mean", "x"]),
        (["ü" * 40, "ü" * 41], ["ü" * 31, "ü" * 30 + "_2"]),
        (["a\0b", "{{x}}", 'q"q'], ["ab", "{{x}}", 'q"q']),
    ],
)
def test_columns_get_names_that_a_table_takes(given, names):
    assert series.names(given) == names


@pytest.mark.parametrize(
    "frame, keys",
    [
        (pandas.DataFrame({"a": [1, 2]}), []),
        (pandas.DataFrame({"ID": [1, 2]}), ["ID"]),
        (pandas.DataFrame({"id": [1, 1]}), []),
        (pandas.DataFrame({"id": [1, None]}), []),
        (pandas.DataFrame({"a": [1, 2]}, index=pandas.Index(["x", "y"], name="code")), ["code"]),
        (pandas.DataFrame({"a": [1, 2]}, index=pandas.Index(["x", "x"], name="code")), []),
        (pandas.DataFrame({"a": [1, 2]}, index=[5, 7]), []),
        (pandas.DataFrame({"n": [1, 1], "c": ["x", "y"], "v": [1, 2]}).set_index(["n", "c"]), ["n", "c"]),
        (pandas.DataFrame({"v": range(2)}, pandas.Index([True, False], name="flag")), []),
    ],
)  # fmt: skip
def test_the_key_is_a_named_index_or_a_column_called_id(frame, keys):
    assert series.columns(frame)[1] == keys


def test_a_frame_without_a_name_is_called_like_its_variable(workspace):
    some_readings = pandas.DataFrame({"a": [1]})
    app = crud(some_readings, workspace=workspace, replace=True)
    assert (app.shape.name, app.name) == ("some_readings", "Some readings")
    assert (
        crud(pandas.DataFrame({"a": [1]}), title="My data", workspace=workspace, replace=True).shape.name == "My data"
    )
    assert crud(pandas.DataFrame({"a": [1]}), workspace=workspace, replace=True).shape.name == "data"
    for name in ("some_readings", "My data", "data"):
        (found,) = [table for table in workspace.client.get("tables") if table["name"] == name]
        workspace.client.delete(f"tables/{found['id']}")


def test_odd_frames_make_tables_too(shown, table, workspace):
    app = shown(pandas.DataFrame([[1, 2]], columns=["a", "a"]))
    assert app.queries.rows.data == [{"id": 1, "a": 1, "a_2": 2}]
    app = shown(pandas.DataFrame({"a": []}), replace=True)
    assert app.queries.rows.data == []
    app = shown(pandas.DataFrame({"id": ["x", "x"], "row_id": [1, 2]}), replace=True)
    assert [row["tooljet_row_id"] for row in app.queries.rows.data] == [2, 1]


def test_a_table_that_is_there_is_replaced_only_on_wish(shown, workspace, table):
    shown(pandas.DataFrame({"a": [1]}))
    with pytest.raises(Conflict, match="There is a table .* already.*replace=True"):
        crud(pandas.DataFrame({"b": [2]}), table, workspace=workspace)
    assert shown(pandas.DataFrame({"b": [2]}), replace=True).queries.rows.data == [{"id": 1, "b": 2}]
    app = crud("tooljetdb", table, workspace=workspace)
    assert [field.column for field in app.shape.fields] == ["id", "b"]


def test_what_cannot_be_loaded_leaves_the_old_table_as_it_was(shown, workspace, table):
    shown(pandas.DataFrame({"a": [1]}))
    with pytest.raises(Invalid, match=r"holds bytes.*df.drop\(columns=\['raw'\]\)"):
        crud(pandas.DataFrame({"raw": [b"x"]}), table, workspace=workspace, replace=True)
    with pytest.raises(ToolJetError):
        crud(pandas.DataFrame({"x" * 200 + "{{": [1]}), "pg_nope", workspace=workspace)
    assert [found["name"] for found in workspace.client.get("tables") if found["name"].startswith(table)] == [table]
    with pytest.raises(Invalid, match="without columns"):
        crud(pandas.DataFrame(), table, workspace=workspace, replace=True)


def test_a_hundred_thousand_rows_take_seconds(workspace, table):
    frame = pandas.DataFrame({
        "name": [f"Sensor {n}" for n in range(100_000)], "value": numpy.linspace(0, 1, 100_000),
        "at": pandas.date_range("2026-01-01", periods=100_000, freq="min"), "ok": numpy.arange(100_000) % 2 == 0,
    })  # fmt: skip
    started = perf_counter()
    app = crud(frame, table, workspace=workspace, name=f"app-{uuid4().hex[:8]}")
    # Two to three seconds on an idle machine; here it only must not be minutes.
    assert perf_counter() - started < 60
    app.release()
    with load(app.slug, workspace=workspace, timeout_seconds=20) as opened:
        assert opened.queries.total.data[0] == {f"{table}_count": 100_000}


def test_polars_is_a_frame_too(shown):
    polars = pytest.importorskip("polars")
    app = shown(polars.DataFrame({"name": ["Ada"], "n": [1]}))
    assert app.queries.rows.data == [{"id": 1, "name": "Ada", "n": 1}]
