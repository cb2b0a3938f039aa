"""What is generated is committed, and stale means red."""

import pytest

from tests.house.checkout import name_of
from tooljet_jupyter.codegen import files

FILES = files()


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_generated_files_are_current(path):
    assert path.exists(), "missing: run `make gen`"
    assert path.read_text() == FILES[path], "stale: run `make gen`"
