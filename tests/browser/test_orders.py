"""The Orders app in a browser: everything a viewer does with it on one day."""

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

WIDE = {"width": 1280, "height": 1400}
PHONE = {"width": 390, "height": 844}
CUSTOMER, STATUS, NOTE = 1, 3, 6
# What the app shows before anything is filtered: the last twelve months.
COUNT = """SELECT count(*) FROM orders JOIN customers c ON c.id = customer_id
           WHERE ordered_at >= date('now', '-12 months', 'start of month')"""
HOSTILE = ["' OR 1=1 --", "%' UNION SELECT 1,2,3,4,5,6,7 --", "\\", "';DELETE FROM orders;--", "{{1+1}}", "😀" * 500]


@pytest.fixture
def orders(page, console, app, demo_server):
    """The app in a wide window, open and with its rows; at the end its console is empty."""
    page.set_viewport_size(WIDE)
    page.goto(demo_server.link("apps/orders"))
    expect(row(app, 1)).to_be_visible()
    yield app
    assert console == []


def grid(app):
    """The table of orders."""
    return app.get_by_role("grid", name="Orders")


def row(app, number):
    """A row of the table; the first one under the head is 1."""
    return grid(app).get_by_role("row").nth(number)


def cell(app, number, column):
    """A cell of the table."""
    return row(app, number).get_by_role("gridcell").nth(column)


def statistic(app, label):
    """The figure under a label, as a number."""
    card = app.locator("dl", has=app.get_by_role("term").filter(has_text=re.compile(f"^{label}$")))
    return card.get_by_role("definition").first


def number(locator):
    """The figure of a statistic."""
    return int(re.sub(r"\D", "", locator.inner_text()))


def order_of(app, position):
    """The id of the order in a row."""
    return int(cell(app, position, 0).inner_text())


def choose(app, field, option):
    """Open a drop-down and take an option."""
    app.get_by_role("combobox", name=field, exact=True).click()
    app.get_by_role("option", name=option, exact=True).click()


def type_into(page, target, text):
    """Edit a cell as people do: double click, type, Enter."""
    target.dblclick()
    target.get_by_role("textbox").fill(text)
    page.keyboard.press("Enter")


def test_the_link_shows_an_outline_and_then_rows(page, console, app, demo_server, query_gate):
    page.goto(demo_server.link("apps/orders"))
    expect(app.get_by_role("heading", name="Orders", level=2)).to_be_visible()
    expect(grid(app)).to_have_attribute("aria-busy", "true")
    expect(app.get_by_text("There are no rows yet.")).to_have_count(0)
    query_gate.open()
    expect(cell(app, 1, STATUS)).to_be_visible()
    expect(grid(app)).to_have_attribute("aria-rowcount", "21")
    expect(app.locator("[aria-busy=true]")).to_have_count(0)
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    expect(page).to_have_title("Orders")
    expect(page).to_have_url(f"{demo_server.url}/tooljet/apps/orders")
    assert console == []


def test_the_token_is_not_needed_again(page, orders, app, demo_server):
    page.goto(f"{demo_server.url}/tooljet/apps/orders")
    expect(row(app, 1)).to_be_visible()


def test_filters_narrow_rows_and_statistics(orders, demo_server):
    everything = number(statistic(orders, "Orders"))
    choose(orders, "Status", "Shipped")
    expect(cell(orders, 1, STATUS)).to_have_text("Shipped")
    expect(statistic(orders, "Orders")).not_to_have_text(f"{everything:,}")
    ((shipped,),) = demo_server.rows(f"{COUNT} AND status = 'shipped'")
    assert number(statistic(orders, "Orders")) == shipped < everything
    orders.get_by_role("textbox", name="Customer").fill("Ada")
    ((adas,),) = demo_server.rows(f"{COUNT} AND status = 'shipped' AND name LIKE '%Ada%'")
    expect(statistic(orders, "Orders")).to_have_text(f"{adas:,}")
    assert 0 < adas < shipped
    expect(grid(orders)).to_have_attribute("aria-rowcount", str(min(adas, 20) + 1))
    names = orders.locator(f"[role=gridcell][aria-colindex='{CUSTOMER + 1}']").all_inner_texts()
    assert names
    assert all("Ada" in name for name in names)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_filter_is_a_value_whatever_is_typed(orders, text, demo_server):
    before = demo_server.rows("SELECT count(*), sum(total) FROM orders")
    orders.get_by_role("textbox", name="Customer").fill(text)
    expect(statistic(orders, "Orders")).to_have_text("0")
    expect(grid(orders).get_by_role("gridcell")).to_have_count(0)
    assert demo_server.rows("SELECT count(*), sum(total) FROM orders") == before


