"""SQLite files: only the named one, read only where asked, stopped in time."""

import sqlite3
from contextlib import closing

import pytest

from tooljet_jupyter.drivers.catalog import builtin
from tooljet_jupyter.drivers.driver import Run
from tooljet_jupyter.drivers.schema import Target
from tooljet_jupyter.drivers.statement import Statement
from tooljet_jupyter.errors import Invalid, QueryFailed, SourceUnreachable

RUN = Run()


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "shop.db"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY, name TEXT, price REAL, tags JSON, ok BOOLEAN)")
        connection.execute("INSERT INTO orders (name, price, tags) VALUES ('Été', 2.5, '{}'), ('cup', NULL, NULL)")
    return file


@pytest.fixture
def driver(path):
    with closing(builtin().open("sqlite", {"path": str(path)})) as opened:
        yield opened


def sql(driver, text, params=None):
    return driver.run("sql", {"query": Statement(text, params)}, RUN)


def listed(driver, column, operator, value):
    filters = {"0": {"column": column, "operator": operator, "value": value}}
    rows = driver.run("list_rows", {"table": "orders", "list_rows": {"where_filters": filters}}, RUN).data
    return [row["name"] for row in rows]


def test_values_are_bound_at_the_marks_outside_of_texts(driver):
    result = sql(driver, "SELECT '?' AS mark, ? AS a, name FROM orders WHERE id = ? -- ?", ["x", 1])
    assert result.data == [{"mark": "?", "a": "x", "name": "Été"}]


def test_objects_and_huge_numbers_are_bound_as_text(driver):
    assert sql(driver, "SELECT ? AS a, ? AS b", [{"x": [1]}, 2**70]).data == [{"a": '{"x": [1]}', "b": str(2**70)}]


@pytest.mark.parametrize(
    "operator, value, names",
    [
        ("like", "É%", ["Été"]),
        ("like", "é%", []),
        ("ilike", "é%", ["Été"]),
        ("not ilike", "é%", ["cup"]),
        ("ilike", "c_p", ["cup"]),
        ("match", "^c.p$", ["cup"]),
        ("imatch", "^CUP", ["cup"]),
        ("in", ["cup", "pot"], ["cup"]),
        ("neq", "cup", ["Été"]),
    ],
)
def test_patterns_mean_what_they_mean_in_postgresql(driver, operator, value, names):
    assert listed(driver, "name", operator, value) == names


@pytest.mark.parametrize("pattern", ["(a+)+b", "(a|a)*c", ".*.*.*x", "["])
def test_a_pattern_that_could_run_for_ever_or_is_none_is_refused(driver, pattern):
    with pytest.raises(Invalid):
        listed(driver, "name", "match", pattern)


def test_rows_are_changed_by_their_keys_all_or_none(driver):
    records = [{"id": 1, "ok": True}, {"id": 2, "ok": False, "tags": [1]}]
    driver.run("bulk_update_pkey", {"table": "orders", "primary_key_columns": "id", "records": records}, RUN)
    assert sql(driver, "SELECT id, ok, tags FROM orders").data == [
        {"id": 1, "ok": 1, "tags": "{}"},
        {"id": 2, "ok": 0, "tags": "[1]"},
    ]


def test_a_failed_statement_undoes_those_before_it(driver):
    with pytest.raises(QueryFailed):
        sql(driver, "DELETE FROM orders; SELECT nothing FROM nowhere")
    assert sql(driver, "SELECT count(*) AS n FROM orders").data == [{"n": 2}]


def test_a_transaction_that_is_left_open_is_undone(driver):
    sql(driver, "BEGIN; DELETE FROM orders")
    assert sql(driver, "SELECT count(*) AS n FROM orders").data == [{"n": 2}]


def test_foreign_keys_are_kept(driver):
    sql(driver, "CREATE TABLE lines (order_id INTEGER REFERENCES orders (id))")
    with pytest.raises(QueryFailed, match="FOREIGN KEY"):
        sql(driver, "INSERT INTO lines VALUES (?)", [99])


def test_a_read_only_source_refuses_changes(path):
    with closing(builtin().open("sqlite", {"path": str(path), "read_only": True})) as reader:
        assert sql(reader, "SELECT count(*) AS n FROM orders").data == [{"n": 2}]
        with pytest.raises(QueryFailed, match="readonly"):
            sql(reader, "DELETE FROM orders")


@pytest.mark.parametrize("text", ["ATTACH '{other}' AS o", "VACUUM INTO '{other}'"])
def test_no_other_file_is_opened(driver, tmp_path, text):
    other = tmp_path / "other.db"
    with pytest.raises(QueryFailed):
        sql(driver, text.format(other=other))
    assert not other.exists()


def test_the_file_may_be_tidied_up(driver):
    assert sql(driver, "VACUUM").data == []


def test_a_missing_file_is_made_only_where_the_source_says_so(tmp_path):
    file = tmp_path / "new.db"
    with closing(builtin().open("sqlite", {"path": str(file)})) as driver, pytest.raises(SourceUnreachable):
        driver.test()
    assert not file.exists()
    with closing(builtin().open("sqlite", {"path": str(file), "create": True})) as driver:
        driver.test()


@pytest.mark.parametrize("path", [":memory:", "file:x?mode=memory", " "])
def test_a_database_in_memory_is_refused(path):
    with closing(builtin().open("sqlite", {"path": path})) as driver, pytest.raises(Invalid):
        driver.test()


def test_a_pragma_is_not_lent_to_the_next_run(driver):
    sql(driver, "PRAGMA foreign_keys = OFF")
    assert not driver.reusable()


def test_the_schema_tells_who_fills_a_column_in_and_what_it_takes(driver):
    sql(driver, """CREATE TABLE shelves (code TEXT PRIMARY KEY) WITHOUT ROWID""")
    sql(
        driver,
        """CREATE TABLE "the books" (
        id INTEGER PRIMARY KEY, shelf TEXT REFERENCES shelves,
        "kind of" TEXT CHECK ("kind of" IN ('a', 'it''s', 'c, d')),
        stars INT CHECK(stars in (1, 2)), price REAL CHECK (price > 0), twice REAL GENERATED ALWAYS AS (price * 2),
        a INT, b INT, FOREIGN KEY (a, b) REFERENCES pairs (x, y))""",
    )
    table = next(table for table in driver.schema().tables if table.name == "the books")
    assert {column.name: (column.made, column.choices) for column in table.columns} == {
        "id": ("identity", []), "shelf": ("", []), "kind of": ("", ["a", "it's", "c, d"]), "stars": ("", ["1", "2"]),
        "price": ("", []), "twice": ("computed", []), "a": ("", []), "b": ("", []),
    }  # fmt: skip
    assert table.column("shelf").target == Target("", "shelves", "code")
    assert table.column("a").target is None
    assert (table.column("id").nullable, table.column("shelf").nullable) == (False, True)
