"""Tables: rows, tools, kinds of cells, what fails, cards on a phone."""

from tests.browser.differential.case import Case, step
from tests.browser.differential.parts import app, on, part, query

ROWS = [
    {
        "id": 1,
        "name": "Ada",
        "ok": True,
        "state": "open",
        "tags": ["x", "y"],
        "born": "2026-01-02",
        "stars": 3,
        "site": "example.com",
        "facts": {"a": 1},
        "note": "long",
    },
    {
        "id": 2,
        "name": "Bob",
        "ok": False,
        "state": "paid",
        "tags": [],
        "born": "2025-12-31",
        "stars": 4.5,
        "site": "no link",
        "facts": [1],
        "note": "",
    },
    {
        "id": 3,
        "name": "Cy",
        "ok": None,
        "state": "other",
        "tags": ["z"],
        "born": None,
        "stars": None,
        "site": None,
        "facts": None,
        "note": None,
    },
]

STATES = [{"label": "Open", "value": "open"}, {"label": "Paid", "value": "paid"}]

COLUMNS = [
    {"id": "c1", "key": "id", "name": "Id", "columnType": "number"},
    {"id": "c2", "key": "name", "name": "Name", "columnType": "string", "isEditable": True, "minLength": 2},
    {"id": "c3", "key": "ok", "name": "Ok", "columnType": "boolean", "isEditable": True},
    {"id": "c4", "key": "state", "name": "State", "columnType": "select", "isEditable": True, "options": STATES},
    {
        "id": "c5",
        "key": "tags",
        "name": "Tags",
        "columnType": "newMultiSelect",
        "isEditable": True,
        "options": [{"label": "X", "value": "x"}, {"label": "Y", "value": "y"}, {"label": "Z", "value": "z"}],
    },
    {
        "id": "c6",
        "key": "born",
        "name": "Born",
        "columnType": "datepicker",
        "dateFormat": "DD/MM/YYYY",
        "isEditable": True,
    },
    {"id": "c7", "key": "stars", "name": "Stars", "columnType": "rating", "isEditable": True},
]

MORE = [
    {
        "id": "d1",
        "key": "id",
        "name": "Id",
        "columnType": "number",
        "decimalPlaces": 2,
        "isEditable": True,
        "minValue": 0,
    },
    {"id": "d2", "key": "site", "name": "Site", "columnType": "link"},
    {"id": "d3", "key": "facts", "name": "Facts", "columnType": "json", "isEditable": True},
    {"id": "d4", "key": "note", "name": "Note", "columnType": "text", "isEditable": True},
    {"id": "d5", "key": "ok", "name": "Ok", "columnType": "boolean"},
    {
        "id": "d6",
        "key": "name",
        "name": "Loud",
        "columnType": "string",
        "transformation": "{{cellValue.toUpperCase()}}",
    },
]

TABLE_ROWS = Case(
    app(
        part("Table", "people", height=420, data=ROWS, title="People", columns=COLUMNS, showBulkUpdateActions=True),
    ),
    [
        step("people", "click", row=0),
        step("people", "click", row=1, column="State"),
        step("people", "click", row=1, column="State"),
        step("people", "click", row=0, column="Ok"),
        step("people", "edit", row=1, column="Name", value="Bobby"),
        step("people", "edit", row=1, column="Name", value="B"),
        step("people", "press", key="Escape"),
        step("people", "edit", row=0, column="State", value="paid", label="Paid", **{"as": "choice"}),
        step("people", "edit", row=1, column="Tags", value=["X", "Z"], **{"as": "choice"}),
        step("people", "edit", row=2, column="Born", value="2026-03-04"),
        step("people", "edit", row=0, column="Stars", value=5, **{"as": "stars"}),
        step("people", "discard"),
        step("people", "edit", row=0, column="Name", value="Adele"),
        step("people", "save"),
        step("people", "hover", row=2),
    ],
)

