"""Why a value is what it is, as a test prints it."""

import pytest

from tests.headless.building import component, on, script, sql
from tooljet_jupyter.errors import Invalid


@pytest.fixture
def app(app_of):
    """An app whose text depends on a query and a field."""
    app = app_of(
        component("TextInput", "name", label="Name"),
        component("Text", "title", text="{{queries.orders.data.length}} orders of {{components.name.value}}"),
        component("Button", "load", text="Load", events=[on("onClick", "run-query", queryId="orders")]),
        queries=[sql("orders"), script("mark", "await actions.setVariable('mark', 1)")],
    )
    return app.stub("orders", [1, 2])


def test_a_text_says_its_binding_and_what_that_read(app):
    app.set("name", "Ada").wait(61).click("load")
    assert str(app.why("title.text")).splitlines() == [
        'title.text is "2 orders of Ada"',
        "  its binding: {{queries.orders.data.length}} orders of {{components.name.value}}",
        "  last changed by the answer of orders, after load.onClick (09:01:01)",
        "  - queries.orders.data is [1,2]",
        "      last changed by the answer of orders, after load.onClick (09:01:01)",
        '  - name.value is "Ada"',
        "      last changed by name was set (09:00:00)",
    ]


def test_the_parts_can_be_asked_for(app):
    why = app.set("name", "Ada").why("title.text")
    assert why.value == "0 orders of Ada"
    assert why.find("name.value").is_set
    assert why.find("name.value").changed.event == "name was set"
    assert why.find("nothing") is None


def test_a_value_that_an_action_set_says_so(app):
    app.act("title", "setText", "Other")
    assert "(set past it)" in str(app.why("title.text"))
    app.run("mark")
    assert str(app.why("variables.mark")).splitlines() == [
        "variables.mark is 1",
        "  last changed by a run of mark (09:00:00)",
    ]


def test_a_long_value_is_cut(app):
    app.stub("orders", list(range(1000))).click("load")
    assert "characters)" in str(app.why("queries.orders.data"))


def test_a_place_that_does_not_exist_is_said(app):
    with pytest.raises(Invalid, match=r"There is nothing to ask about at titel\.text"):
        app.why("titel.text")
