"""Python functions, values and events of an app that is shown in JupyterLab."""

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import expect

from tests.browser.notebooks import choose, opened, run, shown, status

KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}}
COMPOSE = """
import asyncio, datetime, time
import tooljet_jupyter as tj
ws = tj.connect()
app = tj.App("Live", workspace=ws)
def greet(event):
    print("hello", app.components.name.value)
    app.components.greeting.text = f"Hello {app.components.name.value}"
async def slowly():
    await asyncio.sleep(1.2)
    print("slept")
def fails():
    total = 1
    return total / 0
options = [tj.Option(label=name, value=name, default=name == "open") for name in ("open", "paid", "sent")]
app.add(tj.TextInput(name="name", label="Name", value="Ada"),
        tj.DropdownV2(name="status", label="Status", options=options))
app.add(tj.Button(name="greet", text="Greet", on_click=greet), tj.Button(name="slow", text="Slow", on_click=slowly),
        tj.Button(name="fail", text="Fail", on_click=fails), tj.Button(name="plain", text="Plain"))
app.add(tj.Text(name="greeting", text="Nobody yet"))
app.add(tj.Table(name="rows", data=[{"id": n, "who": f"person {n}"} for n in range(40)]), height=300)
app.pages[0]["rows"].on("onRowClicked", lambda event: print("row", event.row["id"], event.component))
app
"""


@pytest.fixture
def lab(page, demo_server, request):
    """Return a function that opens a notebook of the given cells with the first one run."""
    opening = []

    def start(*cells, compose=COMPOSE):
        sources = [compose, *cells]
        path = f"examples/{request.node.name}.ipynb"
        made = [new_code_cell(source.strip()) for source in sources]
        nbformat.write(new_notebook(cells=made, metadata=KERNEL), demo_server.room / path)
        opening.append(opened(page, demo_server, path))
        notebook = opening[0].__enter__()
        run(notebook, 0)
        expect(status(notebook, "Live").first).to_be_visible(timeout=30_000)
        return notebook

    yield start
    for one in opening:
        one.__exit__(None, None, None)


def said(notebook):
    """What Python functions said, below the app."""
    return notebook.locator(".tj-Widget").get_by_role("log").first


def output(notebook, cell):
    """What a cell printed or returned."""
    return notebook.locator(".jp-Notebook .jp-Cell").nth(cell).locator(".jp-OutputArea-output")


def click(app, name):
    """Press a button of the app."""
    app.get_by_role("button", name=name, exact=True).click()


def test_a_function_reads_what_is_shown_and_changes_it(lab):
    notebook = lab()
    app = shown(notebook)
    app.get_by_label("Name").fill("Grace")
    click(app, "Greet")
    expect(app.get_by_text("Hello Grace", exact=True)).to_be_visible()
    expect(said(notebook)).to_contain_text("hello Grace")


def test_a_function_hears_of_the_row(lab):
    notebook = lab()
    shown(notebook).get_by_role("gridcell", name="person 3", exact=True).click()
    expect(said(notebook)).to_contain_text("row 3 rows")


def test_an_error_is_shown_with_the_users_own_line_and_the_app_lives_on(lab):
    notebook = lab()
    app = shown(notebook)
    click(app, "Fail")
    expect(said(notebook)).to_contain_text("ZeroDivisionError: division by zero")
    expect(said(notebook)).to_contain_text("line 13, in fails")
    expect(said(notebook)).to_contain_text("return total / 0")
    click(app, "Greet")
    expect(app.get_by_text("Hello Ada", exact=True)).to_be_visible()


def test_the_header_says_what_runs_and_calls_keep_their_order(lab):
    notebook = lab()
    app = shown(notebook)
    click(app, "Slow")
    click(app, "Greet")
    expect(status(notebook, "Working: slowly()")).to_be_visible()
    expect(said(notebook)).to_contain_text("slept")
    expect(said(notebook)).to_contain_text("hello Ada")
    assert said(notebook).inner_text().index("slept") < said(notebook).inner_text().index("hello Ada")
    expect(status(notebook, "Live")).to_be_visible()


