"""What is generated is committed, and stale means red."""

import pytest

from tests.house.checkout import name_of
from tooljet_jupyter.codegen import files


@pytest.mark.parametrize("path, text", files().items(), ids=name_of)
def test_generated_files_are_current(path, text):
    assert path.read_text() == text, "stale: run `make gen`"
