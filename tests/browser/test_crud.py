"""An app that one line made, in a browser: a row is added, changed, met by somebody else's change, and deleted."""

import pytest
from playwright.sync_api import expect

import tooljet_jupyter as tj
from tests.browser import notebooks
from tests.services.demo import TOKEN
from tooljet_jupyter.notebook.crud import crud

NOTEBOOK = "examples/02-crud.ipynb"
HOSTILE = "'; DROP TABLE orders; -- {{1+1}} <b>\"`\\ 100%_ 😀"


@pytest.fixture
def orders(page, console, app, demo_server):
    """The app for the orders, released, open and with its rows; at the end its console is empty."""
    shop = tj.connect(demo_server.url, TOKEN).source("shop")
    crud(shop, "orders", name="orders-by-crud").release()
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(demo_server.link("apps/orders-by-crud"))
    expect(cells(app, 1).first).to_be_visible()
    yield app
    assert console == []
    demo_server.api("DELETE", "apps/orders-by-crud")


def cells(app, number):
    """The cells of a row of the list; the first one under the head is 1."""
    return app.get_by_role("grid", name="Orders").get_by_role("row").nth(number).get_by_role("gridcell")


def dialog(app, name="editModal"):
    """A dialog that is open."""
    return app.get_by_role("dialog", name=name)


def choose(app, place, field, option, search=None):
    """Open a drop-down of a dialog and take an option, searched for where there are many."""
    place.get_by_role("combobox", name=field, exact=True).click()
    if search:
        app.get_by_role("textbox", name=f"Search {field}").fill(search)
    app.get_by_role("option", name=option, exact=True).first.click()


def click(place, button):
    """Press a button of a dialog."""
    place.get_by_role("button", name=button, exact=True).click()


def test_a_row_is_added_found_changed_and_deleted(orders, demo_server):
    app = orders
    (customer,) = demo_server.rows("SELECT name FROM customers ORDER BY id DESC LIMIT 1")[0]
    click(app, "New order")
    new = dialog(app, "newModal")
    click(new, "Add")
    expect(new.get_by_text("This field cannot be empty")).to_have_count(4)
    choose(app, new, "Customer", customer, search=customer[:6])
    choose(app, new, "Status", "Paid")
    new.get_by_role("textbox", name="Ordered at").fill("2030-01-31 10:00")
    new.get_by_role("textbox", name="Total").fill("twelve")
    expect(new.get_by_text("This is not a number")).to_be_visible()
    new.get_by_role("textbox", name="Total").fill("12.34")
    new.get_by_role("textbox", name="Note").fill(HOSTILE)
    click(new, "Add")
    expect(app.get_by_text("Order added")).to_be_visible()
    expect(new).to_have_count(0)
    expect(cells(app, 1).nth(1)).to_have_text(customer)
    key = int(cells(app, 1).first.inner_text())
    assert demo_server.rows("SELECT status, ordered_at, total, note FROM orders WHERE id = ?", key) == [
        ("paid", "2030-01-31 10:00", 12.34, HOSTILE)
    ]

    app.get_by_role("searchbox", name="Search the table").fill("DROP TABLE orders; -- {{1+1}}")
    expect(app.get_by_text("1–1 of 1")).to_be_visible()
    cells(app, 1).first.click()
    edit = dialog(app)
    expect(edit.get_by_text(f"Order {key}")).to_be_visible()
    expect(edit.get_by_role("textbox", name="Note")).to_have_value(HOSTILE)
    choose(app, edit, "Status", "Shipped")
    click(edit, "Save")
    expect(app.get_by_text("Order saved")).to_be_visible()
    expect(cells(app, 1).nth(2)).to_have_text("Shipped")

    cells(app, 1).first.click()
    click(edit, "Delete")
    click(dialog(app, "Confirm"), "Cancel")
    assert demo_server.rows("SELECT count(*) FROM orders WHERE id = ?", key) == [(1,)]
    click(edit, "Delete")
    click(dialog(app, "Confirm"), "Continue")
    expect(app.get_by_text("Order deleted")).to_be_visible()
    expect(app.get_by_text("No row matches the search and the filters.")).to_be_visible()
    assert demo_server.rows("SELECT count(*) FROM orders WHERE id = ?", key) == [(0,)]


def test_what_somebody_else_wrote_is_shown_beside_what_the_user_wrote(orders, demo_server):
    app = orders
    key = int(cells(app, 3).first.inner_text())
    cells(app, 3).first.click()
    edit, conflict = dialog(app), dialog(app, "conflictModal")
    edit.get_by_role("textbox", name="Note").fill("mine")
    demo_server.change("UPDATE orders SET note = 'theirs', total = 5 WHERE id = ?", key)
    click(edit, "Save")
    expect(conflict.get_by_text("Somebody else changed this row after you opened it.")).to_be_visible()
    rows = conflict.get_by_role("grid").get_by_role("row")
    expect(rows.nth(1)).to_have_text("Total5As it was")
    expect(rows.nth(2)).to_have_text("Notetheirsmine")

    click(conflict, "Cancel")
    expect(edit.get_by_role("textbox", name="Note")).to_have_value("mine")
    assert demo_server.rows("SELECT note, total FROM orders WHERE id = ?", key) == [("theirs", 5)]
    click(edit, "Save")
    click(conflict, "Keep mine")
    expect(app.get_by_text("Order saved")).to_be_visible()
    assert demo_server.rows("SELECT note, total FROM orders WHERE id = ?", key) == [("mine", 5)]

    cells(app, 3).first.click()
    expect(edit.get_by_role("textbox", name="Note")).to_have_value("mine")
    demo_server.change("UPDATE orders SET note = 'theirs again' WHERE id = ?", key)
    click(edit, "Delete")
    click(dialog(app, "Confirm"), "Continue")
    expect(conflict.get_by_text("Delete it all the same?")).to_be_visible()
    click(conflict, "Take theirs")
    expect(conflict).to_have_count(0)
    expect(edit.get_by_role("textbox", name="Note")).to_have_value("theirs again")
    click(edit, "Delete")
    click(dialog(app, "Confirm"), "Continue")
    expect(app.get_by_text("Order deleted")).to_be_visible()
    assert demo_server.rows("SELECT count(*) FROM orders WHERE id = ?", key) == [(0,)]


def test_the_notebook_goes_from_one_line_to_a_released_app(page, demo_server):
    with notebooks.opened(page, demo_server, NOTEBOOK) as lab:
        notebooks.run(lab, 0, cells=4)
        expect(notebooks.status(lab, "Live")).to_be_visible(timeout=notebooks.SLOW)
        shown = notebooks.shown(lab)
        key = cells(shown, 1).first.inner_text()
        cells(shown, 1).first.click()
        expect(dialog(shown).get_by_text(f"Order {key}")).to_be_visible()
        click(dialog(shown), "Cancel")
        with lab.expect_popup() as opening:
            lab.locator(".jp-OutputArea").get_by_role("link", name="/tooljet/apps/all-orders").click()
        expect(cells(opening.value.frame_locator("iframe"), 1).first).to_have_text(key, timeout=30_000)
        notebooks.run(lab, 4, cells=6)
        expect(lab.get_by_text("def test_the_list_shows_its_rows(app):").first).to_be_visible()
