"""What a piece of Python reads of the app's state."""

import pytest

from tooljet_jupyter.errors import BadTemplate
from tooljet_jupyter.templates.python import roots


@pytest.mark.parametrize(
    "code, expressions",
    [
        ("", []),
        ("1 + 1", []),
        ("components.search.value + components['search']['value']", ["components.search"]),
        ("queries.orders.data\ncomponents.a.value", ["queries.orders", "components.a"]),
        ("components['my name'].value", ['components["my name"]']),
        ("variables.x; page.handle; globals.urlparams", ["variables", "page", "globals"]),
        ("parameters['a'] + constants.b", ["parameters", "constants"]),
        ("list(components)\ncomponents.a", ["components"]),
        ("components[name]", ["components"]),
        ("def f(x):\n    return queries.a.data[x]\nf(1)", ["queries.a"]),
        ("f'{components.a.value}'", ["components.a"]),
        ("data = await queries.a.run()", ["queries.a"]),
        ("page = 1", []),
        ("x.components.a", []),
        ("'components.a'  # queries.b", []),
    ],
)
def test_the_names_that_are_read_are_found(code: str, expressions: list[str]) -> None:
    assert roots(code) == expressions


def test_a_syntax_error_is_named_with_its_line() -> None:
    with pytest.raises(BadTemplate) as caught:
        roots("a = 1\nb = = 2")
    assert caught.value.detail == {"line": 2}


def test_code_with_a_nul_is_refused() -> None:
    with pytest.raises(BadTemplate):
        roots("a\0b")
