"""Two people on one row: nobody's change is lost without being shown."""

import pytest

SAVED, DELETED = ["Row saved"], ["Row deleted"]
# A value of each type, another one, and what a person would type for it; PostgreSQL's types first.
TYPES = {
    "integer": ("1", "2"), "bigint": ("9007199254740993", "9007199254740995"), "smallint": ("1", "2"),
    "numeric(20,8)": ("123456789012.12345678", "123456789012.12345679"), "real": ("0.1", "0.2"),
    "double precision": ("1e-25", "2e-25"), "text": ("'a ''b'' {{c}}'", "'other'"), "varchar(40)": ("'x'", "'y'"),
    "boolean": ("true", "false"), "date": ("'2026-01-31'", "'2026-02-01'"), "time": ("'10:11:12.123456'", "'10:11'"),
    "timestamp": ("'2026-01-31 10:11:12.123456'", "'2026-01-31 10:11:12.123457'"),
    "timestamptz": ("'2026-01-31 10:11:12.123456+02'", "'2026-01-31 10:11:12.123457+02'"),
    "uuid": ("'123e4567-e89b-12d3-a456-426614174000'", "'123e4567-e89b-12d3-a456-426614174001'"),
    "json": ("""'{"a": 12345678901234567890}'""", """'{"a": 1}'"""), "jsonb": ("'[1.10]'", "'[1.2]'"),
    "bytea": (r"'\\xdeadbeef'", r"'\\xdeadbeee'"), "integer[]": ("'{1,2}'", "'{1,3}'"),
    "interval": ("'1 day'", "'2 days'"), "inet": ("'10.0.0.1'", "'10.0.0.2'"), "int4range": ("'[1,5)'", "'[1,6)'"),
    "mood": ("'ok'", "'sad'"), "point": ("'(1,2)'", "'(1,3)'"), "money": ("'12.34'", "'12.35'"),
    "xml": ("'<a/>'", "'<b/>'"),
}  # fmt: skip
LITE = {
    "INTEGER": ("9007199254740993", "9007199254740995"), "REAL": ("0.1", "0.30000000000000004"),
    "NUMERIC": ("12.50", "12.51"), "TEXT": ("'a'", "'A'"), "BLOB": ("x'dead'", "x'deae'"), "": ("1", "'1'"),
    "DATE": ("'2026-01-31'", "'2026-02-01'"), "BOOLEAN": ("1", "0"), "JSON": ("'{\"a\": 1}'", "'{}'"),
    "VARCHAR(5)": ("'x'", "NULL"), "TIMESTAMP": ("'2026-01-31 10:11:12'", "'2026-01-31T10:11:12'"),
}  # fmt: skip


@pytest.fixture
def rows(db):
    """One table with a column of each type and a note."""
    types = LITE if db.kind == "sqlite" else TYPES
    if db.kind == "postgresql":
        db.run("CREATE TYPE mood AS ENUM ('sad', 'ok')")
    columns = [f"c{place} {type}" for place, type in enumerate(types)]
    db.run(f"CREATE TABLE things (id integer PRIMARY KEY, note text, {', '.join(columns)})")
    values = ", ".join(first.replace("\\\\", "\\") for first, _ in types.values())
    db.run(f"INSERT INTO things VALUES (1, 'as it was', {values})")
    db.run("INSERT INTO things (id, note) VALUES (2, 'nothing else')")
    return db


@pytest.mark.parametrize("row, key", [(0, 1), (1, 2)])
def test_a_change_of_one_column_leaves_every_type_as_it_was(opened, rows, row, key):
    before = rows.run(f"SELECT * FROM things WHERE id = {key}")[0]
    app = opened(rows, "things", order="id").click("table", row=row)
    app.set("edit_note", "mine").click("saveButton")
    assert [alert.message for alert in app.alerts] == ["Thing saved"], app.sees()
    after = rows.run(f"SELECT * FROM things WHERE id = {key}")[0]
    assert after == (key, "mine", *before[2:])


def test_a_change_of_any_type_by_somebody_else_is_met(opened, rows):
    types = LITE if rows.kind == "sqlite" else TYPES
    app = opened(rows, "things", order="id")
    missed = []
    for place, (type, (_, other)) in enumerate(types.items()):
        app.click("table", row=0).set("edit_note", f"mine {place}")
        rows.run(f"UPDATE things SET c{place} = {other.replace(chr(92) * 2, chr(92))} WHERE id = 1")
        app.click("saveButton")
        if not app.components.conflictModal.show:
            missed.append(type)
            continue
        app.click("closeConflict").click("closeEdit")
    assert missed == []
    assert rows.run("SELECT note FROM things WHERE id = 1") == [("as it was",)]


