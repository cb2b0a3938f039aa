"""The quickstart in JupyterLab: run cell by cell, the app live in its cell, the link opened at the end."""

import pytest
from playwright.sync_api import expect

from tests.browser.notebooks import choose, opened, run, shown, status

NOTEBOOK = "examples/01-quickstart.ipynb"
CELLS = 9


@pytest.fixture
def notebook(page, demo_server):
    """The quickstart, open and not yet run."""
    with opened(page, demo_server, NOTEBOOK) as lab:
        yield lab


@pytest.fixture
def without_pages(page):
    """The page gets nothing of what the server built, as where a notebook runs far from its server."""
    page.context.route("**/tooljet/static/**", lambda route: route.abort())


def count_of(demo_server, country):
    """The number of orders of a country, past the product."""
    sql = "SELECT count(*) FROM orders o JOIN customers c ON c.id = customer_id WHERE country = ?"
    ((count,),) = demo_server.rows(sql, country)
    return f"{count:,}"


def test_the_quickstart_shows_a_live_app_and_releases_it(notebook, demo_server):
    run(notebook, 0, CELLS)
    expect(status(notebook, "Live")).to_be_visible(timeout=30_000)
    app = shown(notebook)
    expect(app.get_by_text(count_of(demo_server, "Germany"), exact=True)).to_be_visible()
    expect(app.get_by_role("grid").get_by_role("row")).not_to_have_count(1)
    choose(app, "Country", "Japan")
    expect(app.get_by_text(count_of(demo_server, "Japan"), exact=True)).to_be_visible()
    with notebook.expect_popup() as opening:
        notebook.locator(".jp-OutputArea").get_by_role("link", name="/tooljet/apps/sales-by-country").click()
    viewer = opening.value.frame_locator("iframe")
    expect(viewer.get_by_text(count_of(demo_server, "Germany"), exact=True)).to_be_visible(timeout=30_000)


def test_without_a_server_in_reach_the_kernel_brings_the_app(without_pages, notebook, demo_server):
    asked = []
    notebook.on("request", lambda request: asked.append(request.url))
    run(notebook, 0, CELLS)
    expect(status(notebook, "Live")).to_be_visible(timeout=60_000)
    app = shown(notebook)
    expect(app.get_by_text(count_of(demo_server, "Germany"), exact=True)).to_be_visible()
    choose(app, "Country", "Japan")
    expect(app.get_by_text(count_of(demo_server, "Japan"), exact=True)).to_be_visible()
    assert [url for url in asked if url.endswith(("apps/preview", "queries/run"))] == []
