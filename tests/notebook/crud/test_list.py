"""The list: pages, order, search and filters are the database's work, on both databases."""

import pytest

from tooljet_jupyter.headless.app import HeadlessApp
from tooljet_jupyter.notebook.load import load

HOSTILE = [
    "' OR 1=1 --",
    "%",
    "_",
    "\\",
    '"; DROP TABLE orders; --',
    "{{1+1}}",
    "\u0000",
    "😀" * 300,
    "(",
    "[a-",
    "*" * 50,
]

FILTERS = [
    ([("Status", "equals", "paid")], [2]),
    ([("Status", "ne", "paid")], [3, 1]),
    ([("Customer", "contains", "ad")], [3, 1]),
    ([("Customer", "equals", "Ben")], [2]),
    ([("Customer", "matches", "^B.n$")], [2]),
    ([("Customer", "nl", "^B.n$")], [3, 1]),
    ([("Total", "gt", "10.50")], [3, 2]),
    ([("Total", "gte", "10.5")], [3, 2, 1]),
    ([("Total", "lt", "20")], [1]),
    ([("Total", "lte", "20")], [2, 1]),
    ([("Total", "equals", "20.00")], [2]),
    ([("Total", "equals", "twenty")], []),
    ([("ID", "gt", "1.5")], [3, 2]),
    ([("ID", "lte", "1.5")], [1]),
    ([("ID", "equals", "1.5")], []),
    ([("ID", "lt", "99999999999999999999")], [3, 2, 1]),
    ([("ID", "gt", "99999999999999999999")], []),
    ([("ID", "equals", "99999999999999999999")], []),
    ([("Ordered at", "equals", "2026-01-02")], [3, 2]),
    ([("Ordered at", "ne", "2026-01-02")], [1]),
    ([("Ordered at", "gt", "2026-01-01")], [3, 2]),
    ([("Ordered at", "lt", "2026-01-02")], [1]),
    ([("Ordered at", "equals", "yesterday")], []),
    ([("Due", "isEmpty", "")], [2]),
    ([("Due", "isNotEmpty", "")], [3, 1]),
    ([("Due", "gte", "2026-02-02")], [3]),
    ([("Note", "isEmpty", "")], [2]),
    ([("Note", "doesNotContains", "first")], [3, 2]),
    ([("Note", "contains", "100% _")], [3]),
    ([("Urgent", "equals", "false")], [3, 2, 1]),
    ([("Urgent", "equals", "true")], []),
    ([("Customer", "contains", "ad"), ("Status", "equals", "open")], [1]),
    ([("No such column", "equals", "x")], [3, 2, 1]),
]
SEARCHES = [
    ("ada", [3, 1]), ("FIRST", [1]), ("2", [2]), ("100% _sure_", [3]), ("%", [3]), ("transit", [3]), ("nobody", []),
]  # fmt: skip


def ids(app: HeadlessApp) -> list[int]:
    """The keys of the rows on the page; there is no error on it."""
    assert app.queries.rows.error is None
    return [row["id"] for row in app.queries.rows.data]


def total(app: HeadlessApp) -> int:
    """How many rows there are on all pages, as the table was told."""
    return int(app.read("components.table.view?.total ?? Object.values(queries.total.data[0])[0]"))


def test_a_filter_finds_what_it_says(opened, shop_db):
    app, found = opened(shop_db, "orders"), []
    for filters, _ in FILTERS:
        given = [{"column": column, "condition": how, "value": value} for column, how, value in filters]
        found.append((filters, ids(app.act("table", "setFilters", given))))
    assert found == FILTERS


def test_a_search_looks_into_texts_labels_and_keys(opened, shop_db):
    app = opened(shop_db, "orders")
    found = [(text, ids(app.gesture("table", "search", text=text))) for text, _ in SEARCHES]
    assert found == SEARCHES


def test_whatever_is_searched_for_is_a_value(opened, shop_db):
    app = opened(shop_db, "orders")
    for text in HOSTILE:
        app.gesture("table", "search", text=text)
        assert app.queries.rows.error is None
        for condition in ("contains", "equals", "doesNotContains"):
            app.act("table", "setFilters", [{"column": "Note", "condition": condition, "value": text}])
            assert app.queries.rows.error is None
    assert shop_db.run("SELECT count(*) FROM orders") == [(3,)]


@pytest.mark.parametrize(
    "column, order", [("Customer", [1, 3, 2]), ("Total", [1, 2, 3]), ("Status", [3, 1, 2]), ("Ordered at", [1, 2, 3])]
)
def test_a_click_on_a_head_sorts_by_what_people_read(opened, shop_db, column, order):
    app = opened(shop_db, "orders").gesture("table", "sort", column=column)
    assert ids(app) == order
    app.gesture("table", "sort", column=column)
    assert app.queries.rows.data[0]["id"] in (order[-1], 3)


