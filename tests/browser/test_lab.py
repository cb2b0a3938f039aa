"""ToolJet inside of JupyterLab: the sidebar, an app in a tab, the theme, and tabs that survive a reload."""

import pytest
from playwright.sync_api import expect

from tests.services.demo import TOKEN


@pytest.fixture
def lab(page, demo_server):
    """JupyterLab with the sidebar of ToolJet open."""
    page.set_viewport_size({"width": 1400, "height": 900})
    page.goto(f"{demo_server.url}/lab?token={TOKEN}&reset")
    page.locator("[data-id=tooljet-sidebar]").click(timeout=60_000)
    expect(page.get_by_role("list", name="Apps")).to_be_visible()
    return page


def tab(lab, title):
    """The page inside of a tab."""
    return lab.frame_locator(f"iframe[title={title}]")


def test_an_app_opens_in_a_tab_from_the_sidebar_and_is_there_after_a_reload(lab):
    lab.get_by_role("list", name="Apps").get_by_title("Orders", exact=True).click()
    app = tab(lab, "Orders").frame_locator("iframe")
    expect(app.get_by_role("grid").first).to_be_visible(timeout=30_000)
    lab.wait_for_load_state("networkidle")
    lab.reload()
    app = tab(lab, "Orders").frame_locator("iframe")
    expect(app.get_by_role("grid").first).to_be_visible(timeout=60_000)


def test_a_source_opens_its_form_and_follows_the_theme_of_jupyterlab(lab):
    lab.get_by_role("list", name="Data sources").get_by_role("button", name="shop").click()
    form = tab(lab, "ToolJet")
    expect(form.get_by_label("Database file")).to_be_visible(timeout=30_000)
    for theme, expected in (("JupyterLab Dark", "dark"), ("JupyterLab Light", "light")):
        lab.get_by_role("menuitem", name="Settings").click()
        lab.get_by_text("Theme", exact=True).click()
        lab.get_by_text(theme, exact=True).click()
        expect(form.locator("html")).to_have_attribute("data-theme", expected)


def test_what_is_made_on_the_home_page_appears_in_the_sidebar(lab, demo_server):
    lab.get_by_role("button", name="New app").click()
    home = tab(lab, "ToolJet")
    home.get_by_role("textbox", name="Name").fill("From the tab")
    home.get_by_role("button", name="Make app").click()
    made = lab.get_by_role("list", name="Apps").get_by_role("button", name="From the tab")
    expect(made).to_be_visible()
    demo_server.api("DELETE", "apps/from-the-tab")
