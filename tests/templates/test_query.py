"""What a run of a query must be given, and who answers the rest."""

from typing import Any

import pytest

from tooljet_jupyter.errors import Invalid, UnsafeTemplate
from tooljet_jupyter.templates.query import Path, Values, query_bindings


def server(path: Path) -> Any:
    known: dict[Path, Any] = {
        ("constants", "base"): "https://api.example.com",
        ("secrets", "KEY"): "s3cret",
        ("globals", "server", "user"): "ada@example.com",
    }
    return known[path]


def test_a_run_sends_one_value_for_each_expression_the_server_cannot_answer() -> None:
    options = {
        "url": "{{constants.base}}/users/{{components.id.value}}",
        "headers": [["Authorization", "Bearer {{secrets.KEY}}"], ["X-User", "{{globals.server.user}}"]],
        "body": {"n": "{{10}}", "flag": "{{true}}", "none": "{{}}", "q": "{{ queries.a.data }}"},
        "again": "{{components.id.value}}",
        "transformation": "return {{client.only}}",
    }
    assert query_bindings(options, {"transformation"}) == ["components.id.value", "queries.a.data"]


def test_a_mark_is_no_part_of_the_expression() -> None:
    options = {"query": "SELECT {{identifier: a.b}} FROM t WHERE a = {{a.b}}"}
    assert query_bindings(options) == ["a.b"]


@pytest.mark.parametrize("expression", ["'Bearer ' + secrets.KEY", "globals.server.user + 1", "secrets"])
def test_an_expression_that_does_more_with_a_secret_is_refused(expression: str) -> None:
    with pytest.raises(UnsafeTemplate) as caught:
        query_bindings({"url": f"x{{{{{expression}}}}}"})
    assert caught.value.detail == {"expression": expression}
    assert "must stand alone in its braces" in caught.value.message


def test_constants_in_a_larger_expression_are_evaluated_in_the_app() -> None:
    assert query_bindings({"url": "{{constants.base + '/x'}}"}) == ["constants.base + '/x'"]


def test_values_come_from_the_run_the_server_and_the_template_itself() -> None:
    values = Values.of_run(["a", "b.c"], [1, None], server=server)
    sent = [values[expression] for expression in ("a", "b.c")]
    known = [values[expression] for expression in ("secrets.KEY", "constants.base")]
    literal = [values[expression] for expression in ("10", "'x'", "[1]", "undefined", "")]
    assert sent == [1, None]
    assert known == ["s3cret", "https://api.example.com"]
    assert literal == [10, "x", [1], None, None]


def test_nobody_can_send_a_value_for_what_the_server_answers() -> None:
    options = {"a": "{{secrets.KEY}} {{10}} {{a}}"}
    bindings = query_bindings(options)
    assert bindings == ["a"]
    assert Values.of_run(bindings, ["mine"], server=server)["secrets.KEY"] == "s3cret"


def test_values_for_another_version_of_the_query_are_refused() -> None:
    with pytest.raises(Invalid) as caught:
        Values.of_run(["a"], [1, 2])
    assert caught.value.detail == {"expected": 1, "given": 2}


def test_an_expression_without_a_value_is_named() -> None:
    with pytest.raises(Invalid) as caught:
        Values.of_run([], [])["a.b"]
    assert caught.value.detail == {"names": ["a.b"]}


def test_a_parameter_has_two_spellings() -> None:
    options = {"query": "{{status}} {{parameters.status}} {{parameters['status']}} {{order.id}} {{10}}"}
    values = Values.of_parameters(options, {"status": "open", "order": {"id": 7}})
    assert dict(values) == {
        "status": "open",
        "parameters.status": "open",
        "parameters['status']": "open",
        "order.id": 7,
    }


def test_missing_parameters_are_named_together() -> None:
    options = {"query": "{{floor}} {{parameters.status}} {{floor}} {{components.x.value}} {{secrets.KEY}}"}
    with pytest.raises(Invalid) as caught:
        Values.of_parameters(options, {"other": 1}, server=server)
    assert (caught.value.message, caught.value.detail) == (
        "Missing query parameters",
        {"names": ["floor", "status", "components.x.value"]},
    )


def test_a_declared_default_fills_in_for_a_parameter() -> None:
    declared = [
        {"name": "floor", "defaultValue": "{{10}}"},
        {"name": "status", "defaultValue": "open"},
        {"name": "x", "defaultValue": ""},
    ]
    options = {"query": "{{floor}} {{status}}", "parameters": declared}
    assert dict(Values.of_parameters(options, {"status": "shut"})) == {"floor": 10, "status": "shut"}


def test_an_expression_can_be_given_by_its_own_text() -> None:
    assert dict(Values.of_parameters({"q": "{{components.x.value}}"}, {"components.x.value": 3})) == {
        "components.x.value": 3
    }
