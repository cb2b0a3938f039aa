"""What a query may answer: by its statement where it has one, else by what the app reads of it."""

import pytest

import tooljet_jupyter as tj
from tooljet_jupyter.headless.fuzz.answers import ODD_TEXT, answers
from tooljet_jupyter.headless.fuzz.columns import Column
from tooljet_jupyter.notebook.composition import Composition


def asked(*components, **query):
    """Return what the query `rows` of a small app may answer."""
    app = Composition()
    app.query("rows", query.pop("kind", "postgresql"), **query)
    app.add(*components or [tj.Text(text="")])
    return answers(app.definition())["rows"]


def test_a_select_names_its_columns_and_which_of_them_can_be_missing():
    rows = asked(sql="SELECT id, name AS label, coalesce(total, 0) AS total, ordered_at FROM orders")
    assert rows.columns == [
        Column("id", "key", False),
        Column("label", "text"),
        Column("total", "number", False),
        Column("ordered_at", "date"),
    ]
    assert rows.answer("gaps").data[0] == {"id": 1, "label": None, "total": 7, "ordered_at": None}


def test_bindings_in_a_statement_do_not_hide_it():
    rows = asked(sql="SELECT id FROM {{identifier: components.t.value}} WHERE name LIKE '%{{x}}%' LIMIT {{n}}")
    assert [column.name for column in rows.columns] == ["id"]


def test_an_aggregate_without_groups_is_exactly_one_row():
    rows = asked(sql="SELECT count(*) AS orders, sum(total) AS revenue FROM orders")
    assert rows.answer("empty").data == [{"orders": 0, "revenue": None}]
    assert len(rows.answer("usual").data) == 1


def test_a_limit_limits():
    rows = asked(sql="SELECT id FROM orders LIMIT 20")
    assert len(rows.answer("many").data) == 20
    assert "huge" not in rows.moods()
    assert len(asked(sql="SELECT id FROM orders").answer("huge").data) == 10_000


def test_a_write_answers_without_rows_and_can_fail():
    rows = asked(sql="INSERT INTO orders (note) VALUES ({{components.note.value}})")
    assert (rows.moods(), rows.writes, rows.adds) == (("usual", "failing"), {"orders"}, True)
    assert rows.answer("failing").error == "rows could not be reached"


def test_a_query_without_a_statement_answers_what_the_app_reads():
    shown = tj.Text(text=tj.expr("queries.rows.data[0].price.toFixed(2) + queries.rows.data.map(one => one.title)"))
    rows = asked(shown, kind="restapi", url="/things", method="get")
    assert {column.name: column.kind for column in rows.columns} == {"price": "number", "title": "text"}


def test_an_answer_that_is_read_as_an_object_is_one():
    rows = asked(tj.Text(text=tj.expr("queries.rows.data.city")), kind="restapi", url="/me", method="get")
    assert rows.answer("usual").data == {"city": "city 1"}
    assert rows.answer("nothing").data is None


def test_a_list_of_a_component_is_read_in_its_rows():
    cards = tj.Listview(data=tj.expr("queries.rows.data"), children=[tj.Text(text=tj.expr("listItem.price"))])
    rows = asked(cards, kind="restapi", url="/things", method="get")
    assert rows.columns == [Column("price", "number")]


def test_odd_texts_have_quotes_and_signs_of_all_kinds():
    rows = asked(sql="SELECT name FROM people")
    assert rows.answer("odd").data[0] == {"name": ODD_TEXT}


@pytest.mark.parametrize("sql", ["this is no SQL", "", "SELECT 'unclosed", "{{components.x.value}}"])
def test_a_text_that_is_no_statement_answers_with_some_rows(sql):
    assert asked(sql=sql).answer("usual").data