def test_values_are_read_and_set_from_other_cells(lab):
    notebook = lab(
        "app.components.status.value",
        'app.components.status.value = "paid"; app.components.name.value = "Bob"',
        "(app.components.status.value, len(app.components.rows.currentData), app.components.rows.currentData.shape)",
    )
    choose(shown(notebook), "Status", "sent")
    run(notebook, 1)
    expect(output(notebook, 1)).to_have_text("'sent'")
    run(notebook, 2)
    expect(shown(notebook).get_by_label("Name")).to_have_value("Bob")
    expect(shown(notebook).get_by_role("combobox", name="Status")).to_contain_text("paid")
    run(notebook, 3)
    expect(output(notebook, 3)).to_have_text("('paid', 40, (40, 2))")


def test_a_cell_waits_for_an_event(lab):
    notebook = lab('happened = await app.event("plain", "onClick", timeout=20); print("done", happened.component)')
    notebook.locator(".jp-Notebook .jp-Cell").nth(1).click()
    notebook.keyboard.press("Control+Enter")
    expect(notebook.get_by_text("[*]:", exact=True)).to_have_count(1)
    click(shown(notebook), "Plain")
    expect(output(notebook, 1)).to_have_text("done plain")


def save(notebook):
    """Save the notebook, and wait until it is."""
    with notebook.expect_response(lambda answer: "/api/contents/" in answer.url and answer.request.method == "PUT"):
        notebook.locator("[data-jp-item-name=save]").click()


def run_again(notebook):
    """Run the cell that shows the app once more; a click into the app would take the keys."""
    notebook.locator(".jp-Notebook .jp-Cell .cm-content").first.click()
    notebook.keyboard.press("Control+Enter")


def frames(notebook, number):
    """What is inside one of several outputs that show the app."""
    return notebook.locator(".tj-Widget").nth(number).frame_locator("iframe").frame_locator("iframe")


def test_two_outputs_of_one_app_stay_in_step(lab):
    notebook = lab("app")
    run(notebook, 1)
    expect(status(notebook, "Live")).to_have_count(2, timeout=30_000)
    one, two = frames(notebook, 0), frames(notebook, 1)
    one.get_by_label("Name").fill("Grace")
    expect(two.get_by_label("Name")).to_have_value("Grace")
    two.get_by_label("Name").fill("Hopper")
    expect(one.get_by_label("Name")).to_have_value("Hopper")
    click(two, "Greet")
    expect(one.get_by_text("Hello Hopper", exact=True)).to_be_visible()
    expect(two.get_by_text("Hello Hopper", exact=True)).to_be_visible()


def test_two_windows_of_one_notebook_stay_in_step(lab, browser):
    notebook = lab("app.components.name.value")
    save(notebook)
    second = notebook.context.new_page()
    second.goto(notebook.url)
    expect(status(second, "Live")).to_be_visible(timeout=60_000)
    shown(notebook).get_by_label("Name").fill("Grace")
    expect(shown(second).get_by_label("Name")).to_have_value("Grace")
    choose(shown(second), "Status", "sent")
    expect(shown(notebook).get_by_role("combobox", name="Status")).to_contain_text("sent")
    second.close()
    shown(notebook).get_by_label("Name").fill("Alone")
    run(notebook, 1)
    expect(output(notebook, 1)).to_have_text("'Alone'")


def test_a_page_that_is_loaded_again_shows_what_was_entered(lab):
    notebook = lab()
    shown(notebook).get_by_label("Name").fill("Grace")
    click(shown(notebook), "Greet")
    expect(shown(notebook).get_by_text("Hello Grace", exact=True)).to_be_visible()
    save(notebook)
    notebook.reload()
    expect(status(notebook, "Live")).to_be_visible(timeout=60_000)
    expect(shown(notebook).get_by_label("Name")).to_have_value("Grace")
    click(shown(notebook), "Greet")
    expect(said(notebook)).to_contain_text("hello Grace")


def test_links_and_layouts_of_ipywidgets_work_with_the_app_inside(lab):
    notebook = lab(
        """
import ipywidgets
box = ipywidgets.Text(description="Beside")
ipywidgets.link((app.components.name, "value"), (box, "value"))
seen = []
app.components.name.observe(lambda change: seen.append(change.new), "value")
ipywidgets.HBox([box])
""",
        "seen[-1], box.value",
        """
inner = tj.App("Inner", workspace=ws)
inner.add(tj.TextInput(name="word", label="Word", value="inside"))
ipywidgets.VBox([inner, ipywidgets.Label("below")])
""",
    )
    run(notebook, 1)
    expect(notebook.get_by_role("textbox", name="Beside")).to_have_value("Ada")
    shown(notebook).get_by_label("Name").fill("Grace")
    expect(notebook.get_by_role("textbox", name="Beside")).to_have_value("Grace")
    run(notebook, 2)
    expect(output(notebook, 2)).to_have_text("('Grace', 'Grace')")
    notebook.get_by_role("textbox", name="Beside").fill("From beside")
    expect(shown(notebook).get_by_label("Name")).to_have_value("From beside")
    run(notebook, 3)
    expect(frames(notebook, 1).get_by_label("Word")).to_have_value("inside")


