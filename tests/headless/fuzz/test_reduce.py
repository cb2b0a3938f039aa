"""Scripts become short: whatever is not needed for the finding is left out."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tooljet_jupyter.headless.fuzz.literal import literal
from tooljet_jupyter.headless.fuzz.reduce import reduce
from tooljet_jupyter.headless.fuzz.steps import Waiting, doing
from tooljet_jupyter.headless.fuzz.values import dates, numbers, texts

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.sets(st.integers(0, 11), min_size=1))
def test_only_the_steps_that_are_needed_stay(needed):
    steps = tuple(Waiting(number) for number in range(12))
    short = reduce(steps, lambda some: needed <= {int(step.seconds) for step in some}, tries=200)
    assert {int(step.seconds) for step in short} == needed


def test_two_steps_that_undo_each_other_go_together():
    row, save, other = doing("orders", "click", row=0), doing("save", "click"), doing("note", "set", value="x")
    steps = (other, row, row, save)
    short = reduce(steps, lambda some: save in some and some.count(row) % 2 == 0, tries=50)
    assert short == (save,)


def test_nothing_is_tried_more_often_than_allowed():
    tried = []
    reduce(tuple(Waiting(number) for number in range(50)), lambda some: tried.append(some) is not None, tries=7)
    assert len(tried) == 7


def test_a_step_is_written_as_a_person_would():
    assert str(doing("name", "set", value='say "hi"')) == 'app.set("name", "say \\"hi\\"")'
    assert str(doing("orders", "click", row=2)) == 'app.click("orders", row=2)'
    assert str(doing("status", "choose", option="open")) == 'app.gesture("status", "choose", option="open")'


@settings(max_examples=200)
@given(VALUES)
def test_a_value_as_code_is_that_value(value):
    assert eval(literal(value)) == value


def test_a_field_is_first_given_what_it_asks_for():
    assert texts({"regex": r"^\d{3}-\d{4}$", "maxLength": 8})[0] == "000-0000"
    assert texts({"placeholder": "12"})[0] == "12"
    assert 5 <= len(texts({"minLength": 5, "maxLength": 6})[0]) <= 6
    assert numbers({"minValue": 10, "maxValue": 20})[:2] == [10, 20]
    assert dates({"minDate": "2026-03-01"})[0] == "2026-03-01"
