"""Generated text needs no formatter: it is what Prettier and ruff would write."""

import pytest

from tooljet_jupyter.codegen import python, typescript

LONG = [f"value-number-{n}" for n in range(9)]


@pytest.mark.parametrize(
    "value, written",
    [
        ({}, "{}"),
        ([], "[]"),
        ({"a": 1, "b-c": None}, "{ a: 1, 'b-c': null }"),
        ("it's", '"it\'s"'),
        ("both ' and \"", "'both \\' and \"'"),
        ([1.0, 0.5, True], "[1, 0.5, true]"),
        ([{"a": 1, "b": 2}], "[{ a: 1, b: 2 }]"),
        ([{"a": 1, "b": 2}, {"a": 3, "b": 4}], "[\n  { a: 1, b: 2 },\n  { a: 3, b: 4 },\n]"),
        ({"list": LONG}, "{\n  list: [\n" + "".join(f"    '{item}',\n" for item in LONG) + "  ],\n}"),
    ],
)
def test_a_literal_is_written_as_prettier_does(value, written):
    assert typescript.literal(value) == written


def test_a_long_union_has_a_line_for_each_member():
    assert typescript.union(["'a'", "'b'"], before="type T =") == "type T = 'a' | 'b';"
    members = [f"'{item}'" for item in LONG]
    assert typescript.union(members, before="type T =") == "type T =" + "".join(f"\n  | {m}" for m in members) + ";"


def test_a_docstring_is_wrapped_where_a_line_ends():
    text = python.docstring("Something.", {"words": ("str", "word " * 40)})
    assert max(map(len, text.splitlines())) <= python.WIDTH
    assert text.startswith('    """Something.\n\n    Parameters\n    ----------\n    words : str\n')
