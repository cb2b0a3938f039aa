"""What `tj.crud` makes of a table and of its options, and what it refuses."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tooljet_jupyter.errors import Conflict, Invalid, NotFound
from tooljet_jupyter.notebook.crud import crud


def test_one_line_makes_an_app_that_can_be_released(made, shop_db, workspace):
    app = made(shop_db, "orders", title="All orders", name="every-order")
    assert (app.name, app.slug) == ("All orders", "every-order")
    assert str(app.release()).endswith("/tooljet/apps/every-order")
    assert made(shop_db, "orders", title="All orders", name="every-order").release()
    workspace.client.delete("apps/every-order")


def test_a_name_that_another_app_has_is_refused(made, shop_db, workspace):
    workspace.app("Taken").save()
    with pytest.raises(Conflict, match="There is an app at taken already"):
        made(shop_db, "orders", name="taken")
    made(shop_db, "orders", name="of-orders").save()
    with pytest.raises(Conflict, match="give another name, such as tj.crud"):
        made(shop_db, "customers", name="of-orders")
    for slug in ("taken", "of-orders"):
        workspace.client.delete(f"apps/{slug}")


@pytest.mark.parametrize(
    "table, options, error, said",
    [
        ("order", {}, NotFound, "There is no table order"),
        ("Orders", {}, NotFound, "did you mean orders?"),
        ("", {}, Invalid, "Name the table"),
        ("orders", {"columns": ["id", "nope"]}, Invalid, "orders has no column nope"),
        ("orders", {"columns": []}, Invalid, "Name at least one column"),
        ("orders", {"order": "nope"}, Invalid, "The list cannot be sorted by nope"),
        ("orders", {"page_size": 0}, Invalid, "A page has 1 to 200 rows"),
    ],
)
def test_what_cannot_be_is_refused_in_words(made, shop_db, table, options, error, said):
    with pytest.raises(error, match=said):
        made(shop_db, table, **options)


def test_something_that_is_no_table_at_all_is_refused(workspace):
    with pytest.raises(Invalid, match="not a int"):
        crud(7, "orders", workspace=workspace)
    with pytest.raises(NotFound, match="No data source is called nowhere"):
        crud("nowhere", "orders", workspace=workspace)


def test_columns_are_shown_in_their_order_with_their_labels(opened, shop_db):
    app = opened(shop_db, "orders", columns={"total": "Sum", "id": "Number", "customer_id": "Who"})
    assert [head.name for head in app.sees().find_all(role="columnheader")] == ["Sum", "Number", "Who"]
    app.click("newRow")
    assert [field.name for field in app.sees().find(role="dialog").find_all(role="combobox")] == ["Who"]


def test_a_list_without_a_needed_column_adds_no_rows_and_says_so(opened, shop_db):
    app = opened(shop_db, "orders", columns=["id", "note"])
    assert "Rows cannot be added here: the list leaves out Customer, Total, which every row needs." in app.sees()
    assert app.sees().find_all(role="button", name="New order") == []
    app.click("table", row=0).set("edit_note", "x").click("saveButton")
    assert shop_db.run("SELECT note FROM orders WHERE id = 3") == [("x",)]


def test_a_read_only_app_shows_rows_and_holds_no_query_that_writes(opened, shop_db, made):
    app = opened(shop_db, "orders", read_only=True).click("table", row=0)
    buttons = [button.name for button in app.sees().find(role="dialog").find_all(role="button")]
    assert buttons == ["Close", "Close"]
    writing = {"insertRow", "updateRow", "deleteRow"}
    assert writing & made(shop_db, "orders", read_only=True).queries.keys() == set()


def test_a_table_without_a_key_is_listed_and_says_why(opened, db):
    db.run("CREATE TABLE readings (at text, value integer)")
    db.run("INSERT INTO readings VALUES ('now', 1)")
    app = opened(db, "readings")
    assert "readings has no primary key: its rows can be read here, not changed." in app.sees()
    app.click("table", row=0)
    assert app.sees().find_all(role="dialog") == []


def test_a_view_is_listed_and_says_why(opened, shop_db):
    shop_db.run("CREATE VIEW sums AS SELECT status, sum(total) AS total FROM orders GROUP BY status")
    app = opened(shop_db, "sums")
    assert "sums is a view: its rows can be read here, not changed." in app.sees()
    app.gesture("table", "sort", column="Total")
    assert [row["status"] for row in app.queries.rows.data] == ["open", "paid", "in_transit"]


def test_a_key_of_several_columns_finds_one_row(opened, db):
    db.run("CREATE TABLE seats (hall varchar(9), number integer, guest text, PRIMARY KEY (hall, number))")
    db.run("INSERT INTO seats VALUES ('a', 1, 'Ada'), ('a', 2, 'Ben'), ('b', 1, 'Chloe')")
    app = opened(db, "seats").click("table", row=1).set("edit_guest", "Bob").click("saveButton")
    assert db.run("SELECT guest FROM seats ORDER BY hall, number") == [("Ada",), ("Bob",), ("Chloe",)]
    app.click("table", row=0).click("deleteButton")
    assert db.run("SELECT guest FROM seats ORDER BY hall, number") == [("Bob",), ("Chloe",)]
    app.click("newRow").set("new_hall", "a").set("new_number", 2).click("addButton")
    assert "Another row has this Hall and Number already" in app.variables.problem


@pytest.mark.parametrize("key", ["", "it's", 'a "b"', "{{1}}", "😀", "a/b?c=d&e", "null", "%"])
def test_a_key_of_text_may_hold_anything(opened, db, key):
    quoted = key.replace("'", "''")
    db.run("CREATE TABLE words (word varchar(40) PRIMARY KEY, meaning text)")
    db.run(f"INSERT INTO words VALUES ('{quoted}', 'one')")
    app = opened(db, "words").click("table", row=0).set("edit_meaning", "two").click("saveButton")
    assert db.run("SELECT word, meaning FROM words") == [(key, "two")]
    app.click("table", row=0).click("deleteButton")
    assert db.run("SELECT count(*) FROM words") == [(0,)]


NAMES = ["order", "größe {{x}}", "quo\"te's", "a.b", "`tick`", "$$", "select * from", "😀", "__proto__", "constructor"]


def test_names_may_be_anything_a_database_takes(opened, db):
    quoted = [f'"{name.replace(chr(34), chr(34) * 2)}"' for name in NAMES]
    table = '"the {{1}} ""table"" \'of\' all; --"'
    db.run(f"CREATE TABLE {table} (id integer PRIMARY KEY, {', '.join(f'{name} text' for name in quoted)})")
    db.run(f"INSERT INTO {table} (id) VALUES (1)")
    app = opened(db, "the {{1}} \"table\" 'of' all; --")
    every = [component["name"] for component in app.definition["pages"][0]["components"]]
    fields = [name for name in every if name.startswith("edit_") and name != "edit_id"]
    for number, name in enumerate(fields, 1):
        app.click("table", row=0).set(name, f"value {number}").click("saveButton")
        assert [alert.message for alert in app.alerts][-1:] == ["Row saved"], name
    (row,) = db.run(f"SELECT {', '.join(quoted)} FROM {table}")
    assert row == tuple(f"value {number}" for number in range(1, len(NAMES) + 1))
    app.gesture("table", "search", text="value 3")
    assert len(app.queries.rows.data) == 1


def test_a_name_without_letters_of_ascii_still_has_an_address_of_its_own(made, db):
    db.run('CREATE TABLE "заказы" (id integer PRIMARY KEY)')
    db.run('CREATE TABLE "订单" (id integer PRIMARY KEY)')
    slugs = {made(db, table, name=None).slug for table in ("заказы", "订单")}
    assert len(slugs) == 2
    assert all(slug.startswith("table-") for slug in slugs)


def test_tables_of_other_schemas_are_found(opened, made, postgres):
    postgres.run("CREATE SCHEMA sales; CREATE SCHEMA more; CREATE TABLE sales.kinds (id int PRIMARY KEY, name text)")
    postgres.run("CREATE TABLE sales.things (id serial PRIMARY KEY, kind_id int REFERENCES sales.kinds, note text)")
    postgres.run("CREATE TABLE more.things (id serial PRIMARY KEY)")
    postgres.run("INSERT INTO sales.kinds VALUES (1, 'round'); INSERT INTO sales.things (kind_id) VALUES (1)")
    with pytest.raises(Invalid, match=r"say more.things or sales.things"):
        made(postgres, "things")
    app = opened(postgres, "sales.things")
    assert app.queries.rows.data[0]["kind_id:label"] == "round"
    app.click("table", row=0).set("edit_note", "x").click("saveButton")
    assert postgres.run("SELECT note FROM sales.things") == [("x",)]


def test_types_of_postgresql_become_the_fields_people_expect(opened, postgres):
    postgres.run("""CREATE TYPE mood AS ENUM ('sad', 'very_happy');
        CREATE DOMAIN size AS varchar(5) CHECK (VALUE IN ('S', 'M'));
        CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, mood mood NOT NULL, size size, small smallint,
          price numeric(8,2), flag boolean, must boolean NOT NULL, day date, at timestamptz DEFAULT now(), j jsonb,
          raw bytea, twice int GENERATED ALWAYS AS (small * 2) STORED, name varchar(7), description text);""")
    app = opened(postgres, "t").click("newRow")
    dialog = app.sees().find(role="dialog")
    roles = ("combobox", "spinbutton", "switch", "textbox")
    kinds = {field.name: role for role in roles for field in dialog.find_all(role=role)}
    assert kinds == {
        "Mood": "combobox", "Size": "combobox", "Small": "spinbutton", "Price": "spinbutton", "Flag": "combobox",
        "Must": "switch", "Day": "combobox", "At": "textbox", "J": "textbox", "Name": "textbox",
        "Description": "textbox",
    }  # fmt: skip
    assert [o["label"] for o in app.components.new_mood.options] == ["Sad", "Very happy"]
    app.set("new_name", "too long!").set("new_j", "{").click("addButton")
    assert "At most 7 characters are allowed" in app.sees()
    assert "This is no JSON" in app.sees()
    app.set("new_name", "ok").set("new_j", '{"a": 1}').set("new_mood", "sad").set("new_small", 4).click("addButton")
    assert postgres.run("SELECT mood, small, twice, name, at IS NULL FROM t") == [("sad", 4, 8, "ok", False)]


def test_the_first_test_passes_and_is_kept(made, shop_db, tmp_path):
    app = made(shop_db, "orders", tests=tmp_path / "tests")
    path = tmp_path / "tests" / "test_orders.py"
    assert app.write_test(tmp_path / "tests") == path
    exported = json.loads((tmp_path / "tests" / "orders.json").read_text())
    assert exported["name"] == "Orders"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    assert "5 passed" in done.stdout
    Path(path).write_text("# mine\n")
    app.write_test(tmp_path / "tests")
    assert path.read_text() == "# mine\n"
