"""The table of errors in `errors.py` is the truth, and the documentation says what to do about each."""

import re

import pytest

from tests.house.checkout import ROOT
from tooljet_jupyter import errors
from tooljet_jupyter.errors import ToolJetError


def tree(error=ToolJetError):
    """Return this error and everything below it, as far as `errors.py` declares it."""
    below = [found for child in error.__subclasses__() if child.__module__ == errors.__name__ for found in tree(child)]
    return [error, *below]


def test_every_error_is_in_the_table_with_its_status():
    table = dict(re.findall(r"^\| (\w+) \| (\d+) \|", errors.__doc__ or "", re.M))
    assert table == {error.__name__: str(error.status) for error in tree()}


@pytest.mark.parametrize("error", tree(), ids=lambda error: error.__name__)
def test_every_error_says_what_happened_and_what_to_do(error):
    assert error.__doc__
    happened, _, todo = error.__doc__.strip().partition("\n\n")
    assert happened.endswith(".")
    assert todo.strip().endswith(".")


def test_every_error_has_its_part_of_the_page():
    page = (ROOT / "tooljet_jupyter/docs/errors.md").read_text()
    assert set(re.findall(r"^## (\w+)", page, re.M)) == {error.__name__ for error in tree()}
