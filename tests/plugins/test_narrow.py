"""GUI operations that show some columns only, with labels and versions: the same on every SQL source of the product."""

import pytest

from tests.plugins.tables import entries
from tooljet_jupyter.drivers.catalog import builtin
from tooljet_jupyter.drivers.driver import Run
from tooljet_jupyter.drivers.statement import Statement
from tooljet_jupyter.errors import Invalid

LABEL = {"schema": "", "table": "people", "column": "id", "name": "name"}
ONLY = [{"column": "id"}, {"column": "boss", "label": LABEL}, {"column": "note", "as": "start"}]
COLUMNS = ["id", "name", "boss", "secret", "note"]
MADE = [
    "CREATE TABLE people (id integer PRIMARY KEY, name text, boss integer, secret text, note text)",
    "INSERT INTO people VALUES (1, 'Ada', NULL, 'x', 'short'), (2, 'Ben', 1, 'y', 'n'), (3, 'Cy', 2, NULL, NULL)",
]


class Rows:
    """One table on one kind of source, and operations on it with the options of ToolJet's queries."""

    def __init__(self, driver, kind):
        self.driver = driver
        self.kind = kind

    def run(self, operation, settings, **more):
        named = {"table_id": "people"} if self.kind == "tooljetdb" else {"table": "people"}
        if self.kind == "tooljetdb" and operation == "create_row":
            settings = settings["columns"]
        return self.driver.run(operation, {**named, operation: settings, **more}, Run()).data

    def listed(self, settings=None, **more):
        return self.run("list_rows", {"order_filters": [{"column": "id"}], **(settings or {})}, **more)


@pytest.fixture(params=["sqlite", "postgresql", "tooljetdb on sqlite", "tooljetdb on postgresql"])
def rows(request, tmp_path):
    kind, _, store = request.param.partition(" on ")
    if kind == "tooljetdb":
        options = {"path": str(tmp_path / "tables.db")}
        if store == "postgresql":
            options = {"url": request.getfixturevalue("postgresql_database"), "schema": "workspace"}
        driver = builtin().open("tooljetdb", options)
        columns = [
            {"column_name": name, "data_type": "integer" if name in ("id", "boss") else "text"} for name in COLUMNS
        ]
        columns[0]["constraints_type"] = {"is_primary_key": True, "is_not_null": True}
        driver.run("create_table", {"table_name": "people", "columns": columns}, Run())
        values = [[1, "Ada", None, "x", "short"], [2, "Ben", 1, "y", "n"], [3, "Cy", 2, None, None]]
        driver.run("load_rows", {"table_id": "people", "columns": COLUMNS, "rows": values}, Run())
    else:
        options = {"path": str(tmp_path / "people.db"), "create": True}
        if kind == "postgresql":
            url = request.getfixturevalue("postgresql_database")
            options = {"connection_type": "string", "connection_string": url}
        driver = builtin().open(kind, options)
        for sql in MADE:
            driver.run("sql", {"query": Statement(sql)}, Run())
    yield Rows(driver, kind)
    driver.close()


def test_only_the_columns_named_are_read_with_the_labels_of_others(rows):
    assert rows.listed(only=ONLY) == [
        {"id": 1, "boss": None, "boss:label": None, "note": "short"},
        {"id": 2, "boss": 1, "boss:label": "Ada", "note": "n"},
        {"id": 3, "boss": 2, "boss:label": "Ben", "note": None},
    ]


@pytest.mark.parametrize(
    "settings",
    [
        {"where_filters": [{"column": "secret", "operator": "=", "value": "x"}]},
        {"where_filters": [{"any": [{"column": "secret", "operator": "=", "value": "x"}]}]},
        {"order_filters": [{"column": "secret"}]},
    ],
)
def test_nobody_asks_about_a_column_that_is_not_shown(rows, settings):
    with pytest.raises(Invalid, match="This query does not show secret"):
        rows.listed(settings, only=ONLY)


@pytest.mark.parametrize(
    "given", [{"table": "nothing"}, {"name": "nope"}, {"column": "nope"}, {"name": 'name" FROM people --'}]
)
def test_a_label_comes_from_a_table_and_a_column_that_are_there(rows, given):
    with pytest.raises(Exception, match=r"There is no table nothing|has no column"):
        rows.listed(only=["id", {"column": "boss", "label": LABEL | given}])


def test_a_list_is_filtered_and_sorted_by_labels(rows):
    where = [{"column": "boss", "label": True, "operator": "ilike", "value": "a%"}]
    assert [row["id"] for row in rows.listed({"where_filters": where}, only=ONLY)] == [2]
    order = [{"column": "boss", "label": True, "order": "desc"}]
    found = rows.listed(
        {"order_filters": order, "where_filters": [{"column": "boss", "operator": "is", "value": "not null"}]},
        only=ONLY,
    )
    assert [row["id"] for row in found] == [3, 2]


def test_one_of_several_conditions_is_enough(rows):
    either = {
        "any": [
            {"column": "name", "operator": "=", "value": "Cy"},
            {"column": "note", "operator": "ilike", "value": "S%"},
        ]
    }
    assert [row["id"] for row in rows.listed({"where_filters": [either]})] == [1, 3]
    both = [either, {"column": "id", "operator": ">", "value": 1}]
    assert [row["id"] for row in rows.listed({"where_filters": both})] == [3]
    assert len(rows.listed({"where_filters": [{"any": []}, {"any": [{"column": ""}]}]})) == 3
    deep = [either]
    for _ in range(5_000):
        deep = [{"any": deep}]
    assert len(rows.listed({"where_filters": deep})) == 3


def test_rows_are_counted_without_being_read(rows):
    assert list(rows.listed({"order_filters": [], "aggregates": [{"aggFx": "count", "column": "*"}]})[0].values()) == [
        3
    ]


def test_a_text_that_does_not_match_a_pattern_is_found(rows):
    where = [{"column": "name", "operator": "nimatch", "value": "^a"}]
    assert [row["id"] for row in rows.listed({"where_filters": where})] == [2, 3]


def test_a_row_is_changed_only_while_it_is_what_was_read(rows):
    version = {"columns": COLUMNS}
    (before,) = rows.listed(
        {"where_filters": [{"column": "id", "operator": "=", "value": 3}]}, version=version, only=["id"]
    )
    assert before.keys() == {"id", ":version"}
    found = {"where_filters": [{"column": "id", "operator": "=", "value": 3}], "zero_records_as_success": True}
    given = {**version, "value": before[":version"]}
    change = {**found, "columns": entries({"secret": "z"})}
    assert rows.run("update_rows", change, version=given, only=["id"]) == [{"id": 3}]
    assert rows.run("update_rows", change, version=given, only=["id"]) == []
    assert rows.run("delete_rows", found, version=given) == []
    assert rows.run("delete_rows", found, version={**version, "value": None}) == []
    assert len(rows.listed()) == 3


def test_a_column_whose_value_is_not_to_be_set_is_left_alone(rows):
    columns = [
        {"column": "note", "value": "new", "set": True},
        {"column": "secret", "value": "lost", "set": False},
        {"column": "name", "value": "Abe"},
    ]
    where = [{"column": "id", "operator": "=", "value": 1}]
    rows.run("update_rows", {"columns": columns, "where_filters": where})
    assert rows.listed()[0] == {"id": 1, "name": "Abe", "boss": None, "secret": "x", "note": "new"}
