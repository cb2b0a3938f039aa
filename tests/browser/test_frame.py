"""The frame: apps that try to get out of it, at Jupyter or at the network, and do not get there."""

import json
import socket
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from tests.browser import hostile
from tests.services.demo import TOKEN
from tests.services.web import Reply, Web

DELETE = "1; DELETE FROM orders"
FOREIGN = "script, iframe, object, embed, form, input, meta, base, link, video, audio, source, [srcset], [ping]"


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
    ear = f"127.0.0.1:{udp.getsockname()[1]}"
    definition = hostile.app(evil.url, demo_server.url, udp=ear, hosts=["api.example.com"])
    definition["queries"].append(hostile.rows(demo_server.api("GET", "sources")))
    link = demo_server.release("breakout", definition)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(link)
    app = page.frame_locator("iframe")
    last = f"s{len(hostile.SCRIPTS) - 1} ="
    expect(app.get_by_text(last)).not_to_contain_text("waiting", timeout=20_000)
    for at in range(len(hostile.SCRIPTS)):
        expect(app.get_by_text(f"s{at} =", exact=False).first).not_to_contain_text("waiting")
    places = {"evil": evil.url, "host": demo_server.url, "demo": demo_server, "since": since}
    yield SimpleNamespace(page=page, app=app, frame=page.frames[1], context=context, **places)
    context.close()


@pytest.fixture
def requests(breakout, demo_server):
    """Return what the Jupyter server was asked since the app was opened."""
    return lambda: demo_server.requests()[breakout.since :]


@pytest.fixture(autouse=True)
def nothing_left(breakout, evil, udp, demo_server):
    """After every try: nobody else heard anything, no tab was opened, and Jupyter's API was not asked."""
    yield
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


def test_scripts_did_have_the_real_global_object(breakout, evil):
    said = breakout.app.get_by_text("listed =").inner_text()
    assert said.startswith("listed = got: ")
    assert f"{evil.url}/module.js" in said
    assert TOKEN not in said


@pytest.mark.parametrize("name", hostile.HTML)
def test_html_of_an_app_is_harmless(breakout, name):
    at = list(hostile.HTML).index(name)
    shown = breakout.app.locator(f"[data-component='h{at}'], #h{at}, [data-instance='h{at}']").first
    assert shown.count() == 1
    assert shown.locator(FOREIGN).count() == 0
    assert shown.evaluate("element => /\\son\\w+=|javascript:|@import|http-equiv/i.test(element.innerHTML)") is False


def test_a_script_as_a_link_does_nothing(breakout):
    for words in ("run", "A link"):
        breakout.app.get_by_text(words, exact=True).click()
    assert breakout.frame.evaluate("() => performance.getEntriesByType('resource').length") > 0


def test_pictures_and_styles_ask_nobody(breakout, evil):
    tried = breakout.frame.evaluate(
        "evil => [...document.images].filter(image => image.src.startsWith(evil)).map(image => image.naturalWidth)",
        evil.url,
    )
    assert tried
    assert set(tried) == {0}
    assert evil.seen == []


@pytest.mark.parametrize("name", hostile.PAGE)
def test_even_the_thread_of_the_page_finds_no_way_out(breakout, name):
    code = hostile.aim(hostile.PAGE[name], breakout.evil, breakout.host)
    said = breakout.frame.evaluate(hostile.attempt(code))
    assert said.startswith("refused: "), said


def test_the_frame_knows_no_token(breakout):
    known = breakout.frame.evaluate(
        """() => [location.href, document.referrer, document.URL, document.documentElement.outerHTML, window.name,
        ...performance.getEntries().map(entry => entry.name), ...(location.ancestorOrigins ?? [])].join(' ')"""
    )
    assert TOKEN not in known
    assert "token" not in breakout.frame.url


def test_forged_messages_get_no_further_than_real_ones(breakout, requests):
    calls = [
        {"name": "run-query", "query": "nothing", "run": "r1", "values": []},
        {"name": "run-query", "query": "query-deleteOrder", "run": "r2", "values": [1]},
        {"name": "run-query", "query": "../../orders/queries/query-deleteOrder", "run": "r3", "values": [1]},
        {
            "name": "run-query",
            "query": "rows",
            "run": "r4",
            "values": ["1; DELETE FROM orders"],
            "sql": "DELETE FROM orders",
        },
        {"name": "request", "method": "GET", "url": f"{breakout.host}/api/kernels", "headers": {}},
        {"name": "request", "method": "GET", "url": "/api/kernels", "headers": {}},
        {"name": "request", "method": "GET", "url": f"{breakout.evil}/", "headers": {}},
        {"name": "request", "method": "GET", "url": "file:///etc/passwd", "headers": {}},
        {"name": "act", "action": {"kind": "open-url", "url": "javascript:alert(1)", "newTab": False}},
        {"name": "act", "action": {"kind": "evaluate", "code": "document.cookie"}},
        {"name": "fetch", "url": f"{breakout.host}/api/kernels"},
        {"name": "__proto__"},
    ]
    forged = [{"type": "call", "call": -1001 - at, "request": call} for at, call in enumerate(calls)]
    before = breakout.demo.rows("SELECT count(*) FROM orders")
    # The last three are no calls at all, so nobody answers them.
    answers = breakout.frame.evaluate(hostile.FORGE, [forged, len(forged) - 3])
    codes = [answers.get(str(message["call"])) for message in forged]
    codes = [answer["code"] if isinstance(answer, dict) and "code" in answer else answer for answer in codes]
    assert codes[:3] == ["NotFound", "NotFound", "NotFound"]
    assert codes[3]["data"] == []
    assert codes[4:8] == ["Forbidden", "Invalid", "Forbidden", "Invalid"]
    assert codes[8:] == ["Failed", None, None, None]
    assert breakout.demo.rows("SELECT count(*) FROM orders") == before
    assert ("GET", "/api/kernels") not in requests()


