"""The apps that are opened in a browser."""

from typing import Any

from tests.bench.data import MANY

INPUTS = 20
OTHERS = {"Button": 20, "Checkbox": 10, "DropdownV2": 10, "Statistics": 10, "NumberInput": 10}


def component(kind: str, number: int, props: dict[str, Any], place: int) -> dict[str, Any]:
    """Return one component of a grid four wide."""
    layout = {"left": place % 4 * 10 + 1, "top": place // 4 * 60 + 10, "width": 9, "height": 40}
    name = f"{kind.lower()}{number}"
    return {"id": name, "name": name, "type": kind, "props": props, "layouts": {"desktop": layout}}


def hundred() -> dict[str, Any]:
    """Return an app of 100 components: inputs, texts that read them, and others."""
    wanted = [("TextInput", number, {"value": f"start {number}"}) for number in range(INPUTS)]
    reading = "{{components.textinput%d.value}}"
    wanted += [("Text", number, {"text": f"Typed: {reading % number}"}) for number in range(INPUTS)]
    wanted += [
        (kind, number, {"label": f"{kind} {number}", "visibility": "{{components.textinput0.value !== ''}}"})
        for kind, count in OTHERS.items()
        for number in range(count)
    ]
    parts = [component(*given, place) for place, given in enumerate(wanted)]
    return {
        "homePage": "home",
        "pages": [{"id": "home", "name": "Home", "handle": "home", "components": parts}],
        "queries": [],
    }


def large_table(source: str) -> dict[str, Any]:
    """Return an app that shows 100,000 rows in one table, without pages."""
    props = {"data": "{{queries.rows.data}}", "enablePagination": False}
    table = component("Table", 0, props, 0) | {
        "layouts": {"desktop": {"left": 1, "top": 10, "width": 41, "height": 700}}
    }
    options = {"mode": "sql", "query": LARGE, "runOnPageLoad": True}
    query = {"id": "rows", "name": "rows", "kind": "postgresql", "source": source, "options": options}
    return {
        "homePage": "home",
        "pages": [{"id": "home", "name": "Home", "handle": "home", "components": [table]}],
        "queries": [query],
    }


# Ten times the rows that there are.
LARGE = (
    MANY.partition(" WHERE ")[0].replace("SELECT id,", "SELECT id + 10000 * turn AS id,")
    + ", generate_series(0, 9) AS turn"
)
