"""The scanner of `{{ }}`: the corpus it shares with the TypeScript scanner, and walks over JSON."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tooljet_jupyter.errors import BadTemplate
from tooljet_jupyter.templates.bindings import Binding, expressions, is_template, parts, sole_expression

HERE = Path(__file__).parent
CORPUS = json.loads((HERE / "bindings.json").read_text())
UNCLOSED = json.loads((HERE / "unclosed.json").read_text())


@pytest.mark.parametrize("case", CORPUS, ids=lambda case: case["text"][:40])
def test_a_text_is_cut_into_its_parts(case: dict[str, Any]) -> None:
    cut = [part if isinstance(part, str) else {"expr": part.expression} for part in parts(case["text"])]
    assert cut == case["parts"]


@pytest.mark.parametrize("case", UNCLOSED, ids=lambda case: case["text"][:40])
def test_a_binding_that_does_not_close_is_named(case: dict[str, Any]) -> None:
    with pytest.raises(BadTemplate) as caught:
        parts(case["text"])
    assert caught.value.detail == {"position": case["position"], "text": case["text"]}


@pytest.mark.parametrize(
    "text, expression",
    [
        ("{{a}}", "a"),
        ("  {{ a }}\n", "a"),
        ("{{}}", ""),
        ("{{a}}{{b}}", None),
        ("{{a}}.", None),
        ("plain", None),
        ("", None),
    ],
)
def test_a_text_of_one_binding_keeps_its_type(text: str, expression: str | None) -> None:
    assert sole_expression(text) == expression


def test_expressions_are_distinct_and_in_order_of_appearance() -> None:
    options = {"b": "{{one}} {{two}}", "a": ["{{three}}", {"x": "{{one}}", "y": 3}], "{{key}}": None}
    assert expressions(options) == ["one", "two", "three"]


def test_only_a_text_with_a_binding_is_a_template() -> None:
    assert [is_template(value) for value in ("{{a}}", "a {{b}}", "{a}", 3, None, ["{{a}}"])] == [
        True,
        True,
        False,
        False,
        False,
        False,
    ]


def test_a_text_of_nothing_but_open_quotes_is_refused_before_it_takes_long() -> None:
    with pytest.raises(BadTemplate):
        parts("{{" + "'\\" * 50_000 + "}}")


@given(st.text(alphabet="{}a'\"`/$\\\n *.)(", max_size=60))
def test_the_parts_put_together_are_the_text(text: str) -> None:
    position, found = cut(text)
    if position is not None:
        assert text.startswith("{{", position)
        return
    assert "".join(p if isinstance(p, str) else text[p.start : p.end] for p in found) == text
    bindings = [part for part in found if isinstance(part, Binding)]
    assert all(text[b.start : b.start + 2] + text[b.end - 2 : b.end] == "{{}}" for b in bindings)


def cut(text: str) -> tuple[int | None, tuple[str | Binding, ...]]:
    """The parts, or the position of the binding that does not close."""
    try:
        return None, parts(text)
    except BadTemplate as error:
        return error.detail["position"], ()
