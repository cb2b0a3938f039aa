"""SQL text is cut where statements end and where values stand, and nowhere else."""

import pytest

from tooljet_jupyter.drivers.statement import Statement, first_word, positional, split, statement
from tooljet_jupyter.errors import Invalid


@pytest.mark.parametrize(
    "sql, statements",
    [
        ("SELECT 1", ["SELECT 1"]),
        ("SELECT 1;", ["SELECT 1"]),
        ("SELECT 1; ; SELECT 2 -- end; really\n;", ["SELECT 1", " SELECT 2 -- end; really\n"]),
        ("SELECT ';', \";\", `;` /* ; */; B", ["SELECT ';', \";\", `;` /* ; */", " B"]),
        ("SELECT 'it''s;'; B", ["SELECT 'it''s;'", " B"]),
        ("SELECT '\\'; B", ["SELECT '\\'", " B"]),
        ("SELECT E'\\';'; B", ["SELECT E'\\';'", " B"]),
        ("DO $$ a; b $$; B", ["DO $$ a; b $$", " B"]),
        ("DO $x$ $$; $x$; B", ["DO $x$ $$; $x$", " B"]),
        (";", []),
    ],
)
def test_a_text_is_split_into_its_statements(sql, statements):
    assert split(sql) == statements


@pytest.mark.parametrize(
    "sql, word",
    [
        ("  select 1", "select"),
        ("-- a\n/* b */ (SELECT 1)", "select"),
        ("", ""),
        ("-- only", ""),
        ("WITH x", "with"),
    ],
)
def test_the_first_word_is_found_behind_comments(sql, word):
    assert first_word(sql) == word


@pytest.mark.parametrize(
    "given, mark, texts, values",
    [
        (Statement("a % %s"), "%s", ["a % %s"], []),
        (Statement("a %% %s b", [1]), "%s", ["a % ", " b"], [1]),
        (Statement("a %(x)s %(x)s", {"x": 1}), "%s", ["a ", " ", ""], [1, 1]),
        (Statement("a ? '?' \"?\" -- ?", [1]), "?", ["a ", " '?' \"?\" -- ?"], [1]),
        (Statement("a %%", []), "%s", ["a %"], []),
    ],
)
def test_a_text_is_cut_around_its_values(given, mark, texts, values):
    assert positional(given, mark) == (texts, values)


@pytest.mark.parametrize("sql, mark", [("a %s", "%s"), ("a ?", "?")])
def test_values_that_do_not_fit_the_placeholders_are_refused(sql, mark):
    with pytest.raises(Invalid):
        positional(Statement(sql, [1, 2]), mark)


@pytest.mark.parametrize("value", [None, 5])
def test_sql_that_is_no_text_is_refused(value):
    with pytest.raises(Invalid):
        statement(value)
