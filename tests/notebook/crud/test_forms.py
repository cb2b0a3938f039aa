"""The forms of an app for a table: a row is opened, changed, added and deleted as a person does it."""

import pytest

from tooljet_jupyter.headless.app import HeadlessApp


def open_row(app: HeadlessApp, row: int = 0) -> HeadlessApp:
    """Click a row of the list, and be sure that its form is there."""
    app.click("table", row=row)
    assert app.components.editModal.show is True
    return app


def problem(app: HeadlessApp) -> str:
    """What the form says is wrong with it as a whole."""
    return str(app.variables.problem or "")


def test_a_row_is_shown_with_labels_of_what_it_refers_to(opened, shop_db):
    app = open_row(opened(shop_db, "orders"))
    dialog = app.sees().find(role="dialog")
    assert "Order 3" in str(dialog)
    shown = {field.name: field.value for field in [*dialog.find_all(role="combobox"), *dialog.find_all(role="textbox")]}
    assert (shown["Customer"], shown["Status"], shown["Note"]) == ("Ada", "In transit", "100% _sure_")


def test_only_what_was_changed_is_written(opened, shop_db):
    app = open_row(opened(shop_db, "orders"))
    shop_db.run("UPDATE orders SET id = id WHERE id = 3")
    app.set("edit_note", "third").click("saveButton")
    assert [alert.message for alert in app.alerts] == ["Order saved"]
    (run,) = [run for run in app.runs if run.name == "updateRow"]
    assert run.error is None
    assert shop_db.run("SELECT note, status, customer_id, total FROM orders WHERE id = 3")[0][:3] == (
        "third", "in_transit", 1,
    )  # fmt: skip
    assert app.components.editModal.show is False
    assert app.queries.rows.data[0]["note"] == "third"


def test_a_form_in_which_nothing_was_changed_writes_nothing(opened, shop_db):
    app = open_row(opened(shop_db, "orders")).click("saveButton")
    assert app.components.editModal.show is False
    assert [run for run in app.runs if run.name == "updateRow"] == []


def test_a_value_can_be_taken_away(opened, shop_db):
    app = open_row(opened(shop_db, "orders")).set("edit_note", "").set("edit_due", None).click("saveButton")
    assert [alert.level for alert in app.alerts] == ["success"]
    assert shop_db.run("SELECT note, due FROM orders WHERE id = 3") == [(None, None)]


def test_a_new_row_gets_its_defaults_from_the_table(opened, shop_db):
    app = opened(shop_db, "orders").click("newRow")
    assert app.components.new_status.value == "open"
    app.click("addButton")
    assert str(app.sees().find(role="dialog")).count("[invalid]") == 2
    app.set("new_customer_id", 2).set("new_total", 7.5).set("new_urgent", True).click("addButton")
    assert [alert.message for alert in app.alerts] == ["Order added"]
    ((customer, status, total, note, urgent, due),) = shop_db.run(
        "SELECT customer_id, status, total, note, urgent, due FROM orders WHERE id = 4"
    )
    assert (customer, status, float(total), note, bool(urgent), due) == (2, "open", 7.5, None, True, None)
    assert app.queries.rows.data[0]["customer_id:label"] == "Ben"


def test_a_form_that_is_opened_again_begins_anew(opened, shop_db):
    app = open_row(opened(shop_db, "orders")).set("edit_note", "typed").click("closeEdit")
    assert open_row(app).components.edit_note.value == "100% _sure_"
    app.click("closeEdit").click("newRow").set("new_note", "typed").click("closeNew").click("newRow")
    assert app.components.new_note.value == ""


def test_rows_of_another_table_are_searched_on_the_server(opened, shop_db):
    shop_db.run(
        f"INSERT INTO customers (name) VALUES {', '.join(f'({chr(39)}Nobody {n}{chr(39)})' for n in range(80))}"
    )
    app = open_row(opened(shop_db, "orders"))
    app.gesture("edit_customer_id", "open").gesture("edit_customer_id", "search", text="chlo").wait(1)
    assert [option["label"] for option in app.components.edit_customer_id.options] == ["Ada", "Chloe"]
    app.set("edit_customer_id", 3).wait(1).click("saveButton")
    assert shop_db.run("SELECT customer_id FROM orders WHERE id = 3") == [(3,)]


def test_a_row_is_deleted_only_after_a_yes(opened, shop_db):
    app = open_row(opened(shop_db, "orders"))
    app.confirms = False
    app.click("deleteButton")
    assert shop_db.run("SELECT count(*) FROM orders") == [(3,)]
    app.confirms = True
    app.click("deleteButton")
    assert [alert.message for alert in app.alerts] == ["Order deleted"]
    assert shop_db.run("SELECT count(*) FROM orders WHERE id = 3") == [(0,)]
    assert len(app.queries.rows.data) == 2


@pytest.mark.parametrize(
    "field, value, said",
    [
        ("edit_email", "ada@example.com", "Another row has this Email already"),
        ("edit_name", "", ""),
    ],
)
def test_what_the_table_refuses_is_said_at_the_form(opened, shop_db, field, value, said):
    app = open_row(opened(shop_db, "customers"), row=1).set(field, value).click("saveButton")
    assert problem(app) == said
    assert app.components.editModal.show is True
    wrong = app.sees().find(role="dialog")
    assert (said or "This field cannot be empty") in str(wrong.find(role="textbox", name=field[5:].title()))
    assert app.alerts == []
    app.set(field, "ok@example.com").click("saveButton")
    assert [alert.message for alert in app.alerts] == ["Customer saved"]


def test_a_row_that_others_need_is_not_deleted(opened, shop_db):
    app = open_row(opened(shop_db, "customers"), row=2).click("deleteButton")
    said = "Rows of orders still refer to it" if shop_db.kind == "postgresql" else "Another row refers to it"
    assert said in problem(app)
    assert app.components.editModal.show is True


def test_a_check_of_the_table_names_its_field(opened, shop_db):
    app = open_row(opened(shop_db, "orders")).set("edit_total", -1).click("saveButton")
    assert problem(app) == "The database does not take this value for Total"
    assert shop_db.run("SELECT count(*) FROM orders WHERE total < 0") == [(0,)]


def test_a_table_that_is_gone_says_so(opened, shop_db):
    app = open_row(opened(shop_db, "orders"))
    shop_db.run("DROP TABLE orders")
    app.set("edit_note", "x").click("saveButton")
    assert problem(app) == "The table is gone: somebody dropped or renamed it"


def test_a_column_that_was_added_is_in_nobodys_way(opened, shop_db):
    app = open_row(opened(shop_db, "orders"))
    shop_db.run("ALTER TABLE orders ADD COLUMN extra integer")
    app.set("edit_note", "still").click("saveButton")
    assert shop_db.run("SELECT note FROM orders WHERE id = 3") == [("still",)]


def test_two_clicks_on_save_are_one(opened, shop_db):
    app = open_row(opened(shop_db, "orders")).set("edit_note", "once").hold("updateRow")
    app.click("saveButton")
    app.run("saveRow")
    app.release("updateRow")
    assert len([run for run in app.runs if run.name == "updateRow"]) == 1
    assert [alert.message for alert in app.alerts] == ["Order saved"]