def test_the_app_gets_no_sql_and_no_code_of_the_server(breakout):
    definition = breakout.demo.api("GET", "apps/breakout/released")["definition"]
    rows = next(query for query in definition["queries"] if query["name"] == "rows")
    assert "SELECT" not in json.dumps(rows)
    assert rows["bindings"] == ["variables.wanted"]


def test_axios_reaches_a_listed_host_and_no_other(breakout, web):
    web.on("/price", Reply({"price": 42}))
    listed = web.url.removeprefix("http://")
    code = f"""const one = await axios.get('{web.url}/price');
        const other = await axios.get('{breakout.evil}/price').catch(error => error.message);
        return `${{one.status}} ${{one.data.price}} / ${{other}}`"""
    definition = hostile.single(code, [listed])
    page = breakout.context.new_page()
    page.goto(breakout.demo.release("axios", definition))
    said = page.frame_locator("iframe").get_by_text("one =")
    expect(said).to_contain_text("got: 200 42 / The app does not list the host 127.0.0.1")
    page.close()
    (seen,) = web.seen
    assert "cookie" not in seen.headers
    assert TOKEN not in str(seen.headers)


def test_an_app_opens_no_site_before_its_viewer_did_something(breakout):
    code = f"await actions.openWebPage('{breakout.evil}/open', 'newTab').catch(e => console.log('no: ' + e.message))"
    link = breakout.demo.release("opener", hostile.single(code, []))
    page = breakout.context.new_page()
    # Nothing is looked up in the page meanwhile: the browser takes that for a sign of its user.
    with page.expect_console_message(lambda message: "no: " in message.text) as said:
        page.goto(link)
    assert "A link can be opened only right after the viewer clicked or pressed a key." in said.value.text
    page.close()


@pytest.mark.parametrize("name", hostile.JOURNEYS)
def test_an_app_that_leaves_its_frame_arrives_nowhere(breakout, name):
    page = breakout.context.new_page()
    page.goto(breakout.demo.link("apps/status-board"))
    expect(page.frame_locator("iframe").get_by_role("tab").first).to_be_visible()
    code = hostile.aim(hostile.JOURNEYS[name], breakout.evil, breakout.host)
    with page.expect_event("framenavigated"):
        page.frames[1].evaluate(f"() => {{ {code} }}")
    assert page.frames[1].url == "chrome-error://chromewebdata/"
    page.close()


def test_the_frame_s_document_has_no_origin_even_as_a_page_of_its_own(breakout):
    page = breakout.context.new_page()
    answer = page.goto(f"{breakout.host}/tooljet/frame/breakout")
    assert page.evaluate("() => [self.origin, top === self]") == ["null", True]
    refused = "() => { try { return document.cookie } catch (error) { return error.name } }"
    assert page.evaluate(refused) == "SecurityError"
    assert page.evaluate("() => fetch('/api/kernels').then(() => 'got', () => 'refused')") == "refused"
    page.close()
    policy = policy_of(answer)
    static = f"{breakout.host}/tooljet/static/"
    assert policy == {
        "sandbox": "allow-scripts",
        "default-src": "'none'",
        "script-src": f"{static} 'unsafe-eval' blob:",
        "worker-src": "blob:",
        "style-src": f"{static} 'unsafe-inline'",
        "font-src": f"{static} data:",
        "img-src": f"{static} data: blob: https://api.example.com",
        "media-src": f"{static} data: blob: https://api.example.com",
        "connect-src": "'none'",
        "frame-src": "'none'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'self'",
    }
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"


def test_the_page_around_lets_nothing_else_in(breakout):
    page = breakout.context.new_page()
    answer = page.goto(f"{breakout.host}/tooljet/apps/breakout")
    assert page.locator("iframe").get_attribute("sandbox") == "allow-scripts"
    page.close()
    policy = policy_of(answer)
    assert policy["default-src"] == policy["script-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-src"] == f"{breakout.host}/tooljet/frame/"
    assert policy["object-src"] == policy["base-uri"] == "'none'"
    assert policy["frame-ancestors"] == policy["form-action"] == "'self'"


def policy_of(answer):
    """The content security policy of an answer, by directive."""
    parts = [part.strip().split(" ", 1) for part in answer.headers["content-security-policy"].split(";")]
    return {name: rest[0] if rest else "" for name, *rest in parts}
