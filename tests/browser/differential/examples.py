"""The examples with answers of a test, and what a person does with them on one day."""

import json
from typing import Any

import msgspec

from tests.browser.differential.case import Case, Step, step, told
from tooljet_jupyter.cli import demo
from tooljet_jupyter.notebook.composition import Composition
from tooljet_jupyter.notebook.loadable import loadable
from tooljet_jupyter.notebook.sources import Source
from tooljet_jupyter.resources import folder

Json = dict[str, Any]
SHOP = {"id": "shop", "name": "shop", "kind": "sqlite", "options": {}}
ORDERS = [
    {
        "id": 300 - n,
        "customer": f"Customer {n}",
        "country": "Spain",
        "status": "open" if n % 2 else "paid",
        "ordered": f"2025-12-{28 - n:02}",
        "total": 10.5 * (n + 1),
        "note": "" if n % 3 else "call first",
    }
    for n in range(8)
]
LATE = [
    {"id": n, "name": f"Ada {n}", "country": "Italy", "status": "open", "total": 5.5 * n, "days": n} for n in range(9)
]
LOW = [{"name": f"Lamp {n}", "category": "Light", "stock": n, "price": 3.5} for n in range(5)]
ANSWERS: Json = {
    "orders": ORDERS,
    "numbers": [{"orders": 43, "revenue": 1234.5, "average": 28.71, "waiting": 7}],
    "months": [{"x": "2025-11", "y": 100}, {"x": "2025-12", "y": 140}],
    "bySegment": [{"label": "Home", "value": 90}, {"label": "Work", "value": 60}],
    "customers": [{"value": 1, "label": "Ada · Italy"}, {"value": 2, "label": "Bob · Spain"}],
    "products": [{"value": 1, "label": "Lamp", "price": 3.5, "stock": 4}],
    "today": [{"orders": 12, "revenue": 3456, "waiting": 9, "low": 5}],
    "late": LATE,
    "low": LOW,
    "totals": [{"orders": 1200, "revenue": 65432.1, "average": 54.5}],
    "newest": ORDERS,
}


def case(definition: Any, steps: list[Step]) -> Case:
    """Return an example as browsers get it, with its answers."""
    viewer = loadable(
        msgspec.to_builtins(definition), version=None, workspace=None, environment=None, queries="stubbed"
    ).viewer
    answers = {query["id"]: {"data": ANSWERS.get(query["name"], [])} for query in viewer["queries"]}
    return Case(viewer, steps, answers)


def example(name: str, steps: list[Step]) -> Case:
    """Return one of the demo's apps."""
    return case(demo.composed(demo.load(folder("examples") / f"{name}.py"), SHOP), steps)


def quickstart(steps: list[Step]) -> Case:
    """Return the app that the quickstart notebook builds, without its server."""
    notebook = json.loads((folder("examples") / "01-quickstart.ipynb").read_text())
    cells = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    building = [cell for cell in cells if "app.query(" in cell or "app.add(" in cell]
    app = Composition()
    names: Json = {"shop": Source.described(SHOP)}
    code = "import tooljet_jupyter as tj\n" + "\n".join(building).replace("\napp\n", "\n")
    names["App"] = lambda _title: app
    exec(code.replace("tj.App(", "App("), names)  # the notebook is ours
    return case(app.definition(), steps)


def examples() -> dict[str, Case]:
    """Return all of them."""
    return {
        "orders": example(
            "orders",
            [
                step("search", "set", value="Ada"),
                step("status", "choose", option="paid"),
                step("status", "set", value=None),
                step("since", "set", value="2025-06-01"),
                step("ordersTable", "page", to="next"),
                step("ordersTable", "click", row=1, column="Customer"),
                step("ordersTable", "edit", row=0, column="Note", value="gift"),
                step(
                    "ordersTable", "edit", row=1, column="Status", value="shipped", label="Shipped", **{"as": "choice"}
                ),
                step("ordersTable", "save"),
                step("deleteOrder", "click"),
                step("$question", "answer", yes=False),
                step("deleteOrder", "click"),
                step("$question", "answer", yes=True),
                step("newOrder", "click"),
                step("submitOrder", "click"),
                step("newCustomer", "choose", option="Bob · Spain"),
                step("newProduct", "choose", option="Lamp"),
                step("newQuantity", "set", value=500),
                step("newQuantity", "set", value=5),
                step("newNote", "set", value="soon"),
                step("submitOrder", "click"),
                step("newOrder", "click"),
                step("cancelOrder", "click"),
            ],
        ),
        "status board": example(
            "status_board",
            [
                step("waitingList", "click", row=2),
                step("waitingList", "page", to="next"),
                step("board", "choose", tab="Low stock"),
                step("lowList", "click", row=0),
                step("board", "choose", tab="About this board"),
                step("board", "choose", tab="Waiting"),
                *told("refresh"),
            ],
        ),
        "quickstart": quickstart(
            [
                step("country", "choose", option="Spain"),
                step("newest", "sort", column="customer"),
                step("newest", "search", text="Customer 3"),
                step("newest", "search", text=""),
                step("newest", "click", row=2, column="customer"),
                step("country", "choose", option="Italy"),
            ]
        ),
    }
