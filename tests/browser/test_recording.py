"""A session in the viewer becomes a test: the bar above the app, the steps on the server, the file that passes."""

import re

import pytest
from playwright.sync_api import expect

from tests.services.demo import TOKEN
from tests.services.recorder import recorder


def bar(page):
    """The bar above the app."""
    return page.get_by_role("region", name="Recording")


@pytest.fixture
def frame(page):
    """What is inside the app's frame."""
    return page.frame_locator("iframe")


def grid(frame):
    return frame.get_by_role("grid", name="Orders")


def test_a_session_becomes_a_test_that_passes(page, frame, console, demo_server, tmp_path):
    page.set_viewport_size({"width": 1280, "height": 1400})
    target = tmp_path / "test_session.py"
    with recorder(demo_server, target, "orders") as recording:
        page.goto(recording.link)
        expect(bar(page)).to_contain_text("Use the app as its users do.")
        expect(grid(frame).get_by_role("row").nth(1)).to_be_visible()
        frame.get_by_role("combobox", name="Status", exact=True).click()
        frame.get_by_role("option", name="Shipped", exact=True).click()
        expect(grid(frame).get_by_role("row").nth(1)).to_contain_text("Shipped")
        grid(frame).get_by_role("row").nth(2).get_by_role("gridcell").nth(1).click()
        frame.get_by_role("button", name="New order").click()
        form = frame.get_by_role("dialog")
        form.get_by_role("combobox", name="Customer").click()
        frame.get_by_role("option").nth(4).click()
        frame.get_by_role("combobox", name="Product", exact=True).click()
        frame.get_by_role("option", name="Kettle Pro", exact=True).click()
        form.get_by_role("spinbutton", name="Quantity").fill("3")
        form.get_by_role("textbox", name="Note").fill("Ring twice")
        form.get_by_role("button", name="Add order").click()
        expect(frame.get_by_text("Order added")).to_be_visible()
        expect(bar(page)).to_contain_text(re.compile(r"\d+ steps"))
        bar(page).get_by_role("button", name="Stop").click()
        expect(bar(page)).to_contain_text("Recording ended")
        said = recording.end()
    assert "It passes." in said
    assert "Left out" not in said
    written = target.read_text()
    for line in (
        'app.set("status", "shipped")',
        'app.click("ordersTable", row=1)',
        'app.click("newOrder")',
        'app.set("newNote", "Ring twice")',
        'app.click("submitOrder")',
        'assert app.alerts[-1].message == "Order added"',
    ):
        assert f"    {line}\n" in written
    assert TOKEN not in written + (tmp_path / "test_session.cassette.json").read_text()
    assert console == []


def test_whoever_closes_the_bar_goes_on_without_it(page, frame, demo_server):
    made = demo_server.api("POST", "recordings", {"app": "status-board"})
    page.goto(demo_server.link(made["path"].removeprefix("tooljet/")))
    expect(frame.get_by_role("button", name="Refresh")).to_be_visible()
    demo_server.api("POST", f"recordings/{made['id']}/end")
    frame.get_by_role("button", name="Refresh").click()
    expect(bar(page)).to_contain_text("Recording ended")
    bar(page).get_by_role("button", name="Close").click()
    expect(frame.get_by_role("button", name="Refresh")).to_be_visible()
    expect(page).to_have_url(f"{demo_server.url}/tooljet/apps/status-board")
    expect(bar(page)).to_have_count(0)


def test_an_app_does_not_see_that_it_is_recorded(page, frame, demo_server):
    made = demo_server.api("POST", "recordings", {"app": "status-board"})
    page.goto(demo_server.link(made["path"].removeprefix("tooljet/")))
    expect(frame.get_by_role("button", name="Refresh")).to_be_visible()
    start = demo_server.api("GET", f"recordings/{made['id']}/steps")
    while not start["steps"]:
        start = demo_server.api("GET", f"recordings/{made['id']}/steps")
    assert start["steps"][0]["kind"] == "start"
    assert start["steps"][0]["values"]["params"] == {}
