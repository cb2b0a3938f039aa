"""The Status board in a browser: tabs, lists with pages, a page of words and its link."""

import re

import pytest
from playwright.sync_api import expect

LATE = """SELECT o.id, c.name FROM orders o JOIN customers c ON c.id = o.customer_id
          WHERE o.status IN ('open', 'paid') ORDER BY o.ordered_at LIMIT 40"""


@pytest.fixture
def board(page, console, app, demo_server):
    """The app, open and with its lists; at the end its console is empty."""
    page.set_viewport_size({"width": 1280, "height": 1000})
    page.goto(demo_server.link("apps/status-board"))
    expect(app.get_by_role("listitem").first).to_be_visible()
    yield app
    assert console == []


def items(board):
    """What the list that is shown holds."""
    return board.get_by_role("listitem")


def test_the_oldest_orders_come_first(board, demo_server):
    late = demo_server.rows(LATE)
    expect(items(board)).to_have_count(7)
    for position, (order, name) in enumerate(late[:7]):
        expect(items(board).nth(position)).to_contain_text(f"Order {order} · {name}")


def test_the_list_has_pages(board, demo_server):
    late = demo_server.rows(LATE)
    board.get_by_role("button", name="Next page").click()
    expect(items(board).first).to_contain_text(f"Order {late[7][0]} ·")
    expect(board.get_by_text(re.compile(r"^2 of \d+$"))).to_be_visible()
    board.get_by_role("button", name="Previous page").click()
    expect(items(board).first).to_contain_text(f"Order {late[0][0]} ·")


def test_each_tab_has_its_own_things(board, demo_server):
    ((low,),) = demo_server.rows("SELECT count(*) FROM products WHERE stock < 40")
    board.get_by_role("tab", name="Low stock").click()
    expect(board.get_by_role("tabpanel", name="Low stock")).to_be_visible()
    expect(items(board)).to_have_count(min(low, 12))
    expect(items(board).first).to_contain_text(re.compile("left|Sold out"))
    expect(board.get_by_text(re.compile("^Order "))).to_have_count(0)
    board.get_by_role("tab", name="Waiting").click()
    expect(items(board)).to_have_count(7)


def test_arrow_keys_move_between_tabs(page, board):
    board.get_by_role("tab", name="Waiting").focus()
    page.keyboard.press("ArrowRight")
    expect(board.get_by_role("tab", name="Low stock")).to_be_focused()
    page.keyboard.press("Enter")
    expect(board.get_by_role("tab", name="Low stock")).to_have_attribute("aria-selected", "true")


def test_markdown_has_headings_lists_and_tables(board):
    board.get_by_role("tab", name="About this board").click()
    words = board.get_by_role("tabpanel", name="About this board")
    expect(words.get_by_role("heading", name="How to read this board")).to_be_visible()
    expect(words.get_by_role("listitem")).to_have_count(2)
    expect(words.get_by_role("table").get_by_role("row")).to_have_count(3)
    expect(words.locator("code")).to_have_text("examples/01-quickstart.ipynb")


def test_a_link_in_the_words_opens_the_other_app(page, board):
    board.get_by_role("tab", name="About this board").click()
    with page.context.expect_page() as opening:
        board.get_by_role("link", name="the Orders app").click()
    opened = opening.value
    expect(opened).to_have_url(re.compile("/tooljet/apps/orders"))
    expect(opened.frame_locator("iframe").get_by_role("button", name="New order")).to_be_visible()


def test_refresh_reads_the_database_again(board, demo_server):
    first = int(re.search(r"\d+", items(board).first.inner_text()).group())
    demo_server.change("UPDATE orders SET status = 'shipped' WHERE id = ?", first)
    board.get_by_role("button", name="Refresh").click()
    expect(items(board).first).not_to_contain_text(f"Order {first} ")
    demo_server.change("UPDATE orders SET status = 'open' WHERE id = ?", first)