def menu(notebook, *names):
    """Choose from JupyterLab's menus."""
    notebook.get_by_role("menubar").get_by_text(names[0], exact=True).first.click()
    for name in names[1:]:
        notebook.get_by_role("menuitem", name=name).first.click()


def test_a_kernel_that_is_gone_is_said_and_running_the_cell_again_brings_the_app_back(lab):
    notebook = lab()
    menu(notebook, "Kernel", "Restart Kernel…")
    notebook.get_by_role("button", name="Confirm Kernel Restart").click()
    expect(status(notebook, "No kernel")).to_be_visible(timeout=30_000)
    expect(notebook.locator(".tj-Widget")).to_contain_text("The kernel is gone")
    shown(notebook).get_by_label("Name").fill("Still here")
    click(shown(notebook), "Greet")
    run_again(notebook)
    expect(status(notebook, "Live")).to_be_visible(timeout=60_000)
    click(shown(notebook), "Greet")
    expect(said(notebook)).to_contain_text("hello Ada")


def test_a_server_that_is_away_is_said_and_the_app_is_back_by_itself(lab):
    notebook = lab(
        """
shop = ws.source("shop")
app.query("count", shop, sql="SELECT count(*) AS n FROM orders WHERE id <= {{components.name.value.length}}",
          run_on_load=True, run_on_change=True)
app.add(tj.Text(name="n", text="{{queries.count.data[0].n}} letters")); None
"""
    )
    run(notebook, 1)
    app = shown(notebook)
    app.get_by_label("Name").fill("Ada!")
    expect(app.get_by_text("4 letters", exact=True)).to_be_visible()
    away = "**/tooljet/api/**"
    notebook.route(away, lambda route: route.abort())
    app.get_by_label("Name").fill("Grace")
    alert = notebook.locator(".tj-Widget").get_by_role("alert")
    expect(alert).to_contain_text("The server cannot be reached")
    expect(alert.get_by_role("button", name="Try again")).to_be_visible()
    notebook.unroute(away)
    expect(alert).to_have_count(0, timeout=15_000)
    expect(app.get_by_text("5 letters", exact=True)).to_be_visible(timeout=30_000)
    expect(app.get_by_label("Name")).to_have_value("Grace")


def test_a_slow_function_does_not_hold_up_the_queries_of_the_app(lab):
    notebook = lab(
        """
shop = ws.source("shop")
app.query("count", shop, sql="SELECT {{components.name.value}} AS said", run_on_change=True)
app.add(tj.Text(name="n", text="said {{queries.count.data[0].said}}"))
app.add(tj.Button(name="block", text="Block", on_click=lambda: time.sleep(6))); None
"""
    )
    run(notebook, 1)
    app = shown(notebook)
    click(app, "Block")
    expect(status(notebook, "Working: <lambda>()")).to_be_visible()
    app.get_by_label("Name").fill("meanwhile")
    expect(app.get_by_text("said meanwhile", exact=True)).to_be_visible(timeout=3_000)
    expect(status(notebook, "Working: <lambda>()")).to_be_visible()
    expect(status(notebook, "Live")).to_be_visible(timeout=10_000)


def test_the_stop_button_ends_a_function_that_never_returns(lab):
    notebook = lab(
        """
def endless():
    while True:
        time.sleep(0.05)
app.add(tj.Button(name="loop", text="Loop", on_click=endless)); None
"""
    )
    run(notebook, 1)
    click(shown(notebook), "Loop")
    expect(status(notebook, "Working: endless()")).to_be_visible()
    menu(notebook, "Kernel", "Interrupt Kernel")
    expect(said(notebook)).to_contain_text("KeyboardInterrupt")
    expect(status(notebook, "Live")).to_be_visible()
