"""Redirects, cookies and credentials on the way to a REST source, against a real web server."""

from contextlib import closing

import httpcore
import pytest

from tests.services.web import Reply
from tooljet_jupyter.drivers.channel import Asked, Channel, retry_after
from tooljet_jupyter.drivers.guard import Guard
from tooljet_jupyter.drivers.policy import Policy
from tooljet_jupyter.errors import Forbidden, Invalid, QueryFailed, SourceUnreachable

SECRETS = {"Authorization": "Bearer the-key", "X-Api-Key": "the-key", "Cookie": "session=the-key"}


class OneDoor(Guard):
    """A guard that takes one private port for a public host."""

    def __init__(self, port):
        super().__init__()
        self.port = port

    def connect_tcp(self, host, port, *given, **more):
        if port == self.port:
            return httpcore.SyncBackend().connect_tcp(host, port, *given, **more)
        return super().connect_tcp(host, port, *given, **more)


@pytest.fixture
def channel():
    with closing(Channel(Policy())) as made:
        yield made


@pytest.fixture
def ask(channel, web):
    def run(path, method="GET", **given):
        return channel.ask(Asked(method, f"{web.url}{path}", **given), max_bytes=10_000)

    return run


def test_a_redirect_is_followed_with_the_credentials(ask, web):
    web.on("/old", Reply(status=302, headers={"Location": "/new"}))
    web.on("/new", Reply({"id": 1}))
    assert ask("/old", headers=SECRETS).content == b'{"id": 1}'
    assert web.seen[1].headers["x-api-key"] == "the-key"


def test_a_redirect_to_another_host_takes_no_credentials_along(ask, web):
    web.on("/old", Reply(status=302, headers={"Location": f"{web.other_url}/new"}))
    web.on("/new", Reply({"id": 1}))
    assert ask("/old", headers=SECRETS).status == 200
    assert str(web.seen[0].headers).count("the-key") == 3
    assert "the-key" not in str(web.seen[1].headers)


@pytest.mark.parametrize("status, method", [(302, "GET"), (303, "GET"), (307, "POST"), (308, "POST")])
def test_a_post_is_sent_on_as_the_status_says(ask, web, status, method):
    web.on("/old", Reply(status=status, headers={"Location": "/new"}))
    web.on("/new", Reply({}))
    ask("/old", "POST", body={"json": {"a": 1}})
    assert (web.seen[1].method, web.seen[1].body) == (method, b'{"a":1}' if method == "POST" else b"")


def test_redirects_have_an_end(ask, web):
    web.on("/old", Reply(status=302, headers={"Location": "/old"}))
    with pytest.raises(QueryFailed):
        ask("/old")


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://127.0.0.1/"])
def test_a_redirect_out_of_the_web_is_refused(ask, web, location):
    web.on("/old", Reply(status=302, headers={"Location": location}))
    with pytest.raises(SourceUnreachable):
        ask("/old")


def test_a_redirect_into_the_private_network_is_refused(web):
    web.on("/old", Reply(status=302, headers={"Location": "http://localhost:1/latest/meta-data"}))
    door = OneDoor(int(web.url.rpartition(":")[2]))
    made = Channel(Policy(allow_private_addresses=False), network=door)
    with closing(made), pytest.raises(Forbidden) as caught:
        made.ask(Asked("GET", f"{web.url}/old"), max_bytes=1000)
    assert caught.value.detail == {"host": "localhost"}
    assert len(web.seen) == 1


def test_cookies_of_one_run_are_not_in_the_next(ask, web):
    web.on("/login", Reply({}, headers={"Set-Cookie": "session=of-another-user"}))
    ask("/login")
    ask("/login")
    assert "cookie" not in web.seen[1].headers


def test_the_query_of_an_address_is_kept_as_it_is(ask, web):
    web.on("/list", Reply({}))
    ask("/list?a=%2F&a=b+c#end", query=[("d", "e f")])
    assert web.seen[0].query == [("a", "/"), ("a", "b c"), ("d", "e f")]


def test_a_broken_address_is_refused(channel):
    with pytest.raises(Invalid):
        channel.ask(Asked("GET", "http://[::1"), max_bytes=1000)


@pytest.mark.parametrize(
    "value, seconds",
    [("0", 0.0), ("12", 12.0), ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0), ("soon", None), ("", None)],
)
def test_the_wait_that_a_source_asks_for_is_read(value, seconds):
    assert retry_after(value) == seconds
