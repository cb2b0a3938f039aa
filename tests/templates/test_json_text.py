"""Values in templates that are JSON text."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tooljet_jupyter.errors import BadTemplate, Invalid
from tooljet_jupyter.templates.json_text import fill_json_text

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)


@pytest.mark.parametrize(
    "template, values, result",
    [
        ('{"id": "{{x}}"}', {"x": 'a"b\\c\n'}, {"id": 'a"b\\c\n'}),
        ('{"id": "{{x}}"}', {"x": 5}, {"id": "5"}),
        ('{"id": "n-{{x}}!"}', {"x": None}, {"id": "n-!"}),
        ('{"id": {{x}}}', {"x": "5"}, {"id": "5"}),
        ('{"id": {{x}}, "y": {{x}}}', {"x": {"a": [1]}}, {"id": {"a": [1]}, "y": {"a": [1]}}),
        ('{"id": {{x}}}', {"x": None}, {"id": None}),
        ('{"quote\\"{{x}}": 1}', {"x": "s"}, {'quote"s': 1}),
        ('[{"id": "{{components.a.value ?? \'\'}}"}]', {"components.a.value ?? ''": "7"}, [{"id": "7"}]),
        ('{"rows": {{JSON.stringify(rows)}}}', {"JSON.stringify(rows)": '[{"a":1}]'}, {"rows": [{"a": 1}]}),
        ("{{x}}", {"x": {"a": 1}}, {"a": 1}),
        ("{{x}}", {"x": ' {"a": 1}'}, {"a": 1}),
        ("{{x}}", {"x": "plain"}, "plain"),
        ("{{x}}", {"x": "12"}, "12"),
        ('{"a": {{ {b:{c:1}} }}}', {"{b:{c:1}}": {"b": 1}}, {"a": {"b": 1}}),
    ],
)
def test_values_stand_where_the_template_puts_them(template: str, values: dict[str, Any], result: Any) -> None:
    assert fill_json_text(template, values) == result


@given(JSON)
def test_no_value_changes_the_structure(value: Any) -> None:
    filled = fill_json_text('{"a": {{x}}, "b": ["{{x}}", {{x}}]}', {"x": value})
    assert list(filled) == ["a", "b"]
    assert len(filled["b"]) == 2
    assert filled["a"] == filled["b"][1] == value
    assert isinstance(filled["b"][0], str)


@given(st.text())
def test_a_text_inside_a_string_is_read_back_unchanged(value: str) -> None:
    assert json.loads(json.dumps(fill_json_text('{"a": "<{{x}}>"}', {"x": value}))) == {"a": f"<{value}>"}


def test_a_value_cannot_take_the_place_of_another_key() -> None:
    with pytest.raises(Invalid) as caught:
        fill_json_text('{"role": "user", "{{x}}": "y"}', {"x": "role"})
    assert caught.value.detail == {"key": "role"}


def test_numbers_do_not_grow_together() -> None:
    with pytest.raises(BadTemplate):
        fill_json_text("[1{{x}}]", {"x": 5})


def test_a_template_that_is_no_json_is_named() -> None:
    with pytest.raises(BadTemplate) as caught:
        fill_json_text('{"a": \n {{x}}, }', {"x": 5})
    assert "line 2" in caught.value.message


def test_a_document_that_is_no_json_is_refused() -> None:
    with pytest.raises(Invalid):
        fill_json_text("{{x}}", {"x": "{a: 1}"})
