"""The Orders app with stubs, as a test of it would load and use it."""

import importlib.util
from functools import cache
from types import ModuleType
from typing import Any

from tests.house.checkout import ROOT
from tooljet_jupyter.headless.app import HeadlessApp
from tooljet_jupyter.notebook.composition import Composition
from tooljet_jupyter.notebook.load import load
from tooljet_jupyter.notebook.sources import Source

ROW = {"customer": "Ada", "country": "France", "status": "open", "ordered": "2026-01-01", "total": 10.5, "note": ""}
ROWS = [{"id": number, **ROW} for number in range(1, 21)]
STUBS: dict[str, Any] = {
    "orders": ROWS,
    "numbers": [{"orders": 20, "revenue": 210, "average": 10.5, "waiting": 20}],
    "months": [{"x": "2025-12", "y": 100}, {"x": "2026-01", "y": 110}],
    "bySegment": [{"label": "Retail", "value": 210}],
    "customers": [{"value": 1, "label": "Ada · France"}],
    "products": [{"value": 1, "label": "Pen", "price": 2, "stock": 9}],
    "addOrder": None,
    "deleteOrder": None,
    "saveChanges": None,
}


@cache
def example() -> ModuleType:
    """Return the example that composes the app."""
    spec = importlib.util.spec_from_file_location("orders_example", ROOT / "examples" / "orders.py")
    if spec is None or spec.loader is None:
        raise RuntimeError("examples/orders.py is gone")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def composed() -> Composition:
    """Return the app as it is composed in Python."""
    app = Composition()
    example().compose(app, Source.described({"id": "shop", "name": "shop", "kind": "sqlite"}))
    return app


def fresh() -> HeadlessApp:
    """Return a fresh app; its page loads at the first touch."""
    app = load(composed(), queries="stubbed")
    for name, data in STUBS.items():
        app.stub(name, data)
    return app


def one_test() -> None:
    """Do what a usual test of the app does: a few gestures, then assertions."""
    with fresh() as app:
        app.set("status", "open").click("ordersTable", row=3)
        assert app.components.deleteOrder.buttonText == "Delete order 4"
        app.click("deleteOrder")
        assert app.question is not None
        assert [alert.message for alert in app.alerts] == ["Order deleted"]
        assert app.errors == []
