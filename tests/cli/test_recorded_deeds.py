"""What a person did, read from what the components of an app were told."""

import pytest

from tooljet_jupyter.cli.recording.deeds import Part, Reader
from tooljet_jupyter.wire.recordings import Step

PARTS = {
    "c1": Part("search", "TextInput"),
    "c2": Part("status", "DropdownV2"),
    "c3": Part("save", "Button"),
    "c4": Part("orders", "Table"),
    "c5": Part("board", "Tabs"),
    "c6": Part("list", "Listview"),
    "c7": Part("dialog", "ModalV2"),
    "c8": Part("form", "Form"),
}
ADA, BEN = {"id": 1, "name": "Ada"}, {"id": 2, "name": "Ben"}


def told(*said):
    """Return steps: `("c1", {"value": "x"})` sets, `("c1", "onChange", {...})` fires."""
    steps = []
    for number, (name, what, *detail) in enumerate(said):
        # Values come together with their event.
        given = {"seconds": number / 10 if isinstance(what, dict) else (number - 1) / 10, "name": name}
        if isinstance(what, dict):
            steps.append(Step(kind="set", values=what, **given))
        else:
            steps.append(Step(kind="fire", event=what, values=detail[0] if detail else None, **given))
    return steps


def deeds(*said):
    return [(deed.verb, deed.target, deed.detail) for deed in Reader(PARTS).read(told(*said))[1:]]


def test_typed_letters_are_one_value():
    typed = [step for text in ("A", "Ad", "Ada") for step in (("c1", {"value": text}), ("c1", "onChange"))]
    around = [("c1", "onFocus"), *typed, ("c1", "onBlur"), ("c1", {"$touched": True})]
    assert deeds(*around) == [("set", "search", {"value": "Ada"})]


def test_one_field_after_another_are_two_deeds():
    assert deeds(("c1", {"value": "x"}), ("c2", {"value": "open"}), ("c2", "onSelect"), ("c1", {"value": "y"})) == [
        ("set", "search", {"value": "x"}),
        ("set", "status", {"value": "open"}),
        ("set", "search", {"value": "y"}),
    ]


def test_a_component_in_a_row_keeps_its_row():
    assert deeds(("c3@2", "onClick")) == [("click", "save@2", {})]


def test_a_click_on_a_row_names_the_row():
    clicked = [("c4", {"selectedRowId": 1}), ("c4", "onRowClicked", {"rowData": BEN})]
    assert deeds(*clicked) == [("click", "orders", {"row": BEN})]
    assert deeds(("c4", "onClick", {"ref": "delete", "rowData": ADA})) == [
        ("click", "orders", {"row": ADA, "button": "delete"})
    ]


def test_a_row_is_selected_by_its_box_too():
    assert deeds(("c4", {"selectedRowId": 1})) == [("select", "orders", {"selectedRowId": 1})]


def test_a_double_click_is_one_click_and_a_later_one_is_another():
    click = ("c4", "onRowClicked", {"rowData": ADA})
    assert len(deeds(click, click)) == 1
    assert len(deeds(click, *[("c3", "onHover")] * 9, click)) == 2


def edited(row, note):
    return ("c4", "onCellValueChanged", {"rowData": {**row, "note": note}, "cellValue": note})


def test_an_edit_names_the_cell_also_beside_older_edits():
    first = [("c4", {"changeSet": {"0": {"note": "x"}}}), edited(ADA, "x")]
    second = [
        ("c4", "onRowClicked", {"rowData": BEN}),
        ("c4", {"changeSet": {"0": {"note": "x"}, "1": {"note": "y"}}}),
        edited(BEN, "y"),
        ("c4", "onBulkUpdate"),
    ]
    assert deeds(*first, *second) == [
        ("edit", "orders", {"row": {**ADA, "note": "x"}, "column": "note", "value": "x"}),
        ("click", "orders", {"row": BEN}),
        ("edit", "orders", {"row": {**BEN, "note": "y"}, "column": "note", "value": "y"}),
        ("save", "orders", {}),
    ]


@pytest.mark.parametrize(
    "said, deed",
    [
        ([("c4", {"pageIndex": 2}), ("c4", "onPageChanged")], ("page", "orders", {"pageIndex": 2})),
        ([("c4", {"searchText": "a"}), ("c4", "onSearch")], ("search", "orders", {"text": "a"})),
        ([("c6", {"pageIndex": 2})], ("page", "list", {"pageIndex": 2})),
        ([("c5", {"currentTab": "two"}), ("c5", "onTabSwitch")], ("click", "board", {"tab": "two"})),
        ([("c7", {"show": False}), ("c7", "onClose")], ("close", "dialog", {})),
        ([("c1", "onEnterPressed")], ("fire", "search", {"event": "onEnterPressed", "detail": {}})),
        (
            [("c6", {"selectedRecordId": 3}), ("c6", "onRecordClicked"), ("c6", "onRowClicked")],
            ("click", "list", {"record": 3}),
        ),
    ],
)
def test_events_have_their_words(said, deed):
    assert deeds(*said) == [deed]


def test_fields_that_a_form_made_are_set_one_by_one():
    made = [{"$made": {"values": {"name": name, "age": age}}} for name, age in (("", None), ("A", None), ("A", 7))]
    assert deeds(*[("c8", values) for values in made]) == [
        ("set", "form", {"field": "name", "value": "A"}),
        ("set", "form", {"field": "age", "value": 7}),
    ]


def test_what_is_seen_belongs_to_the_deed_before_it():
    steps = told(("c3", "onClick"))
    steps += [
        Step(kind="answer", seconds=1, values=True),
        Step(kind="alert", seconds=2, name="success", values="Saved"),
        Step(kind="state", seconds=3, name="c1", values={"value": ""}),
    ]
    opened, saved = Reader(PARTS).read([Step(kind="start", seconds=0, values={"device": "mobile"}), *steps])
    assert (saved.answers, saved.alerts, saved.shown) == ([True], ["Saved"], {"c1": {"value": ""}})
    assert (opened.answers, opened.alerts, opened.shown) == ([], [], {})


def test_a_page_that_is_loaded_again_begins_anew():
    start = Step(kind="start", seconds=0, values={"device": "mobile"})
    reader = Reader(PARTS)
    deeds = reader.read([start, *told(("c3", "onClick"), ("c1", {"value": "x"})), start, *told(("c3", "onClick"))])
    assert [deed.verb for deed in deeds] == ["open", "click"]
    assert reader.thrown_away == 2