TABLE_TOOLS = Case(
    app(
        part(
            "Table",
            "people",
            height=460,
            data=[*ROWS, *({"id": n, "name": f"P{n}", "ok": n % 2 == 0, "state": "open"} for n in range(4, 16))],
            title="People",
            columns=COLUMNS[:4],
            rowsPerPage=5,
            showAddNewRowButton=True,
            showBulkSelector=True,
            actions=[
                {"name": "del", "buttonText": "Delete"},
                {"name": "off", "buttonText": "Off", "disableActionButton": True},
            ],
        ),
    ),
    [
        step("people", "sort", column="Name"),
        step("people", "sort", column="Name"),
        step("people", "sort", column="Name"),
        step("people", "page", to="next"),
        step("people", "page", to="previous"),
        step("people", "select", row=0),
        step("people", "select", row=2),
        step("people", "selectAll"),
        step("people", "selectAll"),
        step("people", "click", row=1, button="Delete"),
        step("people", "search", text="p1"),
        step("people", "search", text="zzz"),
        step("people", "clear"),
        step("people", "filter", column="Name", condition="contains", value="P"),
        step("people", "filter", line=1, column="Ok", condition="equals", value="Yes"),
        step("people", "filter", line=0, remove=True),
        step("people", "filter", clear=True),
        step("people", "close"),
        step("people", "show", column="Id"),
        step("people", "show", column="Id"),
        step("people", "close"),
        step("people", "add", rows=[{"Name": "Zoe", "Ok": True}]),
        step("people", "add", rows=[{"Name": "Yan"}, {"Name": "Xi", "State": "paid"}]),
    ],
)

TABLE_KINDS = Case(
    app(
        part(
            "Table",
            "kinds",
            height=320,
            data=ROWS,
            title="",
            columns=MORE,
            displaySearchBox=False,
            showFilterButton=False,
            hideColumnSelectorButton=True,
            showDownloadButton=False,
            enablePagination=False,
            showBulkUpdateActions=True,
            headerCasing="uppercase",
        ),
        part("Table", "made", height=260, data=[{"a": 1, "b": {"c": 2}}], title="Made"),
        part("Table", "off", height=120, data=ROWS, title="Off", columns=MORE, disabledState=True),
        part("Table", "wait", height=200, data=[], title="Wait", columns=MORE, loadingState=True),
    ),
    [
        step("kinds", "click", row=0),
        step("kinds", "follow", row=0, column="Site"),
        step("kinds", "edit", row=0, column="Id", value="-3"),
        step("kinds", "press", key="Escape"),
        step("kinds", "edit", row=0, column="Id", value="1,234"),
        step("kinds", "edit", row=1, column="Note", value="two words", **{"as": "lines"}),
        step("kinds", "edit", row=0, column="Facts", value='{"b": 2}', **{"as": "lines"}),
        step("made", "click", row=0, column="a"),
    ],
)

TABLE_SUPPLY = Case(
    app(
        part("Table", "empty", height=260, data=[], title="Empty", columns=COLUMNS[:2], showAddNewRowButton=True),
        part("Table", "bad", height=340, data="{{queries.bad.data}}", title="Bad", columns=COLUMNS[:2]),
        part(
            "Table",
            "server",
            height=300,
            data="{{queries.rows.data}}",
            title="Server",
            columns=COLUMNS[:2],
            serverSidePagination=True,
            totalRecords=9,
            serverSideRowsPerPage=3,
        ),
        part("Button", "run", on("onClick", "run-query", queryId="bad"), text="Run"),
        queries=[query("bad"), query("rows", runOnPageLoad=True)],
    ),
    [
        step("run", "click"),
        step("bad", "retry"),
        step("server", "page", to="next"),
        step("server", "page", to="next"),
        step("server", "click", row=0),
    ],
    {"bad": {"error": "No such table"}, "rows": {"data": ROWS}},
)

CARDS = Case(
    app(
        part("Table", "people", height=420, data=ROWS, title="People", columns=COLUMNS[:4]),
        part("TextInput", "field", label="Field"),
        part("Button", "save", text="Save"),
        part("Container", "box", height=160, showHeader=False),
        part("Text", "inside", parent="box", text="Inside"),
    ),
    [step("field", "set", value="x"), step("save", "click")],
    device="mobile",
)

CASES = {
    "table rows": TABLE_ROWS,
    "table tools": TABLE_TOOLS,
    "table kinds": TABLE_KINDS,
    "table supply": TABLE_SUPPLY,
    "cards": CARDS,
}
