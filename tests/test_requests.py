"""Requests of code in an app: by the server, and only to hosts the app lists."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from tooljet_jupyter.errors import Forbidden, Invalid, SourceUnreachable
from tooljet_jupyter.services import apps, requests
from tooljet_jupyter.services.server import Limits, Server
from tooljet_jupyter.wire.apps import CreateApp, Release
from tooljet_jupyter.wire.definitions import Definition, Page, Settings
from tooljet_jupyter.wire.requests import HostRequest


class Weather(BaseHTTPRequestHandler):
    """A foreign service that answers with what it was sent."""

    def do_GET(self):  # noqa: N802 (the name is http.server's)
        cookie = self.headers.get("Cookie", "none")
        self.send_response(302 if self.path == "/away" else 200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Location", "http://127.0.0.2/")
        self.send_header("Set-Cookie", "secret=1")
        self.end_headers()
        self.wfile.write(f'{{"path": "{self.path}", "cookie": "{cookie}"}}'.encode())

    def log_message(self, *_):
        pass


@pytest.fixture
def weather():
    """The address of the foreign service."""
    service = HTTPServer(("127.0.0.1", 0), Weather)
    threading.Thread(target=service.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{service.server_port}"
    service.shutdown()
    service.server_close()


def release(ctx, *hosts):
    page = Page(id="home", name="Home", handle="home")
    content = Definition(pages=[page], settings=Settings(allowed_hosts=list(hosts)))
    apps.create(ctx, CreateApp(name="Weather", definition=content))
    apps.release(ctx, "weather", Release(version="v1"))


def ask(ctx, url, **given):
    return requests.send(ctx, "weather", HostRequest(method="get", url=url, **given))


def test_a_listed_host_is_asked_without_cookies_either_way(ctx, weather):
    release(ctx, "127.0.0.1")
    reply = ask(ctx, f"{weather}/berlin", headers={"Cookie": "session=1", "X-Own": "yes"})
    assert (reply.status, reply.body) == (200, {"path": "/berlin", "cookie": "none"})
    assert "set-cookie" not in {name.lower() for name in reply.headers}


def test_a_host_that_is_not_listed_is_refused(ctx, weather):
    release(ctx, "api.example.com")
    with pytest.raises(Forbidden, match=r"does not list the host 127\.0\.0\.1"):
        ask(ctx, weather)


def test_a_redirect_is_not_followed(ctx, weather):
    release(ctx, "127.0.0.1")
    assert ask(ctx, f"{weather}/away").status == 302


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://127.0.0.1/", "/relative", "javascript:alert(1)"])
def test_only_web_addresses_can_be_asked(ctx, url):
    release(ctx, "127.0.0.1")
    with pytest.raises(Invalid):
        ask(ctx, url)


def test_private_addresses_are_refused_where_the_administrator_says_so(place, weather):
    strict = Server(place, Limits(allow_private_addresses=False))
    with strict.context() as ctx:
        release(ctx, "127.0.0.1", "localhost")
        for url in (weather, weather.replace("127.0.0.1", "localhost")):
            with pytest.raises(Forbidden, match="private network"):
                ask(ctx, url)
    strict.close()


def test_a_host_that_does_not_answer_is_named(ctx):
    release(ctx, "127.0.0.1")
    with pytest.raises(SourceUnreachable, match=r"127\.0\.0\.1:1"):
        ask(ctx, "http://127.0.0.1:1/")


@pytest.mark.parametrize(
    "host, listed, allowed",
    [
        ("api.example.com", ["api.example.com"], True),
        ("API.example.com", ["api.example.com"], True),
        ("api.example.com", ["*.example.com"], True),
        ("example.com", ["*.example.com"], False),
        ("evil-example.com", ["*.example.com"], False),
        ("api.example.com.evil.com", ["api.example.com"], False),
        ("api.example.com", [], False),
    ],
)
def test_which_hosts_a_list_allows(host, listed, allowed):
    assert requests.allowed(host, None, listed) is allowed
