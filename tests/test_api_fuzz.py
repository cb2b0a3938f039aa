"""Whatever a client sends, the API answers as its description says, and never with an error it did not expect."""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error

from tests.services.demo import TOKEN, demo
from tooljet_jupyter.handlers.openapi import document

# Deleting the demo's own apps is allowed, so they are gone after a while: only statuses are looked at.
schema = schemathesis.openapi.from_dict(document())


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    with demo(tmp_path_factory.mktemp("fuzz")) as server:
        yield server


@schema.parametrize()
@settings(
    max_examples=5,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_no_request_meets_an_unexpected_error(case, running):
    case.call_and_validate(
        base_url=running.url,
        headers={"Authorization": f"token {TOKEN}"},
        checks=[not_a_server_error],
    )
