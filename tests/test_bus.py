"""Several servers on one database: what one changes, the others forget."""

import threading

import pytest

from tooljet_jupyter.services import apps, constants, queries
from tooljet_jupyter.services.bus import connect_bus
from tooljet_jupyter.services.server import Place, Server
from tooljet_jupyter.wire.apps import CreateApp, Release
from tooljet_jupyter.wire.constants import ChangeConstant, CreateConstant
from tooljet_jupyter.wire.versions import CreateVersion


@pytest.fixture
def pair(database_url, redis_url, tmp_path):
    """Two servers on one database and one Redis, with the same key."""
    place = {"db_url": database_url, "redis_url": redis_url, "key_file": tmp_path / "key", "owner": "ada"}
    servers = [Server(Place(data_dir=tmp_path / name, **place)) for name in ("left", "right")]
    yield servers
    for server in servers:
        server.close()


def heard(server, topic):
    """Return an event that is set when the server forgets a topic."""
    event = threading.Event()
    forget = server.cache.forget

    def listen(name):
        forget(name)
        if name == topic:
            event.set()

    server.bus._forget = listen
    return event


def test_a_release_on_one_server_reaches_the_other_within_a_second(pair):
    left, right = pair
    with left.context() as ctx:
        apps.create(ctx, CreateApp(name="Orders"))
        apps.release(ctx, "orders", Release(version="v1"))
    with right.context() as ctx:
        assert b'"name":"v1"' in queries.released(ctx, "orders")
    told = heard(right, "apps")
    with left.context() as ctx:
        from tooljet_jupyter.services import versions

        versions.create(ctx, "orders", CreateVersion(name="v2", copy="v1"))
        apps.release(ctx, "orders", Release(version="v2"))
    assert told.wait(1)
    with right.context() as ctx:
        assert b'"name":"v2"' in queries.released(ctx, "orders")


def test_a_constant_changed_on_one_server_is_read_by_the_other(pair):
    left, right = pair
    with left.context() as ctx:
        constants.create(ctx, CreateConstant(name="region", value="eu"))
    with right.context() as ctx:
        assert constants.values(ctx, "production")[0] == {"region": "eu"}
    told = heard(right, "constants")
    with left.context() as ctx:
        constants.change(ctx, "region", ChangeConstant(values={"production": "us"}))
    assert told.wait(1)
    with right.context() as ctx:
        assert constants.values(ctx, "production")[0] == {"region": "us"}


def test_a_server_alone_needs_no_redis():
    forgotten = []
    bus = connect_bus("", forgotten.append)
    bus.publish("apps")
    bus.close()
    assert forgotten == ["apps"]
