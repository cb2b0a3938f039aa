"""The frame: apps that try to get out of it, at Jupyter or at the network, and do not get there."""

import json
import socket
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from tests.browser import hostile
from tests.services.web import Reply, Web


@pytest.fixture(scope="module")
def evil():
    """A server of somebody else, which must never hear from an app."""
    web = Web()
    yield web
    web.close()


@pytest.fixture(scope="module")
def udp():
    """A port that hears every packet of a peer connection."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as ear:
        ear.bind(("127.0.0.1", 0))
        ear.setblocking(False)
        yield ear


@pytest.fixture(scope="module")
def breakout(browser, demo_server, evil, udp):
    """The hostile app, opened by a viewer who is logged in; everything it tries has been tried."""
    since = len(demo_server.requests())
    udp_port = udp.getsockname()[1]
    definition = hostile.app(evil.url, demo_server.url, f"127.0.0.1:{udp_port}", ["api.example.com"])
    link = demo_server.release("breakout", definition)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(link)
    app = page.frame_locator("iframe")
    last = f"s{len(hostile.SCRIPTS) - 1} ="
    expect(app.get_by_text(last)).not_to_contain_text("waiting", timeout=20_000)
    for at in range(len(hostile.SCRIPTS)):
        expect(app.get_by_text(f"s{at} =", exact=False).first).not_to_contain_text("waiting")
    yield SimpleNamespace(page=page, app=app, frame=page.frames[1], context=context, since=since, link=link)
    context.close()


@pytest.fixture
def requests(breakout, demo_server):
    """Return what the Jupyter server was asked since the app was opened."""
    return lambda: demo_server.requests()[breakout.since :]


@pytest.fixture(autouse=True)
def nothing_left(breakout, evil, udp, demo_server):
    """After every try: nobody else heard anything, no tab was opened, and Jupyter's API was not asked."""
    yield
    breakout.page.wait_for_load_state("networkidle")
    assert [(seen.method, seen.path) for seen in evil.seen] == []
    with pytest.raises(BlockingIOError):
        udp.recv(100)
    asked = [path for _, path in demo_server.requests()[breakout.since :]]
    assert [path for path in asked if path.startswith("/api/")] == []
    assert breakout.context.pages == [breakout.page]


@pytest.mark.parametrize("name", hostile.SCRIPTS)
def test_a_script_finds_no_way_out(breakout, name):
    at = list(hostile.SCRIPTS).index(name)
    said = breakout.app.get_by_text(f"s{at} = ", exact=False).first.inner_text()
    assert said.startswith(f"s{at} = refused: "), said


def test_print(breakout):
    for at, name in enumerate(hostile.SCRIPTS):
        print(name, '->', breakout.app.get_by_text(f"s{at} = ", exact=False).first.inner_text())
    print(breakout.app.get_by_text("listed =").inner_text())
