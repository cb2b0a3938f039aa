"""Requests that come before the server is open: they wait, and then ask the real handler."""

import asyncio
import json
from concurrent.futures import Future
from contextlib import contextmanager

import pytest
from tornado.httpclient import AsyncHTTPClient
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application

from tooljet_jupyter.handlers.early import Early


@pytest.fixture
def opening():
    return Future()


@contextmanager
def waiting_room(opening):
    """Give what sends a request to a server that is not open yet."""
    server = HTTPServer(Application([(r"/tooljet/.*", Early, {"opening": opening})]))
    [socket] = bind_sockets(0, "127.0.0.1")
    server.add_sockets([socket])
    url = f"http://127.0.0.1:{socket.getsockname()[1]}/tooljet/api/queries/run?a=1"
    given = {"method": "POST", "body": "{}", "follow_redirects": False, "raise_error": False}
    yield lambda: asyncio.ensure_future(AsyncHTTPClient().fetch(url, **given))
    server.stop()


async def test_a_request_waits_and_is_sent_again_with_its_body(opening):
    with waiting_room(opening) as ask:
        asked = ask()
        done, _ = await asyncio.wait([asked], timeout=0.2)
        assert not done
        opening.set_result(None)
        answer = await asked
    assert (answer.code, answer.headers["Location"]) == (307, "/tooljet/api/queries/run?a=1")


async def test_after_a_failed_opening_the_answer_says_so_without_the_reason(opening):
    opening.set_exception(RuntimeError("password=hunter2"))
    with waiting_room(opening) as ask:
        answer = await ask()
    assert (answer.code, json.loads(answer.body)["code"]) == (503, "NotStarted")
    assert b"hunter2" not in answer.body
