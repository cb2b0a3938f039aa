"""Tables of the ToolJet Database: made, filled, changed, dropped; one workspace cannot see another's."""

import pytest

from tooljet_jupyter.errors import ToolJetError
from tooljet_jupyter.services import queries, tables
from tooljet_jupyter.wire.queries import RunOnce
from tooljet_jupyter.wire.tables import ChangeTable, CreateTable, LoadRows

COLUMNS = [
    {"column_name": "id", "data_type": "serial", "constraints_type": {"is_primary_key": True}},
    {"column_name": "title", "data_type": "character varying", "constraints_type": {"is_not_null": True}},
    {"column_name": "done", "data_type": "boolean", "column_default": "false"},
]


@pytest.fixture
def todo(ctx):
    return tables.create(ctx, CreateTable(name="todo", columns=COLUMNS))


def run(ctx, operation, table, **options):
    given = {"operation": operation, "table_id": table.id, **options}
    return queries.run_once(ctx, RunOnce(kind="tooljetdb", options=given)).data


def test_a_table_is_made_and_described(ctx, todo):
    assert tables.show(ctx, "todo").name == "todo"
    assert [table.name for table in tables.listing(ctx)] == ["todo"]
    assert [column["column_name"] for column in tables.show(ctx, todo.id).columns] == ["id", "title", "done"]


def test_rows_are_made_and_listed(ctx, todo):
    run(
        ctx,
        "create_row",
        todo,
        create_row={"0": {"column": "title", "value": "Robert'); DROP TABLE todo;--"}},
    )
    assert run(ctx, "list_rows", todo, list_rows={}) == [
        {"id": 1, "title": "Robert'); DROP TABLE todo;--", "done": False}
    ]


def test_a_table_is_renamed_and_gets_columns(ctx, todo):
    change = ChangeTable(name="tasks", add_columns=[{"column_name": "rank", "data_type": "integer"}])
    changed = tables.change(ctx, "todo", change)
    assert (changed.name, changed.id) == ("tasks", todo.id)
    assert "rank" in [column["column_name"] for column in changed.columns]


def test_a_dropped_table_is_gone(ctx, todo):
    tables.remove(ctx, "todo")
    assert tables.listing(ctx) == []
    with pytest.raises(ToolJetError):
        run(ctx, "list_rows", todo, list_rows={})


def test_a_name_that_is_taken_is_refused(ctx, todo):
    with pytest.raises(ToolJetError, match="todo"):
        tables.create(ctx, CreateTable(name="todo", columns=COLUMNS))


def test_many_rows_are_loaded_at_once_with_their_types(ctx, todo):
    rows = [[f"task {number}", number % 2 == 0] for number in range(5_000)]
    assert tables.load(ctx, "todo", LoadRows(columns=["title", "done"], rows=rows)).count == 5_000
    found = run(ctx, "list_rows", todo, list_rows={"limit": 2})
    assert found == [{"id": 1, "title": "task 0", "done": True}, {"id": 2, "title": "task 1", "done": False}]


@pytest.mark.parametrize(
    "columns, rows, said",
    [
        (["title", "nope"], [["a", 1]], "todo has no column nope"),
        (["title", "done"], [["a", True], ["b"]], "one value for each column"),
        (["title", "title"], [["a", "b"]], "one value for each column"),
        (["title", "done"], [["a", True], ["b", "perhaps"]], "perhaps"),
        (["title"], [["a"], [None]], "title"),
    ],
)
def test_rows_that_do_not_fit_leave_the_table_as_it_was(ctx, todo, columns, rows, said):
    with pytest.raises(ToolJetError, match=said):
        tables.load(ctx, "todo", LoadRows(columns=columns, rows=rows))
    assert run(ctx, "list_rows", todo, list_rows={}) == []
