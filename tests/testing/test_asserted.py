"""Which values of an app a failing line looked at."""

import pytest

from tooljet_jupyter.testing.asserted import places


@pytest.mark.parametrize(
    "line, found",
    [
        ('assert app.components.status.text == "open"', ["status.text"]),
        ('assert app.components["a b"].text', ["a b.text"]),
        ("assert len(app.queries.orders.data) == 2", ["queries.orders.data"]),
        ("assert app.variables.x == app.page.name", ["variables.x", "page.name"]),
        ("assert app.components.t.currentData[0]['id'] == 1", ["t.currentData"]),
        ("if app.components.a.value:", ["a.value"]),
        ("    assert other.components.a.value", []),
        ('assert "Saved" in app.sees()', []),
        ("assert app.components.a", []),
        ("broken ((", []),
    ],
)
def test_the_places_of_a_line_are_found(line, found):
    assert sorted(places(line, {"app"})) == sorted(found)