def test_pages_hold_what_they_should(opened, shop_db):
    app = opened(shop_db, "orders", page_size=2)
    assert (ids(app), total(app)) == ([3, 2], 3)
    app.act("table", "setPage", 2)
    assert ids(app) == [1]
    app.gesture("table", "search", text="ada")
    assert (ids(app), total(app), app.components.table.pageIndex) == ([3, 1], 2, 1)


def test_another_order_begins_on_the_first_page(opened, shop_db):
    app = opened(shop_db, "orders", page_size=2).act("table", "setPage", 2).gesture("table", "sort", column="Total")
    assert (ids(app), app.components.table.pageIndex) == ([1, 2], 1)


def test_rows_are_not_counted_again_for_another_page_or_order(opened, shop_db):
    app = opened(shop_db, "orders", page_size=2).act("table", "setPage", 2)
    app.gesture("table", "sort", column="Total")
    assert [run.name for run in app.runs].count("total") == 1


def test_a_list_whose_rows_could_not_be_counted_goes_on_page_by_page(made, shop_db, workspace):
    with load(made(shop_db, "orders", page_size=2), workspace=workspace, queries="auto") as app:
        app.fail("total", "The query took longer than 8 s").start()
        rows = [{"id": 3}, {"id": 2}]
        app.stub("rows", lambda values: rows if 0 in values.values() else rows[:1])
        app.run("rows")
        assert "1–2" in app.sees()
        assert "Page 1" in app.sees()
        app.act("table", "setPage", 2)
        assert "3–3 of 3" in app.sees()
        assert app.alerts == []


def test_a_drop_down_above_the_list_narrows_it(opened, shop_db):
    app = opened(shop_db, "orders").set("filter_status", "paid")
    assert ids(app) == [2]
    assert ids(app.set("filter_status", None)) == [3, 2, 1]
    assert ids(app.set("filter_urgent", "false")) == [3, 2, 1]


@pytest.mark.parametrize(
    "order, found", [("total", [1, 2, 3]), ("-total", [3, 2, 1]), (["customer_id", "-id"], [3, 1, 2]), ("-due", None)]
)
def test_the_first_order_is_the_one_asked_for(opened, shop_db, order, found):
    app = opened(shop_db, "orders", order=order)
    assert found is None or ids(app) == found


def test_a_viewer_reads_no_column_that_the_app_leaves_out(opened, shop_db):
    app = opened(shop_db, "customers", columns=["name"])
    assert app.queries.rows.data[0].keys() == {"id", "name"}
    app.act("table", "setFilters", [{"column": "Email", "condition": "contains", "value": "ada"}])
    assert ids(app) == [3, 2, 1]
    app.click("table", row=0)
    assert app.variables.row.keys() == {"id", "name", ":version"}
    app.set("edit_name", "Cleo").click("saveButton")
    assert app.queries.updateRow.data == [{"id": 3}]


def test_whole_numbers_past_what_a_browser_counts_stay_exact(opened, db):
    db.run("CREATE TABLE large (id bigint PRIMARY KEY, amount bigint)")
    db.run("INSERT INTO large VALUES (9007199254740993, 9007199254740995), (9007199254740992, 1)")
    app = opened(db, "large")
    assert "9007199254740995" in app.sees()
    app.act("table", "setFilters", [{"column": "ID", "condition": "equals", "value": "9007199254740993"}])
    assert [row["amount"] for row in app.queries.rows.data] == ["9007199254740995"]
    app.click("table", row=0).set("edit_amount", "9007199254740997").click("saveButton")
    assert db.run("SELECT amount FROM large WHERE id = 9007199254740993") == [(9007199254740997,)]
    app.click("table", row=0).set("edit_amount", "92233720368547758070").click("saveButton")
    assert "This number is too large" in app.sees()


def test_sixty_columns_are_listed_and_a_dozen_shown(opened, db):
    columns = ", ".join(f"c{n} integer DEFAULT {n}" for n in range(60))
    db.run(f"CREATE TABLE wide (id integer PRIMARY KEY, {columns})")
    db.run("INSERT INTO wide (id) VALUES (1)")
    app = opened(db, "wide")
    assert len(app.sees().find_all(role="columnheader")) == 12
    app.click("table", row=0).set("edit_c59", 7).click("saveButton")
    assert db.run("SELECT c58, c59 FROM wide") == [(58, 7)]


def test_an_empty_table_says_so_and_takes_its_first_row(opened, db):
    db.run("CREATE TABLE notes (id integer PRIMARY KEY, body text NOT NULL)")
    app = opened(db, "notes")
    assert "There are no rows yet." in app.sees()
    app.click("newRow")
    if db.kind == "postgresql":
        app.set("new_id", 1)
    app.set("new_body", "a\nb").click("addButton")
    assert db.run("SELECT id, body FROM notes") == [(1, "a\nb")]
