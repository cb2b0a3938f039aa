"""What a test reads of an app: components, queries, variables, pages, and names it got wrong."""

import pytest

from tests.headless.building import component, on, page, script, sql
from tooljet_jupyter.errors import Invalid, NotFound

ROWS = [{"id": 1, "name": "Ada"}, {"id": 2, "name": "Ben"}]


@pytest.fixture
def orders(app_of):
    """An app with a table of two rows and a text that counts them."""
    app = app_of(
        component("Table", "table1", data="{{queries.orders.data}}"),
        component("Text", "total", text="{{queries.orders.data.length}} orders"),
        component("TextInput", "status", label="Status"),
        queries=[sql("orders", runOnPageLoad=True)],
    )
    return app.stub("orders", ROWS)


def test_a_component_shows_what_it_exposes(orders):
    assert orders.components.table1.currentData == ROWS
    assert orders.components.total.text == "2 orders"
    assert orders.components["total"]["text"] == "2 orders"


def test_a_query_shows_its_data_and_state(orders):
    assert orders.queries.orders.data == ROWS
    assert orders.queries.orders.isLoading is False
    assert orders.queries.orders.error is None
    assert repr(orders.queries.orders) == "<query orders: ready>"


def test_any_expression_of_the_app_can_be_read(orders):
    assert orders.read("queries.orders.data.map(row => row.name).join()") == "Ada,Ben"
    with pytest.raises(Invalid, match="nothing is not defined"):
        orders.read("nothing.at.all")


def test_dates_sets_and_nothing_are_read_as_json(orders):
    assert orders.read("new Date(0)") == "1970-01-01T00:00:00.000Z"
    assert orders.read("new Set([1, 2])") == [1, 2]
    assert orders.read("undefined") is None
    assert orders.read("[NaN, Infinity]") == [None, None]


def test_names_are_listed_and_found(orders):
    assert list(orders.components) == ["table1", "total", "status"]
    assert "status" in orders.components
    assert "nope" not in orders.components
    assert list(orders.queries) == ["orders"]
    assert "currentData" in dir(orders.components.table1)


@pytest.mark.parametrize(
    "wrong, message",
    [
        (lambda app: app.components.totl, "There is no component totl on the page Home; did you mean total?"),
        (lambda app: app.components.total.txt, "There is no value txt of total, a Text; did you mean text?"),
        (lambda app: app.queries.order, "There is no query order; did you mean orders?"),
        (lambda app: app.queries.orders.dta, "There is no value dta of the query orders; did you mean data?"),
        (lambda app: app.click("Status"), "There is no component Status on the page Home; did you mean status?"),
        (lambda app: app.stub("zzz", []), "There is no query zzz; there is orders"),
        (lambda app: app.goto("hme"), "There is no page hme; did you mean home?"),
        (lambda app: app.run("ordrs"), "There is no query ordrs; did you mean orders?"),
    ],
)
def test_a_wrong_name_is_answered_with_near_ones(orders, wrong, message):
    with pytest.raises(NotFound) as raised:
        wrong(orders)
    assert raised.value.message == message


def test_variables_are_none_until_they_are_set(app_of):
    app = app_of(queries=[script("mark", "await actions.setVariable('mark', {deep: [1]})")])
    assert app.variables.mark is None
    app.run("mark")
    assert app.variables.mark == {"deep": [1]}
    assert dict(app.variables) == {"mark": {"deep": [1]}}
    assert repr(app.variables) == "<variables: {'mark': {'deep': [1]}}>"


def test_pages_change_and_remember_their_variables(app_of):
    leave = component("Button", "go", text="Go", events=[on("onClick", "switch-page", pageId="second")])
    mark = script("mark", "await actions.setPageVariable('seen', true)")
    app = app_of(pages=[page("first", leave), page("second", component("Text", "hello", text="Hi"))], queries=[mark])
    assert (app.page.name, app.page.handle) == ("First", "first")
    app.click("go")
    assert app.page.handle == "second"
    app.run("mark")
    assert app.page.variables.seen is True
    with pytest.raises(NotFound, match="There is no component go on the page Second; it is on First"):
        app.click("go")
    assert app.goto("first").page.handle == "first"


def test_an_app_opens_where_it_is_told_and_with_parameters(app_of):
    shown = component("Text", "who", text="{{globals.urlparams.who}} {{globals.currentUser.email}} {{constants.unit}}")
    app = app_of(
        pages=[page("first"), page("second", shown)],
        page="second",
        params={"who": "Ada"},
        user={"email": "ada@example.com"},
        constants={"unit": "€"},
    )
    assert app.components.who.text == "Ada ada@example.com €"
    assert app.globals["environment"] == {"name": "development"}


