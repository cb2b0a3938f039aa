"""Constants and secrets: open ones are shown, secret ones are used on the server only."""

import pytest

from tooljet_jupyter.drivers.manifest import MASK
from tooljet_jupyter.errors import Conflict, Invalid, UnsafeTemplate
from tooljet_jupyter.services import constants, queries, sources
from tooljet_jupyter.wire.constants import ChangeConstant, CreateConstant
from tooljet_jupyter.wire.queries import RunOnce
from tooljet_jupyter.wire.sources import CreateSource


@pytest.fixture
def key(ctx):
    return constants.create(ctx, CreateConstant(name="KEY", secret=True, value="s3cret"))


def once(sql):
    return RunOnce(source="shop", options={"mode": "sql", "query": sql})


def test_a_secret_is_masked(ctx, key):
    assert set(key.values.values()) == {MASK}
    assert set(constants.listing(ctx)[0].values.values()) == {MASK}


def test_a_query_reads_a_secret_on_the_server(ctx, key, shop):
    assert queries.run_once(ctx, once("SELECT {{secrets.KEY}} AS k")).data == [{"k": "s3cret"}]


def test_a_secret_cannot_be_mixed_into_an_expression(ctx, key, shop):
    with pytest.raises(UnsafeTemplate):
        queries.run_once(ctx, once("SELECT {{secrets.KEY + components.x.value}} AS k"))


def test_a_value_differs_by_environment_and_a_change_is_seen_at_once(ctx, shop):
    constants.create(ctx, CreateConstant(name="region", values={"development": "test", "production": "eu"}))
    assert queries.run_once(ctx, once("SELECT {{constants.region}} AS r")).data == [{"r": "test"}]
    constants.change(ctx, "region", ChangeConstant(values={"development": "local"}))
    assert queries.run_once(ctx, once("SELECT {{constants.region}} AS r")).data == [{"r": "local"}]


def test_a_source_takes_its_path_from_a_constant(ctx, shop_file):
    constants.create(ctx, CreateConstant(name="shop_path", value=str(shop_file)))
    sources.create(ctx, CreateSource(name="shop", kind="sqlite", options={"path": "{{constants.shop_path}}"}))
    assert queries.run_once(ctx, once("SELECT count(*) AS n FROM orders")).data == [{"n": 3}]


def test_a_constant_that_is_not_set_is_named(ctx, shop):
    with pytest.raises(Invalid, match="region is not set for development"):
        queries.run_once(ctx, once("SELECT {{constants.region}} AS r"))


def test_wrong_names_are_refused(ctx, key):
    with pytest.raises(Invalid):
        constants.create(ctx, CreateConstant(name="not a name"))
    with pytest.raises(Conflict):
        constants.create(ctx, CreateConstant(name="KEY"))
    with pytest.raises(Invalid, match="moon"):
        constants.change(ctx, "KEY", ChangeConstant(values={"moon": "x"}))


def test_deleting_a_constant(ctx, key):
    constants.remove(ctx, "KEY")
    assert constants.listing(ctx) == []