def test_cells_are_edited_together_and_saved_once(page, orders, demo_server):
    order = order_of(orders, 2)
    type_into(page, cell(orders, 2, NOTE), "Ring twice")
    expect(orders.get_by_text("1 change", exact=True)).to_be_visible()
    cell(orders, 2, STATUS).dblclick()
    orders.get_by_role("option", name="Returned").click()
    expect(orders.get_by_text("2 changes", exact=True)).to_be_visible()
    assert demo_server.rows("SELECT note FROM orders WHERE id = ?", order) != [("Ring twice",)]
    orders.get_by_role("button", name="Save changes").click()
    expect(orders.get_by_text("Changes saved")).to_be_visible()
    expect(orders.get_by_role("button", name="Save changes")).to_have_count(0)
    assert demo_server.rows("SELECT status, note FROM orders WHERE id = ?", order) == [("returned", "Ring twice")]
    expect(cell(orders, 2, STATUS)).to_have_text("Returned")
    expect(cell(orders, 2, NOTE)).to_have_text("Ring twice")


def test_discarded_changes_are_gone(page, orders, demo_server):
    order, before = order_of(orders, 3), cell(orders, 3, NOTE).inner_text()
    stored = demo_server.rows("SELECT note FROM orders WHERE id = ?", order)
    type_into(page, cell(orders, 3, NOTE), "Never mind")
    orders.get_by_role("button", name="Discard").click()
    expect(cell(orders, 3, NOTE)).to_have_text(before)
    expect(orders.get_by_text("1 change", exact=True)).to_have_count(0)
    assert demo_server.rows("SELECT note FROM orders WHERE id = ?", order) == stored


def test_an_order_is_added_by_the_form(orders, demo_server):
    ((last,),) = demo_server.rows("SELECT max(id) FROM orders")
    orders.get_by_role("button", name="New order").click()
    form = orders.get_by_role("dialog")
    form.get_by_role("button", name="Add order").click()
    expect(form.get_by_text("This field cannot be empty")).to_have_count(2)
    assert demo_server.rows("SELECT max(id) FROM orders") == [(last,)]
    form.get_by_role("combobox", name="Customer").click()
    customer = orders.get_by_role("option").nth(4)
    name = customer.inner_text().split(" · ")[0]
    customer.click()
    choose(orders, "Product", "Kettle Pro")
    form.get_by_role("spinbutton", name="Quantity").fill("3")
    form.get_by_role("textbox", name="Note").fill("O'Brien's; DROP TABLE orders; --")
    form.get_by_role("button", name="Add order").click()
    expect(orders.get_by_text("Order added")).to_be_visible()
    expect(form).to_have_count(0)
    expect(cell(orders, 1, 0)).to_have_text(str(last + 1))
    expect(cell(orders, 1, CUSTOMER)).to_have_text(name)
    expect(cell(orders, 1, NOTE)).to_have_text("O'Brien's; DROP TABLE orders; --")
    sql = """SELECT o.status, o.note, round(o.total - 3 * p.price, 2), i.quantity FROM orders o
             JOIN order_items i ON i.order_id = o.id JOIN products p ON p.id = i.product_id
             WHERE o.id = ? AND p.name = 'Kettle Pro'"""
    assert demo_server.rows(sql, last + 1) == [("open", "O'Brien's; DROP TABLE orders; --", 0, 3)]


def test_a_row_is_deleted_only_after_a_yes(orders, demo_server):
    order = order_of(orders, 5)
    expect(orders.get_by_role("button", name="Delete order")).to_be_disabled()
    cell(orders, 5, CUSTOMER).click()
    delete = orders.get_by_role("button", name=f"Delete order {order}")
    delete.click()
    dialog = orders.get_by_role("dialog")
    expect(dialog).to_contain_text("This cannot be undone.")
    dialog.get_by_role("button", name="Cancel").click()
    expect(dialog).to_have_count(0)
    assert demo_server.rows("SELECT count(*) FROM orders WHERE id = ?", order) == [(1,)]
    delete.click()
    dialog.get_by_role("button").filter(has_not_text=re.compile("Cancel|Close")).last.click()
    expect(orders.get_by_text("Order deleted")).to_be_visible()
    expect(grid(orders).get_by_role("gridcell", name=str(order), exact=True)).to_have_count(0)
    assert demo_server.rows("SELECT count(*) FROM orders WHERE id = ?", order) == [(0,)]


def test_pages_come_from_the_server_one_by_one(orders):
    first = order_of(orders, 1)
    after, before = (orders.get_by_role("button", name=f"{name} page") for name in ("Next", "Previous"))
    expect(before).to_be_disabled()
    after.click()
    expect(cell(orders, 1, 0)).not_to_have_text(str(first))
    second = order_of(orders, 1)
    assert second < first - 19
    expect(orders.get_by_text(re.compile(r"^2 of \d+$"))).to_be_visible()
    before.click()
    expect(cell(orders, 1, 0)).to_have_text(str(first))
    after.click()
    expect(cell(orders, 1, 0)).to_have_text(str(second))
    choose(orders, "Country", "Japan")
    expect(orders.get_by_text(re.compile(r"^1 of \d+$"))).to_be_visible()


