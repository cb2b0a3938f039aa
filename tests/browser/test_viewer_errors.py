"""The viewer when things go wrong: at the server, in a query, in the app itself."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import apps
from tests.services.demo import demo

NUMBERS = """WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
             SELECT i AS id, 'Row ' || i AS name FROM n"""
# Milliseconds: a hung app is stopped after five seconds, and started again carefully.
PATIENCE = 30_000


@pytest.fixture
def shop(demo_server):
    """The id of the data source of the demo."""
    return next(source["id"] for source in demo_server.api("GET", "sources") if source["name"] == "shop")


def trouble(page):
    """The message that stands in an app's place."""
    return page.get_by_role("alert")


def test_an_unknown_app_is_said_to_be_unknown(page, demo_server):
    page.goto(demo_server.link("apps/nothing-of-that-name"))
    expect(trouble(page)).to_contain_text("There is no such app")
    expect(trouble(page)).to_contain_text("The link may be mistyped")
    expect(page.locator("iframe")).to_have_count(0)


def test_an_app_without_a_release_says_so_until_it_has_one(page, app, demo_server):
    definition = apps.app(apps.text("hello", "Hello"))
    demo_server.api("POST", "apps", {"name": "Later", "slug": "later", "definition": definition})
    page.goto(demo_server.link("apps/later"))
    expect(trouble(page)).to_contain_text("This app is not released yet")
    draft = demo_server.api("GET", "apps/later/versions")[0]
    demo_server.api("POST", "apps/later/release", {"version": draft["id"]})
    trouble(page).get_by_role("button", name="Try again").click()
    expect(app.get_by_text("Hello", exact=True)).to_be_visible()


def test_a_stranger_is_sent_to_the_login(page, demo_server):
    page.goto(f"{demo_server.url}/tooljet/apps/orders")
    expect(page).to_have_url(re.compile(r"/login\?next=%2Ftooljet%2Fapps%2Forders"))


def test_a_server_that_stops_and_comes_back(page, app, tmp_path):
    with demo(tmp_path, orders=200) as first:
        page.goto(first.link("apps/orders"))
        expect(app.get_by_role("gridcell").first).to_be_visible()
        port = first.port
    app.get_by_role("textbox", name="Customer").fill("Ada")
    expect(app.get_by_text("The server cannot be reached.").first).to_be_visible()
    expect(app.get_by_role("gridcell").first).to_be_visible()
    with demo(tmp_path, port, orders=200):
        app.get_by_role("textbox", name="Customer").fill("Ad")
        expect(app.get_by_role("gridcell", name=re.compile("Ad")).first).to_be_visible()


def test_a_page_that_cannot_reach_its_server_tries_again_when_told(page, app, demo_server):
    page.route("**/released*", lambda route: route.abort())
    page.goto(demo_server.link("apps/status-board"))
    expect(trouble(page)).to_contain_text("The server cannot be reached")
    page.unroute("**/released*")
    trouble(page).get_by_role("button", name="Try again").click()
    expect(app.get_by_role("tab", name="Waiting")).to_be_visible()


def test_a_failing_query_leaves_the_old_rows_where_they_are(page, app, demo_server, shop):
    number = "abs(CASE WHEN {{variables.bad ?? 0}} THEN -9223372036854775808 ELSE 7 END)"
    statement = f"SELECT 'seven: ' || {number} AS n FROM orders LIMIT 3"
    definition = apps.app(
        apps.button("break", "Break it", actionId="set-custom-variable", key="bad", value="{{1}}"),
        apps.button("again", "Run again", **apps.run("rows")),
        apps.text("said", "{{queries.rows.error?.message ?? 'all is well'}}"),
        apps.component("table", "Table", data="{{queries.rows.data}}", height=300),
        queries=[apps.sql("rows", shop, statement, runOnPageLoad=True)],
    )
    page.goto(demo_server.release("failing", definition))
    expect(app.get_by_role("gridcell", name="seven: 7")).to_have_count(3)
    app.get_by_role("button", name="Break it").click()
    app.get_by_role("button", name="Run again").click()
    expect(app.get_by_text("integer overflow").first).to_be_visible()
    expect(app.get_by_role("gridcell", name="seven: 7")).to_have_count(3)


def test_a_slow_answer_that_comes_late_is_dropped(page, app, demo_server, shop, query_gate):
    parameters = [{"name": "word", "defaultValue": ""}]
    statement = "SELECT {{parameters.word}} AS word"
    buttons = [apps.button(word, word, **apps.run("echo"), parameters={"word": word}) for word in ("first", "second")]
    definition = apps.app(
        *buttons,
        apps.text("state", "{{queries.echo.isLoading ? 'running' : 'at rest'}}"),
        apps.text("answer", "{{`answer: ${queries.echo.data[0]?.word ?? 'none'}`}}"),
        queries=[apps.sql("echo", shop, statement, parameters=parameters)],
    )
    page.goto(demo_server.release("slow", definition))
    for word in ("first", "second"):
        with page.expect_request("**/queries/echo/run"):
            app.get_by_role("button", name=word).click()
        expect(app.get_by_text("running", exact=True)).to_be_visible()
    first, second = query_gate.held
    with page.expect_response("**/queries/echo/run"):
        second.continue_()
    expect(app.get_by_text("answer: second")).to_be_visible()
    expect(app.get_by_text("at rest", exact=True)).to_be_visible()
    with page.expect_response("**/queries/echo/run"):
        first.continue_()
    page.wait_for_load_state("networkidle")
    expect(app.get_by_text("answer: second")).to_be_visible()


