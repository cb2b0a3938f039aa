"""The cases of every REST plugin that comes with the product."""

import pytest

from tooljet_jupyter.resources import folder
from tooljet_jupyter.testing.cases import cases, check

CASES = [
    (path.parent, case)
    for place in ("plugins", "marketplace")
    for path in sorted(folder(place).glob("*/cases.toml"))
    for case in cases(path.parent)
]


@pytest.mark.parametrize(
    "plugin, case", CASES, ids=[f"{plugin.name}: {case.operation} {n}" for n, (plugin, case) in enumerate(CASES)]
)
def test_a_case_sends_its_request_and_reads_its_reply(plugin, case):
    check(plugin, case)
