"""An app in its cell while the notebook goes on: changes, mistakes, the theme, a cell that is moved."""

import base64

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import expect

from tests.browser.notebooks import choose, opened, run, shown, status

SHOW = """
import tooljet_jupyter as tj
ws = tj.connect()
shop = ws.source("shop")
app = tj.App("Life", workspace=ws)
app.query("orders", shop, sql="SELECT id, status FROM orders WHERE status = {{components.status.value}} LIMIT 5",
          run_on_load=True, run_on_change=True)
options = [tj.Option(label=name, value=name, default=name == "shipped") for name in ("shipped", "delivered")]
app.add(tj.DropdownV2(name="status", label="Status", options=options))
app.add(tj.Table(name="orders", data=tj.expr("queries.orders.data")))
app
"""
CHANGE = 'app.add(tj.Text(text="More below")); None'
BREAK = 'app.add(tj.Text(name="broken", text="{{ never closed")); None'
MEND = 'app.pages[0].rows[-1].components[0].text = "Mended"'


@pytest.fixture
def lab(page, demo_server, request):
    """A notebook whose first cell shows an app, with that cell run."""
    cells = [new_code_cell(source.strip()) for source in (SHOW, CHANGE, BREAK, MEND)]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}}
    path = f"examples/{request.node.name}.ipynb"
    nbformat.write(new_notebook(cells=cells, metadata=kernel), demo_server.room / path)
    with opened(page, demo_server, path) as notebook:
        run(notebook, 0)
        expect(status(notebook, "Live")).to_be_visible(timeout=30_000)
        yield notebook


def cells_with(app, text):
    """The cells of the table that show a text."""
    return app.get_by_role("gridcell", name=text, exact=True)


def test_a_change_in_another_cell_keeps_what_the_user_chose(lab):
    app = shown(lab)
    choose(app, "Status", "delivered")
    expect(cells_with(app, "delivered")).to_have_count(5)
    run(lab, 1)
    expect(app.get_by_text("More below")).to_be_visible()
    expect(cells_with(app, "delivered")).to_have_count(5)


def test_a_mistake_is_said_with_its_place_and_the_app_goes_on(lab):
    run(lab, 2)
    alert = lab.locator(".tj-Widget").get_by_role("alert")
    expect(alert).to_contain_text("One thing in this app cannot work")
    expect(alert).to_contain_text("Page Home, broken")
    expect(status(lab, "Not up to date")).to_be_visible()
    expect(cells_with(shown(lab), "shipped").first).to_be_visible()
    run(lab, 3)
    expect(alert).to_have_count(0)
    expect(shown(lab).get_by_text("Mended")).to_be_visible()


def test_the_app_follows_jupyterlabs_theme(lab):
    app = shown(lab).locator(".tj-App").first
    lab.evaluate("document.body.dataset.jpThemeLight = 'true'")
    expect(app).to_have_css("color-scheme", "light")
    lab.evaluate("document.body.dataset.jpThemeLight = 'false'")
    expect(app).to_have_css("color-scheme", "dark")
    expect(lab.locator(".tj-Widget .panel")).to_have_css("color-scheme", "dark")


def test_an_output_that_is_taken_out_and_put_back_starts_again(lab):
    lab.locator(".tj-Widget").evaluate(
        "widget => { const place = widget.parentNode; widget.remove(); place.append(widget); }"
    )
    expect(status(lab, "Live")).to_be_visible(timeout=30_000)
    expect(cells_with(shown(lab), "shipped").first).to_be_visible()


def test_running_the_cell_again_leaves_one_app(lab):
    run(lab, 0)
    expect(status(lab, "Live")).to_have_count(1, timeout=30_000)
    expect(lab.locator(".tj-Widget")).to_have_count(1)


def test_the_app_is_made_higher_by_its_grip(lab):
    stage, grip = lab.locator(".tj-Widget .stage"), lab.locator(".tj-Widget").get_by_role("separator")
    before = stage.bounding_box()["height"]
    grip.focus()
    lab.keyboard.press("ArrowUp")
    expect(grip).to_have_attribute("aria-valuenow", str(round(before) - 40))
    place = grip.bounding_box()
    lab.mouse.move(place["x"] + 50, place["y"] + 4)
    lab.mouse.down()
    lab.mouse.move(place["x"] + 50, place["y"] - 96, steps=4)
    lab.mouse.up()
    expect(grip).to_have_attribute("aria-valuenow", str(round(before) - 140))


PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
LISTED = """
seen = tj.App("Seen", workspace=ws, allowedHosts=["img.example.com"])
seen.add(tj.Image(name="listed", source="https://img.example.com/a.png"),
         tj.Image(name="other", source="https://other.example.com/b.png"))
seen
"""


def test_an_unsaved_app_shows_images_of_the_hosts_that_it_lists_and_of_no_other(page, demo_server):
    asked = []

    def answer(route):
        asked.append(route.request.url)
        route.fulfill(body=PICTURE, content_type="image/png")

    page.context.route("https://*.example.com/**", answer)
    path = "examples/images.ipynb"
    cells = [new_code_cell(f"import tooljet_jupyter as tj\nws = tj.connect()\n{LISTED.strip()}")]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}}
    nbformat.write(new_notebook(cells=cells, metadata=kernel), demo_server.room / path)
    with opened(page, demo_server, path) as notebook:
        run(notebook, 0)
        expect(status(notebook, "Live")).to_be_visible(timeout=30_000)
        image = shown(notebook).locator("[data-instance=page-home-listed] img")
        expect(image).to_have_js_property("naturalWidth", 1)
    assert set(asked) == {"https://img.example.com/a.png"}
