"""The kernel as host: what a widget may ask for where its page reaches no server."""

import gzip
import json

import pytest

import tooljet_jupyter as tj
from tooljet_jupyter.notebook.host import answer
from tooljet_jupyter.resources import folder

pytestmark = pytest.mark.skipif(
    not (folder("static") / "frame-inline.js").is_file(), reason="the pages are not built: make demo"
)


@pytest.fixture
def app(workspace):
    """An app on the demo."""
    return tj.App("Hosted", workspace=workspace)


def test_the_stub_is_small_enough_to_travel_with_every_widget(app):
    assert len(app._esm) < 2000


def test_the_bundle_and_the_frame_come_whole(app):
    reply, (bundle,) = answer(app, {"id": "1", "kind": "bundle"})
    assert reply == {"id": "1"}
    assert bundle == (folder("static") / "widget.js").read_bytes()
    _, (code, style) = answer(app, {"id": "2", "kind": "frame"})
    assert gzip.decompress(code) == (folder("static") / "frame-inline.js").read_bytes()
    assert b"--tj-brand" in gzip.decompress(style)


def test_a_query_runs_through_the_kernel(app, shop):
    body = {
        "source": shop.id,
        "options": {"mode": "sql", "query": "SELECT {{n}} + 1 AS n"},
        "values": [41],
        "run": "r",
    }
    reply, (content,) = answer(app, {"id": "1", "kind": "call", "method": "POST", "path": "queries/run", "body": body})
    assert reply == {"id": "1"}
    assert json.loads(content)["data"] == [{"n": 42}]


def test_an_error_is_answered_as_the_server_would(app, shop):
    body = {"source": shop.id, "options": {"mode": "sql", "query": "SELECT * FROM ordres"}, "values": []}
    reply, sent = answer(app, {"id": "1", "kind": "call", "method": "POST", "path": "queries/run", "body": body})
    assert (reply["error"]["code"], sent) == ("QueryFailed", [])
    assert "no such table: ordres" in reply["error"]["message"]


@pytest.mark.parametrize(
    "method, path",
    [
        ("GET", "constants"),
        ("POST", "sources"),
        ("DELETE", "apps/orders"),
        ("PUT", "apps/orders"),
        ("GET", "me/../constants"),
        ("POST", "apps/../sources"),
    ],
)
def test_nothing_else_of_the_api_is_within_reach(app, method, path):
    reply, sent = answer(app, {"id": "1", "kind": "call", "method": method, "path": path, "body": {}})
    assert (reply["error"]["code"], sent) == ("Forbidden", [])
