"""Values in options, texts and headers."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tooljet_jupyter.errors import Invalid
from tooljet_jupyter.templates.fill import as_text, fill, fill_header

VALUES = {"a": 1, "xs": [1, "b"], "none": None, "text": "{{a}} and 'quotes'"}


def test_a_sole_binding_keeps_the_type_of_its_value() -> None:
    template = {
        "n": "{{a}}",
        "xs": [" {{xs}} ", {"none": "{{none}}"}],
        "plain": "x",
        "number": 3,
        "empty": "{{}}",
    }
    assert fill(template, VALUES) == {
        "n": 1,
        "xs": [[1, "b"], {"none": None}],
        "plain": "x",
        "number": 3,
        "empty": None,
    }


def test_a_binding_inside_a_text_becomes_text() -> None:
    assert fill("{{a}}/{{xs}}/{{none}}/{{}}.", VALUES) == '1/[1,"b"]//.'


def test_a_value_that_looks_like_a_template_stays_text() -> None:
    assert fill(["{{text}}", "<{{text}}>"], VALUES) == ["{{a}} and 'quotes'", "<{{a}} and 'quotes'>"]


@pytest.mark.parametrize(
    "value, text",
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (1.0, "1"),
        (1.5, "1.5"),
        (1e21, "1e+21"),
        (float("nan"), "NaN"),
        (float("-inf"), "-Infinity"),
        (10**30, "1" + "0" * 30),
        (Decimal("1.50"), "1.50"),
        (date(2026, 1, 2), "2026-01-02"),
        ({"a": [None, True, "ü", float("nan")]}, '{"a":[null,true,"ü",null]}'),
        ({"day": date(2026, 1, 2)}, '{"day":"2026-01-02"}'),
    ],
)
def test_values_read_in_a_text_as_in_javascript(value: Any, text: str) -> None:
    assert as_text(value) == text


@pytest.mark.parametrize("value", ["a\r\nX-Admin: 1", "a\nb", "a\rb", "a\0b"])
def test_a_header_cannot_begin_another_line(value: str) -> None:
    with pytest.raises(Invalid):
        fill_header("Bearer {{a}}", {"a": value})


def test_a_header_holds_its_value() -> None:
    assert fill_header("Bearer {{a}}", {"a": "x-1"}) == "Bearer x-1"