def test_an_endless_loop_in_a_binding_is_named_and_left_out(page, app, demo_server):
    definition = apps.app(
        apps.text("rest", "{{`clicked ${variables.count ?? 0}`}}"),
        apps.text("stuck", "{{(() => { while (true); })()}}"),
        apps.button(
            "count", "Count", actionId="set-custom-variable", key="count", value="{{(variables.count ?? 0) + 1}}"
        ),
    )
    page.goto(demo_server.release("endless", definition))
    notice = app.get_by_text("“stuck.text” took more than 5 seconds again and is left out.")
    expect(notice).to_be_visible(timeout=PATIENCE)
    app.get_by_role("button", name="Count").click()
    expect(app.get_by_text("clicked 1", exact=True)).to_be_visible()


def test_a_runaway_script_is_stopped_and_the_app_goes_on(page, app, demo_server):
    definition = apps.app(
        apps.component("name", "TextInput", label="Name"),
        apps.button("loop", "Loop", **apps.run("runaway")),
        apps.text("echo", "{{`hello ${components.name.value}`}}"),
        queries=[apps.script("runaway", "while (true);")],
    )
    page.goto(demo_server.release("runaway", definition))
    app.get_by_role("textbox", name="Name").fill("Ada")
    expect(app.get_by_text("hello Ada", exact=True)).to_be_visible()
    app.get_by_role("button", name="Loop").click()
    expect(app.get_by_text(re.compile("“runaway.*took more than 5 seconds"))).to_be_visible(timeout=PATIENCE)
    app.get_by_role("textbox", name="Name").fill("Ben")
    expect(app.get_by_text("hello Ben", exact=True)).to_be_visible()


def test_a_frame_that_went_away_is_noticed_and_restarted(page, app, demo_server):
    page.goto(demo_server.link("apps/status-board"))
    expect(app.get_by_role("tab", name="Waiting")).to_be_visible()
    page.frames[1].evaluate("() => { location.href = 'about:blank' }")
    expect(trouble(page)).to_contain_text("This app stopped answering", timeout=PATIENCE)
    trouble(page).get_by_role("button", name="Restart").click()
    expect(app.get_by_role("tab", name="Waiting")).to_be_visible()


def test_a_hundred_thousand_rows_scroll_to_the_last(page, app, demo_server, shop):
    table = apps.component("table", "Table", data="{{queries.rows.data}}", height=400, enablePagination=False)
    definition = apps.app(table, queries=[apps.sql("rows", shop, NUMBERS, runOnPageLoad=True)])
    page.goto(demo_server.release("many", definition))
    expect(app.get_by_role("gridcell", name="Row 1", exact=True)).to_be_visible(timeout=PATIENCE)
    assert app.get_by_role("row").count() < 100
    app.get_by_role("grid").evaluate("grid => { grid.scrollTop = grid.scrollHeight }")
    expect(app.get_by_role("gridcell", name="Row 100000", exact=True)).to_be_visible()
    assert app.get_by_role("row").count() < 100


def test_very_long_words_stay_inside_the_page(page, app, demo_server):
    long = "Donaudampfschifffahrt" * 2000
    rows = "{{[{id: 1, name: '" + long + "'}]}}"
    definition = apps.app(
        apps.text("words", long),
        apps.component("table", "Table", data=rows, height=300),
        apps.component("go", "Button", text=long),
    )
    page.goto(demo_server.release("long", definition))
    expect(app.get_by_role("gridcell").first).to_be_visible()
    width, room = app.locator("html").evaluate("root => [root.scrollWidth, root.clientWidth]")
    assert width <= room


def test_two_viewers_do_not_see_each_other_s_state(page, app, browser, demo_server):
    page.goto(demo_server.link("apps/orders"))
    expect(app.get_by_role("gridcell").first).to_be_visible()
    other = browser.new_context().new_page()
    other.goto(demo_server.link("apps/orders"))
    theirs = other.frame_locator("iframe")
    expect(theirs.get_by_role("gridcell").first).to_be_visible()
    theirs.get_by_role("textbox", name="Customer").fill("nobody of that name")
    expect(theirs.get_by_role("gridcell")).to_have_count(0)
    expect(app.get_by_role("gridcell").first).to_be_visible()
    expect(app.get_by_role("textbox", name="Customer")).to_have_value("")
    other.context.close()


def test_pages_parameters_and_the_way_back(page, app, demo_server):
    words = apps.text("who", "{{`who: ${globals.urlparams.who ?? 'nobody'}`}}")
    there = apps.button("go", "Go", actionId="switch-page", pageId="page-second", queryParams=[["who", "Ben"]])
    definition = apps.pages({"first": [words, there], "second": [{**words, "id": "who2", "name": "who2"}]})
    link = demo_server.release("places", definition)
    page.goto(f"{link}&who=Ada")
    expect(app.get_by_text("who: Ada")).to_be_visible()
    app.get_by_role("button", name="Go").click()
    expect(page).to_have_url(f"{demo_server.url}/tooljet/apps/places/second?who=Ben")
    expect(app.get_by_text("who: Ben")).to_be_visible()
    page.go_back()
    expect(app.get_by_text("who: Ada")).to_be_visible()
    expect(app.get_by_role("button", name="Go")).to_be_visible()
    page.go_forward()
    expect(app.get_by_text("who: Ben")).to_be_visible()
    page.goto(f"{demo_server.url}/tooljet/apps/places/second?who=Cleo")
    expect(app.get_by_text("who: Cleo")).to_be_visible()
    page.reload()
    expect(app.get_by_text("who: Cleo")).to_be_visible()
    page.goto(f"{demo_server.url}/tooljet/apps/places/nowhere")
    expect(app.get_by_role("button", name="Go").or_(trouble(page))).to_be_visible()
