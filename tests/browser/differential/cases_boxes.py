"""What holds others: boxes, tabs, dialogs, forms, lists, pages."""

from tests.browser.differential.case import Case, step, switch, told
from tests.browser.differential.cases_fields import FRUIT
from tests.browser.differential.parts import app, on, page, pages, part, query

BOXES = Case(
    app(
        part("Container", "box", height=200, showHeader=True),
        part("Text", "head", parent="box-header", text="Head"),
        part("Button", "inner", parent="box", text="Inside"),
        part("Container", "off", height=120, disabledState=True),
        part("Button", "stuck", parent="off", text="Stuck"),
        part("Container", "wait", height=120, loadingState=True),
        part("Button", "later", parent="wait", text="Later"),
        part(
            "Tabs",
            "tabs",
            height=200,
            tabItems=[
                {"id": "t0", "title": "One"},
                {"id": "t1", "title": "Two"},
                {"id": "t2", "title": "Three", "disable": True},
            ],
            defaultTab="t0",
        ),
        part("TextInput", "first", parent="tabs-t0", label="First"),
        part("TextInput", "second", parent="tabs-t1", label="Second"),
        part(
            "Tabs",
            "lazy",
            height=120,
            renderOnlyActiveTab=True,
            hideTabs=True,
            tabItems=[{"id": "a", "title": "A"}, {"id": "b", "title": "B"}],
        ),
        part("Text", "atext", parent="lazy-a", text="In A"),
        switch("go", "tabs", "setTab", id="t0"),
        switch("shut", "tabs", "setTabDisable", id="t1", value=True),
        switch("free", "off", "setDisable", disable=False),
        switch("ready", "wait", "setLoading", loading=False),
        switch("hide", "box", "setVisibility", visible=False),
    ),
    [
        step("inner", "click"),
        step("first", "set", value="x"),
        step("tabs", "choose", tab="Two"),
        step("second", "type", text="abc"),
        step("tabs", "choose", tab="One"),
        step("tabs", "choose", tab="Two"),
        *told("go", "shut", "free", "ready"),
        step("stuck", "click"),
        step("later", "click"),
        *told("hide"),
    ],
)

MODALS = Case(
    app(
        part("ModalV2", "ask", triggerButtonLabel="Open it", showHeader=True, showFooter=True, size="lg"),
        part("Text", "head", parent="ask-header", text="Title"),
        part("TextInput", "field", parent="ask", label="Field", mandatory=True),
        part("DropdownV2", "menu", parent="ask", label="Menu", options=FRUIT),
        part("Button", "done", on("onClick", "close-modal", modal="ask"), parent="ask-footer", text="Done"),
        part(
            "ModalV2",
            "quiet",
            useDefaultButton=False,
            hideCloseButton=True,
            hideOnEsc=False,
            closeOnClickingOutside=True,
        ),
        part("Text", "inquiet", parent="quiet", text="Quiet"),
        part("ModalV2", "off", triggerButtonLabel="Off", disabledTrigger=True),
        part("ModalV2", "hidden", triggerButtonLabel="Hidden", visibility=False),
        part("Text", "inhidden", parent="hidden", text="Shown all the same"),
        part("Button", "show", on("onClick", "show-modal", modal="quiet"), text="Show"),
        part("Button", "showhidden", on("onClick", "show-modal", modal="hidden"), text="Show hidden"),
        part("Button", "sure", on("onClick", "run-query", queryId="delete"), text="Delete"),
        queries=[
            query(
                "delete",
                requestConfirmation=True,
                confirmationMessage="Really?",
                showSuccessNotification=True,
                successMessage="Gone",
            )
        ],
    ),
    [
        step("ask", "open"),
        step("menu", "choose", option="a"),
        step("field", "set", value="x"),
        step("field", "set", value=""),
        step("ask", "close"),
        step("ask", "open"),
        step("ask", "press", key="Escape"),
        step("ask", "open"),
        step("done", "click"),
        step("show", "click"),
        step("quiet", "click", outside=True),
        step("showhidden", "click"),
        step("hidden", "close"),
        step("sure", "click"),
        step("$question", "answer", yes=False),
        step("sure", "click"),
        step("$question", "answer", yes=True),
    ],
    {"delete": {"data": []}},
)

