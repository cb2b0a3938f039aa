"""Why an assert about a page failed, in a line or two."""

import pytest

from tooljet_jupyter.headless.seen import Seen
from tooljet_jupyter.testing import pytest_assertrepr_compare

PAGE = Seen(
    "document",
    "Orders",
    children=(
        Seen("heading", "To pack", states={"level": 2}),
        Seen("button", "Pack order 7", states={"disabled": True}),
        Seen("status", children=("Order added",)),
        "Nothing to pack.",
    ),
)


def said(left, op, right):
    return pytest_assertrepr_compare(None, op, left, right)


@pytest.mark.parametrize(
    "text, words",
    [
        ("Order addd", "'Order addd' is not on the page; nearest: 'Order added', 'Pack order 7'"),
        ("pack  order", "'pack  order' is not on the page; nearest: 'Pack order 7'"),
        ("Nothing to pakc", "'Nothing to pakc' is not on the page; nearest: 'Nothing to pack.'"),
        ("zzz", "'zzz' is not on the page, nor anything like it"),
    ],
)
def test_a_missing_text_is_said_with_its_neighbours(text, words):
    assert said(text, "in", PAGE) == [words]


def test_a_text_that_should_not_be_there_is_shown_where_it_is():
    assert said("pack", "not in", PAGE) == ["'pack' is on the page: 'To pack', 'Nothing to pack.'"]


@pytest.mark.parametrize("expected_first", [True, False])
def test_two_pages_differ_line_by_line(expected_first):
    expected = str(PAGE).replace(" [disabled]", "")
    pair = (expected, PAGE) if expected_first else (PAGE, expected)
    assert said(pair[0], "==", pair[1]) == [
        "the page is another one (- expected, + on the page)",
        '  - document "Orders":',
        '    - heading "To pack" [level=2]',
        '-   - button "Pack order 7"',
        '+   - button "Pack order 7" [disabled]',
        "    - status:",
        "      - text: Order added",
        "    - text: Nothing to pack.",
    ]


def test_other_comparisons_are_left_to_pytest():
    assert said("a", "in", ["b"]) is None
    assert said(PAGE, "<", 1) is None
    assert said("a", "==", "b") is None
