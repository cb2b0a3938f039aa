"""Where components stand when nobody said: a page that looks designed."""

from itertools import pairwise

import pytest

import tooljet_jupyter as tj
from tooljet_jupyter.errors import Invalid
from tooljet_jupyter.notebook.composition import Composition


def laid(*rows, **given):
    """Return the places of the components of these rows, as (top, left, width, height)."""
    app = Composition()
    for row in rows:
        app.add(*row, **given)
    app.definition()
    return [tuple(part.layouts["desktop"]) for row in rows for part in row]


def test_cards_of_one_row_share_the_page_in_equal_parts():
    places = laid([tj.Statistics(), tj.Statistics(), tj.Statistics()])
    assert [place[1] for place in places] == [1, 14.67, 28.33]
    assert places[-1][1] + places[-1][2] == 42
    for one, other in pairwise(places):
        assert one[1] + one[2] == pytest.approx(other[1])


def test_rows_do_not_overlap():
    first, second, third = laid([tj.Text()], [tj.Table()], [tj.Button()])
    assert first[0] + first[3] + 10 == second[0]
    assert second[0] + second[3] + 10 == third[0]


def test_charts_and_tables_of_one_row_end_together():
    chart, table = laid([tj.Chart(), tj.Table()])
    assert chart[3] == table[3] == 460


def test_a_field_is_no_wider_than_a_third_of_the_page():
    ((_, left, width, height),) = laid([tj.DropdownV2(label="Status")])
    assert (left, width, height) == (1, 13, 60)


def test_a_field_without_a_label_is_one_line_high():
    ((*_, height),) = laid([tj.TextInput()])
    assert height == 40


def test_a_button_stands_beside_the_field_not_beside_its_label():
    field, button = laid([tj.TextInput(label="Customer"), tj.Button(text="Search")])
    assert (field[0], button[0]) == (20, 40)


def test_a_button_is_as_wide_as_its_text_and_the_title_takes_the_rest():
    title, button = laid([tj.Text(text="Orders"), tj.Button(text="New order")])
    assert (title[1], button[1] + button[2]) == (1, 42)
    assert button[2] < 6


def test_widths_say_the_proportion_and_may_leave_room():
    first, second = laid([tj.Chart(), tj.Chart()], widths=[1, 1, 2])
    assert (first[2], second[2], second[1] + second[2]) == (10.25, 10.25, 21.5)


def test_a_row_needs_a_width_for_each_component():
    with pytest.raises(Invalid, match="a width for each"):
        laid([tj.Chart(), tj.Chart()], widths=[1])


def test_a_height_holds_for_the_whole_row():
    assert {place[3] for place in laid([tj.Chart(), tj.Statistics()], height=300)} == {300}


def test_a_layout_of_ones_own_is_kept():
    assert laid([tj.Button(layout=tj.Layout(7, 3, 9, 50))]) == [(7, 3, 9, 50)]


def test_a_container_is_as_high_as_what_is_in_it():
    box = tj.Container(children=[tj.TextInput(label="Name"), tj.TextArea(label="Note")])
    ((*_, height),) = laid([box])
    assert height == 10 + 60 + 10 + 120 + 20


def test_a_form_has_room_for_its_header_and_footer():
    form = tj.Form(children={"body": [tj.TextInput(label="Name")], "footer": [tj.Button(), tj.Button()]})
    ((*_, height),) = laid([form])
    assert height == 10 + 60 + 20 + 60 + 60
    save, cancel = (part.layouts["desktop"] for part in form.children["footer"])
    assert (save.top, save.left, cancel.left + cancel.width) == (10, 24, 42)


def test_a_dialog_takes_no_room_on_the_page_and_is_as_high_as_its_content():
    dialog = tj.ModalV2(use_default_button=False, children=[tj.TextInput(label="Name")])
    _, after = laid([dialog], [tj.Text()])
    assert after[0] == 20
    assert dialog.modal_height == 80


def test_the_rows_of_a_list_are_as_high_as_their_content():
    listing = tj.Listview(children=[tj.Text(text="One"), tj.Text(text="Two")])
    laid([listing])
    assert listing.row_height == 110
    given = tj.Listview(row_height=60, children=[tj.Text()])
    laid([given])
    assert given.row_height == 60


def test_a_list_in_a_place_of_its_own_has_rows_as_high_as_their_content():
    listing = tj.Listview(layout=tj.Layout(0, 0, 20, 400), children=[tj.Text()])
    laid([listing])
    assert listing.row_height == 60


def test_rows_of_a_list_grow_with_it_until_somebody_says_their_height():
    listing = tj.Listview(children=[tj.Text()])
    app = Composition()
    app.add(listing)
    app.definition()
    listing.children["row"].append(tj.Text())
    app.definition()
    assert listing.row_height == 110
    listing.row_height = 70
    app.definition()
    assert listing.row_height == 70


def test_a_height_that_an_expression_says_counts_as_the_usual_one():
    form = tj.Form(header_height=tj.expr("1 + 1"), children={"header": [tj.Text()], "body": [tj.Text()]})
    ((*_, height),) = laid([form])
    assert height == 10 + 40 + 20 + 60 + 60


def test_an_app_that_grows_is_laid_out_anew():
    app = Composition()
    box = tj.Container(children=[tj.Text()])
    after = tj.Text()
    app.add(box)
    app.add(after)
    app.definition()
    before = after.layouts["desktop"].top
    box.children["body"].append(tj.Table())
    app.definition()
    assert after.layouts["desktop"].top == before + 470