def test_a_click_on_the_head_sorts_the_rows(orders):
    head = grid(orders).get_by_role("columnheader", name="Total")
    totals = orders.locator("[role=gridcell][aria-colindex='6']")
    head.click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    shown = [float(text.replace(",", "")) for text in totals.all_inner_texts()]
    assert shown == sorted(shown)
    head.click()
    expect(head).to_have_attribute("aria-sort", "descending")
    shown = [float(text.replace(",", "")) for text in totals.all_inner_texts()]
    assert shown == sorted(shown, reverse=True)


def test_the_rows_can_be_downloaded_as_csv(page, orders, demo_server):
    shown = [str(order) for (order,) in demo_server.rows("SELECT id FROM orders ORDER BY id DESC LIMIT 20")]
    orders.get_by_role("button", name="Download").click()
    with page.expect_download() as download:
        orders.get_by_text("CSV", exact=True).click()
    assert download.value.suggested_filename.endswith(".csv")
    with Path(download.value.path()).open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    assert head == ["Order", "Customer", "Country", "Status", "Ordered", "Total", "Note"]
    assert [line[0] for line in rows] == shown


def test_reload_starts_afresh_with_what_is_stored(page, orders):
    first = order_of(orders, 1)
    orders.get_by_role("textbox", name="Customer").fill("nobody of that name")
    expect(statistic(orders, "Orders")).to_have_text("0")
    page.reload()
    expect(cell(orders, 1, 0)).to_have_text(str(first))
    expect(orders.get_by_role("textbox", name="Customer")).to_have_value("")


def test_the_keyboard_alone_filters_and_walks_the_table(page, orders):
    orders.get_by_role("button", name="New order").focus()
    page.keyboard.press("Tab")
    expect(orders.get_by_role("textbox", name="Customer")).to_be_focused()
    page.keyboard.type("Ada")
    expect(cell(orders, 1, CUSTOMER)).to_contain_text("Ada")
    page.keyboard.press("Tab")
    if not is_focused(orders.get_by_role("combobox", name="Status")):
        page.keyboard.press("Tab")
    expect(orders.get_by_role("combobox", name="Status")).to_be_focused()
    page.keyboard.press("Enter")
    expect(orders.get_by_role("combobox", name="Status")).not_to_be_focused()
    page.keyboard.type("deliv")
    page.keyboard.press("Enter")
    expect(orders.get_by_role("combobox", name="Status")).to_have_text("Delivered")
    expect(orders.get_by_role("combobox", name="Status")).to_be_focused()
    expect(cell(orders, 1, STATUS)).to_have_text("Delivered")
    tab_until(page, grid(orders))
    page.keyboard.press("ArrowDown")
    for _ in range(NOTE):
        page.keyboard.press("ArrowRight")
    expect(cell(orders, 2, NOTE)).to_have_id(grid(orders).get_attribute("aria-activedescendant"))
    page.keyboard.press("Enter")
    page.keyboard.type("typed")
    page.keyboard.press("Enter")
    expect(orders.get_by_text("1 change", exact=True)).to_be_visible()
    expect(cell(orders, 2, NOTE)).to_contain_text("typed")


def is_focused(locator):
    """Say whether the element has the focus."""
    return locator.evaluate("element => element === document.activeElement")


def tab_until(page, target):
    """Press Tab until the element has the focus."""
    for _ in range(30):
        if is_focused(target):
            return
        page.keyboard.press("Tab")
    expect(target).to_be_focused()


def test_a_dark_system_gets_a_dark_app(page, orders):
    light = orders.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    page.emulate_media(color_scheme="dark")
    expect(orders.locator("body")).not_to_have_css("background-color", light)
    assert brightness(orders.locator("body"), "backgroundColor") < 60 < 180 < brightness(cell(orders, 1, 1), "color")


def brightness(locator, property):
    """How light a colour of the element is, 0 to 255."""
    colour = locator.evaluate(f"element => getComputedStyle(element).{property}")
    red, green, blue = (float(part) for part in re.findall(r"[\d.]+", colour)[:3])
    return (red + green + blue) / 3


def test_a_phone_gets_one_column_and_cards(page, console, app, demo_server):
    page.set_viewport_size(PHONE)
    page.goto(demo_server.link("apps/orders"))
    cards = app.get_by_role("region", name="Orders").get_by_role("listitem")
    expect(cards.first).to_be_visible()
    expect(cards.first).to_contain_text("Customer")
    fields = [app.get_by_role("textbox", name="Customer"), app.get_by_role("combobox", name="Status")]
    boxes = [field.bounding_box() for field in fields]
    assert boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"]
    width = app.locator("html").evaluate("root => [root.scrollWidth, root.clientWidth]")
    assert width[0] <= width[1] == PHONE["width"]
    assert console == []
