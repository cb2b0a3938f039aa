"""Data sources: secrets go in and never come out, options per environment, clear errors."""

import pytest

from tooljet_jupyter.db.models import DataSourceOptions
from tooljet_jupyter.drivers.manifest import MASK
from tooljet_jupyter.errors import Conflict, Invalid, NotFound, SourceUnreachable
from tooljet_jupyter.services import sources
from tooljet_jupyter.wire.sources import ChangeSource, CreateSource, Invoke, TrySource

PASSWORD = "correct horse battery staple"
WAREHOUSE = {
    "host": "127.0.0.1",
    "port": 1,
    "database": "warehouse",
    "username": "ada",
    "password": PASSWORD,
    "ssl_enabled": False,
}


@pytest.fixture
def warehouse(ctx):
    return sources.create(ctx, CreateSource(name="warehouse", kind="postgresql", options=WAREHOUSE))


def test_a_secret_is_masked_in_every_reply(ctx, warehouse):
    for reply in (warehouse, sources.show(ctx, "warehouse"), *sources.listing(ctx)):
        assert reply.options["production"]["password"] == MASK


def test_a_secret_is_encrypted_in_the_database(ctx, warehouse):
    stored = ctx.db.query(DataSourceOptions).all()
    assert all(PASSWORD not in row.secrets and PASSWORD not in str(row.options) for row in stored)


def test_a_masked_secret_that_is_sent_back_keeps_its_value(ctx, warehouse):
    shown = sources.show(ctx, "warehouse").options["production"]
    sources.change(ctx, "warehouse", ChangeSource(options={**shown, "port": 2}))
    found = sources.connection(ctx, warehouse.id, "production")
    assert (found.options["password"], found.options["port"]) == (PASSWORD, 2)


def test_options_can_differ_by_environment(ctx, warehouse):
    elsewhere = {**WAREHOUSE, "host": "test.example.com"}
    sources.change(ctx, "warehouse", ChangeSource(options=elsewhere, environment="development"))
    assert sources.connection(ctx, warehouse.id, "development").options["host"] == "test.example.com"
    assert sources.connection(ctx, warehouse.id, "production").options["host"] == "127.0.0.1"


def test_an_unreachable_host_is_named_and_the_password_is_not(ctx, warehouse):
    with pytest.raises(SourceUnreachable) as caught:
        sources.test_saved(ctx, "warehouse", None)
    assert "127.0.0.1" in caught.value.message
    assert PASSWORD not in f"{caught.value.message} {caught.value.detail}"


def test_options_are_tried_before_they_are_saved(ctx, shop_file):
    reply = sources.test(ctx, TrySource(kind="sqlite", options={"path": str(shop_file)}))
    assert reply.ok
    assert sources.listing(ctx) == []


def test_a_required_option_is_named(ctx):
    with pytest.raises(Invalid) as caught:
        sources.create(ctx, CreateSource(name="files", kind="sqlite", options={}))
    assert caught.value.detail["field"] == "path"


def test_an_unknown_kind_is_not_found(ctx):
    with pytest.raises(NotFound, match="carrier_pigeon"):
        sources.create(ctx, CreateSource(name="x", kind="carrier_pigeon"))


def test_a_name_that_is_taken_is_refused(ctx, shop, shop_file):
    with pytest.raises(Conflict):
        sources.create(ctx, CreateSource(name="shop", kind="sqlite", options={"path": str(shop_file)}))


def test_tables_and_columns_are_listed(ctx, shop):
    [table] = sources.schema(ctx, "shop", None).tables
    assert table.name == "orders"
    assert [column.name for column in table.columns if column.primary_key] == ["id"]
    tables = sources.invoke(ctx, "shop", Invoke(method="listTables"))
    assert tables.data == [{"value": "orders", "label": "orders"}]


async def test_no_route_returns_a_secret(api):
    body = {"name": "warehouse", "kind": "postgresql", "options": WAREHOUSE}
    replies = [
        await api("POST", "sources", body=body, raw=True),
        await api("GET", "sources", raw=True),
        await api("GET", "sources", "warehouse", raw=True),
        await api("POST", "sources", "warehouse", "test", raw=True),
        await api("PATCH", "sources", "warehouse", body={"name": "dwh"}, raw=True),
    ]
    assert [PASSWORD in text for _, text in replies] == [False] * len(replies)
