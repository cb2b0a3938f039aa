"""`:name` in SQL, with a list of names and values beside it."""

from typing import Any

import pytest

from tooljet_jupyter.templates.sql import bind_named

PAIRS: list[list[Any]] = [["status", "{{components.s.value}}"], ["n", 5], ["", ""], ["who", "<{{who}}>"]]
VALUES = {"components.s.value": ["a", "b"], "who": "it's", "x": 1, "f(':n')": 2}


@pytest.mark.parametrize(
    "sql, bound, params",
    [
        ("SELECT :n", "SELECT %s", [5]),
        ("SELECT a::n, b :: n, :n::int", "SELECT a::n, b :: n, %s::int", [5]),
        ("SELECT ':n', \":n\", $$:n$$ /* :n */ -- :n\n, :n",
         "SELECT ':n', \":n\", $$:n$$ /* :n */ -- :n\n, %s", [5]),
        ("SELECT 1 WHERE s IN (:status) AND t = ANY(:status)", "SELECT 1 WHERE s IN (%s, %s) AND t = ANY(%s)",
         ["a", "b", ["a", "b"]]),
        ("SELECT :who, {{x}}, {{f(':n')}}", "SELECT %s, %s, %s", ["<it's>", 1, 2]),
        ("SELECT a[1:n], b[x:n], :nn, :n", "SELECT a[1:n], b[x:n], :nn, %s", [5]),
        ("SELECT 1 % 2", "SELECT 1 % 2", None),
    ],
)  # fmt: skip
def test_a_name_that_is_given_becomes_a_parameter(sql: str, bound: str, params: Any) -> None:
    made = bind_named(sql, PAIRS, VALUES, "postgresql")
    assert (made.sql, made.params) == (bound, params)


def test_without_names_the_colons_stay() -> None:
    assert bind_named("SELECT :n, {{x}}", [], VALUES, "sqlite").sql == "SELECT :n, ?"
