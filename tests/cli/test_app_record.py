"""`app record`: a session that a viewer sent becomes a test, whatever goes wrong on the way."""

import signal

import pytest

from tests.cli.conftest import Command
from tests.services.demo import TOKEN
from tests.services.recorder import recorder

ORDERS = "page-orders-"


def fire(name, event, seconds, **values):
    return {"kind": "fire", "seconds": seconds, "name": f"{ORDERS}{name}", "event": event, "values": values or None}


def put(name, seconds, **values):
    return {"kind": "set", "seconds": seconds, "name": f"{ORDERS}{name}", "values": values}


START = {"kind": "start", "seconds": 0, "values": {"device": "desktop", "now": "2026-03-02T10:00:00Z"}}
OPENED = [
    fire("newOrder", "onClick", 1.0),
    {"kind": "state", "seconds": 1.1, "name": f"{ORDERS}orderModal", "values": {"show": True}},
]


def answers(demo, queries):
    """Return the steps of queries that the page runs at first, with what the demo replies to them."""
    values = ["2025-03-01", "2026-03-02", None, None, ""]
    sent = {"orders": [*values, 0], "numbers": values, "months": values, "bySegment": values}
    for name in queries:
        asked = sent.get(name, [])
        reply = demo.api("POST", f"apps/orders/queries/query-{name}/run", {"values": asked, "run": f"at-first-{name}"})
        yield {"kind": "run", "seconds": 0.5, "name": f"query-{name}", "values": asked, "reply": reply}


@pytest.fixture(scope="module")
def loaded(running):
    """The page, opened: the start, and the answers of its queries."""
    names = ["orders", "numbers", "months", "bySegment", "customers", "products"]
    return [START, *answers(running, names)]


def send(demo, recording, steps):
    demo.api("POST", f"recordings/{recording.key}/steps", {"steps": steps})


def test_a_session_is_written_as_lines_and_asserts(running, loaded, tmp_path):
    target = tmp_path / "test_made.py"
    with recorder(running, target, "orders") as recording:
        send(running, recording, loaded)
        send(running, recording, OPENED)
        running.api("POST", f"recordings/{recording.key}/end")
        said = recording.end()
    assert "1 steps, 1 asserts" in said
    assert "It passes." in said
    body = target.read_text().partition("def test_orders(app):\n")[2]
    assert body == '    app.click("newOrder")\n    assert app.components.orderModal.show is True\n'
    assert 'clock="2026-03-02T10:00:00Z"' in target.read_text()
    assert running.api("POST", "recordings", {"app": "orders"})["id"] != recording.key


def test_a_version_that_viewers_do_not_have_is_recorded_by_name(running, loaded, tmp_path):
    target = tmp_path / "test_made.py"
    with recorder(running, target, "orders", "--version", "v1") as recording:
        assert "&version=" in recording.link
        send(running, recording, [*loaded, *OPENED])
        running.api("POST", f"recordings/{recording.key}/end")
        assert "It passes." in recording.end()
    assert 'version="v1"' in target.read_text()


def test_control_c_ends_a_session_too(running, loaded, tmp_path):
    with recorder(running, tmp_path / "test_made.py", "orders") as recording:
        send(running, recording, [*loaded, *OPENED])
        recording.program.send_signal(signal.SIGINT)
        assert "It passes." in recording.end()


def test_what_cannot_be_repeated_is_said_and_left_out(running, loaded, tmp_path):
    target = tmp_path / "test_made.py"
    impossible = [fire("deleteOrder", "onClick", 2.0), put("status", 3.0, value="no such status")]
    wrong = {"kind": "state", "seconds": 3.5, "name": f"{ORDERS}text2", "values": {"text": "Something else"}}
    with recorder(running, target, "orders", "--json") as recording:
        send(running, recording, [*loaded, *OPENED, *impossible, wrong])
        running.api("POST", f"recordings/{recording.key}/end")
        said = recording.end()
    assert '"passed": true' in said
    assert "the dialog orderModal is open in front of it" in said
    assert "deleteOrder" not in target.read_text()
    assert "Something else" not in target.read_text()


def test_an_empty_session_writes_nothing(running, loaded, tmp_path):
    target = tmp_path / "test_made.py"
    with recorder(running, target, "orders") as recording:
        send(running, recording, loaded)
        running.api("POST", f"recordings/{recording.key}/end")
        assert "Nothing was done in the app" in recording.end()
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_kept(remote, tmp_path):
    (tmp_path / "test_mine.py").write_text("mine")
    said = remote("app", "record", "orders", "-o", str(tmp_path / "test_mine.py"), fails=1).stderr
    assert "already" in said
    assert (tmp_path / "test_mine.py").read_text() == "mine"


def test_an_app_that_is_not_there_is_named_before_anybody_opens_a_page(remote):
    assert "no-such-app" in remote("app", "record", "no-such-app", fails=1).stderr


def test_a_recording_needs_a_server(embedded):
    assert "needs a running server" in embedded("app", "record", "orders", fails=1).stderr


def test_a_token_is_asked_for_once(running, loaded, tmp_path):
    where = Command(["--url", running.url, "--token", "-"])
    done = where("app", "record", "orders", "-o", str(tmp_path), typed=f"{TOKEN}\n", fails=1)
    assert done.stderr.count("Token") <= 1