def test_both_are_shown_field_by_field(opened, shop_db):
    app = opened(shop_db, "orders").click("table", row=0)
    app.set("edit_note", "mine").set("edit_total", 31)
    shop_db.run("UPDATE orders SET note = 'theirs', customer_id = 2, status = 'paid', due = NULL WHERE id = 3")
    app.click("saveButton")
    assert app.components.conflictTable.currentData == [
        {"field": "Customer", "theirs": "Ben", "mine": "As it was"},
        {"field": "Status", "theirs": "Paid", "mine": "As it was"},
        {"field": "Total", "theirs": "As it was", "mine": "31"},
        {"field": "Note", "theirs": "theirs", "mine": "mine"},
        {"field": "Due", "theirs": "(empty)", "mine": "As it was"},
    ]
    assert app.alerts == []


def test_keeping_mine_writes_what_i_changed_and_no_more(opened, shop_db):
    app = opened(shop_db, "orders").click("table", row=0).set("edit_note", "mine")
    shop_db.run("UPDATE orders SET note = 'theirs', customer_id = 2 WHERE id = 3")
    app.click("saveButton").click("keepMine")
    assert shop_db.run("SELECT note, customer_id FROM orders WHERE id = 3") == [("mine", 2)]
    assert (app.components.conflictModal.show, app.components.editModal.show) == (False, False)


def test_keeping_mine_meets_the_next_change_too(opened, shop_db):
    app = opened(shop_db, "orders").click("table", row=0).set("edit_note", "mine")
    shop_db.run("UPDATE orders SET note = 'theirs' WHERE id = 3")
    app.click("saveButton")
    shop_db.run("UPDATE orders SET note = 'theirs again' WHERE id = 3")
    app.click("keepMine")
    assert app.components.conflictModal.show is True
    assert app.components.conflictTable.currentData[0]["theirs"] == "theirs again"
    assert shop_db.run("SELECT note FROM orders WHERE id = 3") == [("theirs again",)]


def test_taking_theirs_shows_their_row_in_the_form(opened, shop_db):
    app = opened(shop_db, "orders").click("table", row=0).set("edit_note", "mine")
    shop_db.run("UPDATE orders SET note = 'theirs' WHERE id = 3")
    app.click("saveButton").click("takeTheirs")
    assert app.components.edit_note.value == "theirs"
    app.set("edit_note", "after theirs").click("saveButton")
    assert shop_db.run("SELECT note FROM orders WHERE id = 3") == [("after theirs",)]


def test_cancelling_leaves_both_as_they_are(opened, shop_db):
    app = opened(shop_db, "orders").click("table", row=0).set("edit_note", "mine")
    shop_db.run("UPDATE orders SET note = 'theirs' WHERE id = 3")
    app.click("saveButton").click("closeConflict")
    assert app.components.edit_note.value == "mine"
    assert shop_db.run("SELECT note FROM orders WHERE id = 3") == [("theirs",)]


def test_deleting_what_somebody_changed_asks_once_more(opened, shop_db):
    app = opened(shop_db, "orders").click("table", row=0)
    shop_db.run("UPDATE orders SET note = 'theirs' WHERE id = 3")
    app.click("deleteButton")
    assert "Delete it all the same?" in app.sees()
    assert app.components.conflictTable.currentData == [{"field": "Note", "theirs": "theirs", "mine": "As it was"}]
    assert shop_db.run("SELECT count(*) FROM orders WHERE id = 3") == [(1,)]
    app.click("keepMine")
    assert shop_db.run("SELECT count(*) FROM orders WHERE id = 3") == [(0,)]


@pytest.mark.parametrize(
    "button, said", [("saveButton", "Somebody else deleted this row."), ("deleteButton", "already")]
)
def test_a_row_that_is_gone_is_said_to_be(opened, shop_db, button, said):
    app = opened(shop_db, "orders").click("table", row=0).set("edit_note", "mine")
    shop_db.run("DELETE FROM orders WHERE id = 3")
    app.click(button)
    assert said in app.variables.problem
    assert app.components.edit_note.value == "mine"
    assert [row["id"] for row in app.queries.rows.data] == [2, 1]


def test_a_row_that_is_gone_before_it_is_opened_is_said_to_be(opened, shop_db):
    app = opened(shop_db, "orders")
    shop_db.run("DELETE FROM orders WHERE id = 3")
    app.click("table", row=0)
    assert [alert.message for alert in app.alerts] == ["Somebody else deleted this row."]
    assert [row["id"] for row in app.queries.rows.data] == [2, 1]


def test_two_users_at_once_lose_nothing(opened, shop_db):
    one, two = opened(shop_db, "orders"), opened(shop_db, "orders")
    for app, note in ((one, "one"), (two, "two")):
        app.click("table", row=0).set("edit_note", note)
    one.click("saveButton")
    two.click("saveButton")
    assert shop_db.run("SELECT note FROM orders WHERE id = 3") == [("one",)]
    assert two.components.conflictTable.currentData == [{"field": "Note", "theirs": "one", "mine": "two"}]