def test_a_page_that_is_not_there_is_said_at_once(app_of):
    with pytest.raises(NotFound, match="There is no page secnd; did you mean second"):
        app_of(pages=[page("first"), page("second")], page="secnd").start()


def test_the_device_decides_what_is_shown(app_of):
    wide = component("Text", "wide", text="For a desk", showOnDesktop=True, showOnMobile=False)
    small = component("Text", "small", text="For a hand", showOnDesktop=False, showOnMobile=True)
    assert "For a desk" in app_of(wide, small).sees()
    assert "For a desk" not in app_of(wide, small, device="mobile").sees()
    with pytest.raises(Invalid, match="There is no device tablet; there is desktop or mobile"):
        app_of(wide, device="tablet").start()


def test_an_event_and_an_action_can_be_started_past_the_page(app_of):
    field = component("TextInput", "name", events=[on("onChange", "set-custom-variable", key="heard", value="yes")])
    app = app_of(field)
    app.fire("name", "onChange")
    assert app.variables.heard == "yes"
    app.act("name", "setText", "Ada")
    assert app.components.name.value == "Ada"


ROW_HEARD = "{{components.table1.selectedRow.name}} {{rowData.id}}"


@pytest.mark.parametrize("row", [1, ROWS[1], {"rowData": ROWS[1]}])
def test_an_event_of_a_row_knows_its_row(app_of, row):
    handler = on("onRowClicked", "set-custom-variable", key="heard", value=ROW_HEARD)
    app = app_of(component("Table", "table1", data=f"{{{{{ROWS}}}}}", events=[handler]))
    app.fire("table1", "onRowClicked", row)
    assert app.variables.heard.endswith("2")
    if row != {"rowData": ROWS[1]}:
        assert app.components.table1.selectedRow == ROWS[1]


def test_an_event_of_a_row_that_is_not_there_is_refused(app_of):
    app = app_of(component("Table", "table1", data=f"{{{{{ROWS}}}}}"))
    for row in (7, {"id": 9}):
        with pytest.raises(Invalid, match="There is no row .*; there are 2"):
            app.fire("table1", "onRowClicked", row)


def test_the_app_can_choose_its_colours(app_of):
    toggle = script("mode", "await actions.toggleAppMode(parameters.to)", parameters=[{"name": "to"}])
    app = app_of(queries=[toggle])
    app.run("mode", to="dark")
    assert app.globals["theme"]["name"] == "dark"
    app.run("mode", to="auto")
    assert app.globals["theme"]["name"] == "light"


def test_a_query_runs_with_parameters_and_gives_its_data(app_of):
    double = script("double", "return parameters.number * 2", parameters=[{"name": "number", "defaultValue": "1"}])
    app = app_of(queries=[double])
    assert app.run("double", number=21) == 42


def test_what_is_wrong_in_a_binding_is_in_the_log(app_of):
    app = app_of(component("Text", "title", text="{{nothing.here}}"))
    assert [str(entry) for entry in app.errors] == ["error: title.text: nothing is not defined"]
    assert app.errors[0].detail == {"expression": "nothing.here"}
    assert app.errors[0].time == app.now


def test_an_app_says_what_it_is(orders):
    assert repr(orders) == "<HeadlessApp 'App'>"
    assert repr(orders.page) == "<page 'Home' (home)>"


def test_app_code_finds_what_a_browser_has(app_of):
    code = """
    const url = new URL('../b?x=1', 'https://example.com/a/');
    url.searchParams.append('y', btoa('z'));
    const text = new TextDecoder().decode(new TextEncoder().encode('ä'));
    return [String(url), atob('eg=='), structuredClone({deep: [1]}), text, _.chunk([1, 2, 3], 2), moment.utc(0).year()];
    """
    app = app_of(queries=[script("use", code)])
    assert app.run("use") == ["https://example.com/b?x=1&y=eg%3D%3D", "z", {"deep": [1]}, "ä", [[1, 2], [3]], 1970]


def test_app_code_does_not_find_what_no_app_may_use(app_of):
    names = ["fetch", "window", "document", "process", "WebAssembly", "SharedArrayBuffer", "tooljetEngine"]
    reads = ", ".join(f"typeof {name}" for name in names)
    assert set(app_of().read(f"[{reads}]")) == {"undefined"}