FORMS = Case(
    app(
        part(
            "Form",
            "form",
            on("onSubmit", "run-query", queryId="send"),
            height=300,
            showHeader=True,
            showFooter=True,
            buttonToSubmit="send",
        ),
        part("Text", "head", parent="form-header", text="New"),
        part("TextInput", "name", parent="form", label="Name", mandatory=True),
        part("NumberInput", "age", parent="form", label="Age", value=1, minValue=0),
        part("Button", "send", parent="form-footer", text="Send"),
        part(
            "Form",
            "made",
            height=420,
            showHeader=False,
            showFooter=False,
            generateFormFrom="rawJson",
            JSONData={"first_name": "Ada", "age": 3, "ok": True, "tags": ["x"], "born": "2026-01-02"},
        ),
        part(
            "Form",
            "schema",
            height=420,
            showHeader=False,
            showFooter=False,
            generateFormFrom="jsonSchema",
            newJsonSchema={
                "required": ["mail"],
                "properties": {"mail": {"type": "string", "title": "Mail"}, "kind": {"enum": ["a", "b"]}},
            },
        ),
        switch("submit", "schema", "submitForm"),
        switch("reset", "made", "resetForm"),
        queries=[query("send", showSuccessNotification=True, successMessage="Sent")],
    ),
    [
        step("send", "click"),
        step("name", "set", value="Ada"),
        step("send", "click"),
        step("made", "set", field="first_name", label="First name", value="Grace", **{"as": "TextInput"}),
        step("made", "set", field="age", label="Age", value=40, **{"as": "NumberInput"}),
        step("made", "click", field="ok", label="Ok", **{"as": "Checkbox"}),
        step("reset", "click"),
        step("submit", "click"),
        step("schema", "set", field="mail", label="Mail", value="a@b.c", **{"as": "TextInput"}),
        step("submit", "click"),
    ],
    {"send": {"data": []}},
)

LISTS = Case(
    app(
        part(
            "Listview",
            "list",
            height=260,
            data="{{queries.people.data}}",
            rowHeight=80,
            enablePagination=True,
            rowsPerPage=2,
        ),
        part("Text", "who", parent="list", text="{{listItem.name}}"),
        part(
            "Button",
            "greet",
            on("onClick", "set-custom-variable", key="greeted", value="{{listItem.name}}"),
            parent="list",
            text="Greet {{listItem.name}}",
        ),
        part("Listview", "empty", height=120, data=[]),
        part("Listview", "bad", height=240, data="{{queries.bad.data}}"),
        part("Button", "run", on("onClick", "run-query", queryId="bad"), text="Run"),
        queries=[query("people", runOnPageLoad=True), query("bad")],
    ),
    [
        step("list", "click", row=1),
        step("greet@0", "click"),
        step("list", "page", to="next"),
        step("list", "click", row=2),
        step("list", "page", to="previous"),
        step("run", "click"),
        step("bad", "unfold"),
        step("bad", "retry"),
    ],
    {"people": {"data": [{"name": "Ada"}, {"name": "Bob"}, {"name": "Cy"}]}, "bad": {"error": "No such table"}},
)

PAGES = Case(
    pages(
        [
            page(
                "Home",
                [
                    part("TextInput", "field", label="Field"),
                    part("Button", "next", on("onClick", "switch-page", pageId="Second"), text="Next"),
                ],
            ),
            page(
                "Second",
                [part("Text", "there", text="{{page.name}} {{variables.visits}}")],
                [on("onPageLoad", "set-custom-variable", key="visits", value="{{(variables.visits ?? 0) + 1}}")],
            ),
            {**page("Third", []), "disabled": True},
        ]
    ),
    [
        step("field", "set", value="kept?"),
        step("$page", "click", page="second"),
        step("$page", "click", page="home"),
        step("next", "click"),
        step("$page", "click", page="second"),
    ],
)

CASES = {"boxes": BOXES, "modals": MODALS, "forms": FORMS, "lists": LISTS, "pages": PAGES}
