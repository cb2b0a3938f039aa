"""The page as a viewer finds it: searched, printed and compared."""

import pytest

from tests.headless.building import component, on
from tooljet_jupyter.errors import NotFound
from tooljet_jupyter.headless.seen import tree

PAGE = {
    "role": "document",
    "name": "Orders",
    "children": [
        {"role": "heading", "name": "Orders", "states": {"level": 1}, "children": []},
        {"role": "button", "name": "Save", "states": {"disabled": True}, "instance": "c1", "children": []},
        {"role": "textbox", "name": "Note", "value": "urgent", "description": "For the warehouse", "children": []},
        {"role": "list", "children": ["Ada", {"role": "button", "name": "Save", "children": []}]},
    ],
}
OUTLINE = """
- document "Orders":
  - heading "Orders" [level=1]
  - button "Save" [disabled]
  - textbox "Note" = urgent:
    - description: For the warehouse
  - list:
    - text: Ada
    - button "Save"
"""


def test_a_page_prints_as_an_outline():
    assert str(tree(PAGE)) == repr(tree(PAGE)) == OUTLINE.strip()


def test_a_page_is_compared_with_text_or_another_page():
    assert tree(PAGE) == OUTLINE
    assert tree(PAGE) == "    " + OUTLINE.strip().replace("\n", "\n    ")
    assert tree(PAGE) == tree(PAGE)
    assert tree(PAGE) != "- document"
    assert tree(PAGE) != 7
    assert len({tree(PAGE), tree(PAGE)}) == 1


@pytest.mark.parametrize("text", ["Orders", "urgent", "warehouse", "Ada"])
def test_everything_that_can_be_read_is_on_it(text):
    assert text in tree(PAGE)


def test_what_is_not_there_is_not_on_it():
    assert "Ben" not in tree(PAGE)
    assert 7 not in tree(PAGE)
    assert tree(PAGE).find(role="list") in tree(PAGE)


def test_things_are_found_by_role_name_and_state():
    page = tree(PAGE)
    assert page.find(role="button", name="Save").states == {"disabled": True}
    assert page.find(role="button", name="Save", disabled=False).states == {}
    assert page.find("textbox").value == "urgent"
    assert [found.name for found in page.find_all(role="button")] == ["Save", "Save"]
    assert page.find_all(role="button", name="Cancel") == []


@pytest.mark.parametrize(
    "wanted, message",
    [
        ({"role": "button", "name": "Safe"}, 'There is no button "Safe" on the page; did you mean "Save"?'),
        ({"role": "buton"}, "There is no role buton; did you mean button?"),
        ({"role": "heading", "name": "Orders", "level": 3}, "There is heading Orders on the page, but not [level=3]"),
    ],
)
def test_what_is_not_found_is_answered_with_near_names(wanted, message):
    with pytest.raises(NotFound) as raised:
        tree(PAGE).find(**wanted)
    assert raised.value.message == message


def test_a_running_app_is_seen(app_of):
    events = [on("onClick", "show-alert", alertType="success", message="Order added")]
    app = app_of(component("Button", "save", text="Save", events=events))
    assert "Order added" not in app.sees()
    assert "Order added" in app.click("save").sees()
    assert app.sees().find(role="button", name="Save")
    assert "Order added" not in app.wait(10).sees()


def test_everything_that_can_be_done_is_listed(app_of):
    app = app_of(component("Button", "save", text="Save"), component("Button", "no", text="No", disabledState=True))
    found = [(gesture["target"], gesture["kind"]) for gesture in app.gestures()]
    assert ("save", "click") in found
    assert ("no", "click") not in found
