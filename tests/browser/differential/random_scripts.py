"""Random apps whose parts depend on each other, and random gestures out of those that are possible at the moment."""

import random
from typing import Any

from tests.browser.differential.case import Case, Step, switch
from tests.browser.differential.cases_fields import FRUIT
from tests.browser.differential.parts import app, control, on, part, query

Json = dict[str, Any]
TEXTS = ["", "Ada", "a longer text", "42", "x1", "  spaces ", "ünï", "<b>", "{{1}}"]
NUMBERS = [-1, 0, 3, 7.25, 100]
DATES = ["2026-02-03", "2026-02-28", ""]
# What is done with hands in Chromium as well; the rest of the gestures has its tables of steps.
KINDS = {
    "Button": {"click"},
    "Checkbox": {"click", "set"},
    "ToggleSwitchV2": {"click"},
    "TextInput": {"set", "type", "clear"},
    "TextArea": {"set"},
    "NumberInput": {"set", "step", "clear"},
    "DropdownV2": {"choose", "clear"},
    "DatePickerV2": {"set"},
    "Tabs": {"choose"},
    "Listview": {"click", "page"},
    "Table": {"click", "sort", "page", "search"},
    "Icon": {"click"},
    "Link": {"click"},
    "ModalV2": {"open", "close"},
}


def random_case(seed: int) -> Case:
    """Return a random app; its script is made while it runs."""
    chance = random.Random(seed)
    parts = [[unhovered(component) for component in make(chance)] for make in chance.sample(PARTS, 7)]
    buttons = [switch(f"tell{n}", *chance.choice(TOLD)) for n in range(2)]
    known = {component["name"] for group in parts for component in group}
    told = [unhovered(button) for button in buttons if button["events"][0]["componentId"] in known]
    rows = [{"n": n, "name": chance.choice(TEXTS) or "none"} for n in range(chance.randrange(7))]
    definition = app(
        *(component for group in parts for component in group), *told, queries=[query("rows", runOnPageLoad=True)]
    )
    return Case(definition, [], {"rows": chance.choice([{"data": rows}, {"data": rows}, {"error": "No such table"}])})


def unhovered(component: Json) -> Json:
    """Return a component that says nothing of the pointer: what a closing menu uncovers depends on the layout."""
    heard = [event for event in component["events"] if event["eventId"] != "onHover"]
    return {**component, "events": heard}


def next_step(chance: random.Random, possible: list[Json], types: dict[str, str], definition: Json) -> Step | None:
    """Return one of the possible gestures with a detail of its own."""
    usable = [one for one in possible if one["kind"] in KINDS.get(types.get(one["target"].split("@")[0], ""), set())]
    usable = [one for one in usable if "button" not in one["detail"]]
    if not usable:
        return None
    one = chance.choice(usable)
    detail = {key: valued(chance, choice) for key, choice in one["detail"].items()}
    return one["target"], one["kind"], titled(detail, definition)


def valued(chance: random.Random, choice: Json) -> Any:
    """Return a value for one entry of a detail."""
    if "choices" in choice:
        return chance.choice(choice["choices"])
    values: dict[str, list[Any]] = {"text": TEXTS, "number": NUMBERS, "date": DATES, "boolean": [True, False]}
    return chance.choice(values[choice["type"]])


def titled(detail: Json, definition: Json) -> Json:
    """Return a detail in the words on the screen: a tab by its title, a column by its name."""
    if "tab" in detail:
        return {**detail, "tab": {"t0": "One", "t1": "Two"}[detail["tab"]]}
    if "column" in detail:
        return {**detail, "column": {"n": "No", "name": "Name"}[detail["column"]]}
    return detail


def hint(chance: random.Random) -> str:
    """Return a binding to something that other parts show."""
    return chance.choice(
        [
            "{{components.field.value}}",
            "{{components.amount.value ?? 0}}",
            "{{queries.rows.data.length}}",
            "{{components.box.value}}",
        ]
    )


def flag(chance: random.Random) -> Any:
    """Return whether a part can be used: mostly, or when a box is ticked."""
    return chance.choice([False, False, "{{components.box.value === true}}"])


PARTS = [
    lambda chance: [
        part(
            "TextInput",
            "field",
            label=chance.choice(["Field", ""]),
            mandatory=chance.random() < 0.5,
            showClearBtn=True,
            disabledState=flag(chance),
        )
    ],
    lambda chance: [part("TextArea", "area", label="Area", height=80, value=hint(chance))],
    lambda chance: [
        part(
            "NumberInput",
            "amount",
            label="Amount",
            minValue=chance.choice([None, 2]),
            decimalPlaces=chance.choice([0, 1, 2]),
            showClearBtn=True,
        )
    ],
    lambda chance: [part("Checkbox", "box", label="Box", mandatory=chance.random() < 0.5)],
    lambda chance: [part("ToggleSwitchV2", "turn", label="Turn", disabledState=flag(chance))],
    lambda chance: [
        part("DropdownV2", "menu", label="Menu", options=FRUIT, showClearBtn=True, mandatory=chance.random() < 0.5)
    ],
    lambda chance: [part("DatePickerV2", "day", label="Day", dateFormat="YYYY-MM-DD", mandatory=chance.random() < 0.5)],
    lambda chance: [
        part("Text", "echo", text=f"Echo {hint(chance)}", visibility=chance.choice([True, "{{!components.box.value}}"]))
    ],
    lambda chance: [
        part(
            "Button",
            "say",
            on("onClick", "show-alert", message=f"Said {hint(chance)}", alertType="info"),
            text=hint(chance),
            disabledState=flag(chance),
        )
    ],
    lambda chance: [
        part("Icon", "icon", icon="IconHome"),
        part("Link", "link", linkText=hint(chance), linkTarget="https://example.com"),
    ],
    lambda chance: [
        part(
            "Tabs",
            "tabs",
            height=140,
            tabItems=[{"id": "t0", "title": "One"}, {"id": "t1", "title": "Two"}],
            defaultTab="t0",
            renderOnlyActiveTab=chance.random() < 0.5,
        ),
        part("TextInput", "inone", parent="tabs-t0", label="In one"),
        part("Button", "intwo", control("onClick", "tabs", "setTab", id="t0"), parent="tabs-t1", text="In two"),
    ],
    lambda chance: [
        part(
            "Listview",
            "list",
            height=200,
            data="{{queries.rows.data}}",
            rowHeight=60,
            enablePagination=True,
            rowsPerPage=2,
        ),
        part("Text", "item", parent="list", text="{{listItem.name}}"),
    ],
    lambda chance: [
        part(
            "Table",
            "table",
            height=330,
            data="{{queries.rows.data}}",
            title=chance.choice(["Table", ""]),
            rowsPerPage=3,
            columns=[
                {"id": "n", "key": "n", "name": "No", "columnType": "number"},
                {"id": "name", "key": "name", "name": "Name"},
            ],
            showBulkSelector=chance.random() < 0.3,
        )
    ],
    lambda chance: [
        part("ModalV2", "modal", triggerButtonLabel="Open", showHeader=False),
        part("TextInput", "inmodal", parent="modal", label="In modal", mandatory=True),
    ],
    lambda chance: [
        part(
            "Statistics",
            "figure",
            height=120,
            primaryValueLabel="Figure",
            primaryValue=hint(chance),
            hideSecondary=True,
        )
    ],
]
TOLD = [
    ("field", "setText"),
    ("box", "setChecked"),
    ("menu", "clear"),
    ("turn", "toggle"),
    ("table", "deselectRow"),
    ("list", "setVisibility"),
    ("amount", "clear"),
    ("echo", "setText"),
]
