"""Reading JavaScript expressions without running them."""

import pytest

from tooljet_jupyter.templates.javascript import javascript_error, plain_path, server_name


@pytest.mark.parametrize(
    "expression",
    [
        "",
        "true",
        "a?.b ?? 0",
        "{a: 1}",
        "({a: 1})",
        "x => x + 1",
        "async () => await load()",
        "(function () { const a = 1; return a; })()",
        "[...rows, 1]",
        "`a ${b} c`",
        "/}}/.test(a)",
        "a // a note",
        "a, b",
        "a = 1",
        "new Date().toISOString()",
        "class {}",
        "1_000n",
        "a ||= b",
        "import.meta",
        "moment(listItem).format('DD/MM/YYYY')",
        "\n a\n",
        "größe",
        "({ negative: '#EE2C4D' })[x ?? 'positive']",
    ],
)
def test_what_javascript_takes_as_an_expression_is_accepted(expression: str) -> None:
    assert javascript_error(expression) is None


@pytest.mark.parametrize(
    "expression, says",
    [
        ("[object Object]", "line 1, column 9"),
        ("a +", "line 1"),
        ("a) (b", "several statements"),
        ("const a = 1", "line 1, column 1"),
        ("{a: 1,\n b: }", "line 2"),
        ("it's", "line 1"),
        ("return a", "line 1"),
        ("a; b", "line 1"),
    ],
)
def test_a_syntax_error_is_placed(expression: str, says: str) -> None:
    error = javascript_error(expression)
    assert error is not None
    assert says in error


@pytest.mark.parametrize(
    "expression, path",
    [
        ("a", ("a",)),
        ("constants.base_url", ("constants", "base_url")),
        ("a?.b[0]['c d']?.[\"e\"]", ("a", "b", 0, "c d", "e")),
        ("$a._b", ("$a", "_b")),
        ("a.b()", None),
        ("a + b", None),
        ("10", None),
        ("", None),
    ],
)
def test_a_plain_path_is_read_step_by_step(expression: str, path: tuple[str | int, ...] | None) -> None:
    assert plain_path(expression) == path


@pytest.mark.parametrize(
    "expression, name",
    [
        ("secrets.KEY + 'x'", "secrets"),
        ("`Bearer ${secrets.KEY}`", "secrets"),
        ("({secrets})", "secrets"),
        ("globals.server.user.id + 1", "globals.server"),
        ("f(globals['server'])", "globals.server"),
        ("components.secrets.value + 1", None),
        ("({secrets: 1})", None),
        ("'secrets.KEY'", None),
        ("globals.urlparams.server", None),
    ],
)
def test_what_the_server_keeps_to_itself_is_noticed(expression: str, name: str | None) -> None:
    assert server_name(expression) == name
