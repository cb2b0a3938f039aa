"""Both demo apps as axe-core sees them, light and dark, in every state that a viewer meets."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

AXE = Path(__file__).parents[2] / "labextension/node_modules/axe-core/axe.min.js"


def violations(page):
    """Return what axe finds wrong inside the app's frame: the rule and the first element."""
    frame = page.frames[1]
    # Evaluated, not added as an element: the policy of the frame lets no inline script in.
    frame.evaluate(AXE.read_text(encoding="utf-8"))
    # Dialogs and menus are beside the landmarks by nature, so the rule `region` is left out.
    found = frame.evaluate("() => axe.run(document, { rules: { region: { enabled: false } } })")["violations"]
    return [(rule["id"], rule["nodes"][0]["html"][:200], len(rule["nodes"])) for rule in found]


@pytest.fixture(params=["light", "dark"])
def scheme(page, request):
    """A tab whose system is light, then dark, and moves nothing."""
    page.set_viewport_size({"width": 1280, "height": 1400})
    page.emulate_media(color_scheme=request.param, reduced_motion="reduce")


@pytest.mark.usefixtures("scheme")
def test_the_orders_app_is_for_everybody(page, app, demo_server):
    page.goto(demo_server.link("apps/orders"))
    expect(app.get_by_role("gridcell").first).to_be_visible()
    expect(app.locator(".js-plotly-plot")).to_have_count(2)
    assert violations(page) == []
    app.get_by_role("button", name="New order").click()
    dialog = app.get_by_role("dialog")
    dialog.get_by_role("button", name="Add order").click()
    expect(dialog.get_by_text("This field cannot be empty")).to_have_count(2)
    assert violations(page) == []
    dialog.get_by_role("combobox", name="Customer").click()
    expect(app.get_by_role("option").first).to_be_visible()
    assert violations(page) == []


@pytest.mark.usefixtures("scheme")
@pytest.mark.parametrize("tab", ["Waiting", "Low stock", "About this board"])
def test_the_status_board_is_for_everybody(page, app, demo_server, tab):
    page.goto(demo_server.link("apps/status-board"))
    expect(app.get_by_role("listitem").first).to_be_visible()
    app.get_by_role("tab", name=tab).click()
    expect(app.get_by_role("tabpanel", name=tab)).to_be_visible()
    assert violations(page) == []


def test_the_page_around_an_app_is_for_everybody(page, demo_server):
    page.goto(demo_server.link("apps/nothing-of-that-name"))
    expect(page.get_by_role("alert")).to_be_visible()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("() => axe.run(document, { resultTypes: ['violations'] })")["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found] == []
