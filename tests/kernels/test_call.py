"""Python of an app in a kernel of its own: values in, the last value out, and nothing left behind."""

import os
import threading

import pytest
from jupyter_core.utils import ensure_event_loop

from tooljet_jupyter.errors import Cancelled, Invalid, QueryFailed, QueryTimeout
from tooljet_jupyter.kernels.call import PythonCall


@pytest.fixture(autouse=True)
def loop():
    """Close the event loop that jupyter_client made for this thread."""
    yield
    ensure_event_loop().close()


def run(code, names=None, **limits):
    with PythonCall() as call:
        return call.run(code, names or {}, **{"deadline_seconds": 60, **limits})


def alive(pid):
    """Say whether a process runs; a zombie does not."""
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_the_value_of_the_last_line_comes_back():
    assert run("total = 1 + 1\ntotal * 21").data == 42


def test_the_variable_result_comes_back_where_the_last_line_has_no_value():
    assert run("result = {'a': [1, None, True]}\nx = 1").data == {"a": [1, None, True]}


def test_code_without_a_value_returns_nothing():
    assert run("x = 1").data is None


def test_the_last_line_wins_over_result():
    assert run("result = 1\n[2, 3]").data == [2, 3]


def test_a_last_line_that_is_none_is_none():
    assert run("result = 1\nprint('done')").data == 1


def test_a_data_frame_comes_back_as_rows():
    code = (
        "import pandas as pd\n"
        "frame = pd.DataFrame({'id': [1, 2], 'at': pd.to_datetime(['2026-01-02', None]), 'x': [0.5, None]})\n"
        "frame"
    )
    rows = run(code).data
    assert [(row["id"], row["x"]) for row in rows] == [(1, 0.5), (2, None)]
    assert rows[0]["at"].startswith("2026-01-02T00:00:00")
    assert rows[1]["at"] is None


def test_values_of_numpy_and_python_come_back_as_json():
    code = (
        "import numpy as np, datetime, decimal\n"
        "{'n': np.int64(3), 'list': np.array([1.5, float('nan')]), 'day': datetime.date(2026, 1, 2),\n"
        " 'price': decimal.Decimal('1.10'), 'raw': b'hi', 'set': {1}}"
    )
    assert run(code).data == {
        "n": 3,
        "list": [1.5, None],
        "day": "2026-01-02",
        "price": "1.10",
        "raw": "aGk=",
        "set": [1],
    }


def test_a_value_that_is_no_data_is_named():
    with pytest.raises(QueryFailed) as caught:
        run("class Thing: pass\nThing()")
    assert "cannot return a Thing" in caught.value.message


def test_what_was_printed_comes_back_beside_the_value():
    outcome = run("import sys\nprint('one')\nprint('two', file=sys.stderr)\n7")
    assert outcome.data == 7
    assert sorted(outcome.output.split()) == ["one", "two"]


def test_names_are_read_with_dots_and_what_is_missing_is_none():
    names = {"components": {"search": {"value": "a"}}, "queries": {"orders": {"data": [{"id": 1}]}}}
    code = "[components.search.value, queries.orders.data[0].id, components.search.other, queries['orders'].data]"
    assert run(code, names).data == ["a", 1, None, [{"id": 1}]]


@pytest.mark.parametrize(
    "value", ["'; import os; '", '"""', "\\", "{x}", "{{x}}", "ü 漢 🙂", "a\nb", "__import__('os')"]
)
def test_a_value_is_never_code(value):
    assert run("given.value", {"given": {"value": value}}).data == value


def test_an_exception_is_told_with_the_lines_of_its_traceback():
    with pytest.raises(QueryFailed) as caught:
        run("def share(total, count):\n    return total / count\n\nshare(1, 0)")
    assert caught.value.message == "ZeroDivisionError: division by zero"
    assert caught.value.detail["type"] == "ZeroDivisionError"
    traceback = "\n".join(caught.value.detail["traceback"])
    assert "return total / count" in traceback
    assert "\x1b" not in traceback


def test_code_that_does_not_parse_names_its_line():
    with pytest.raises(QueryFailed) as caught:
        run("x = 1\nif x\n    y = 2")
    assert caught.value.detail["type"] == "SyntaxError"
    assert "line 2" in caught.value.message


def test_code_that_takes_too_long_is_ended():
    with pytest.raises(QueryTimeout) as caught:
        run("while True: pass", deadline_seconds=0.5)
    assert caught.value.detail == {"seconds": 0.5}


def test_code_that_ends_its_kernel_is_an_error():
    with pytest.raises(QueryFailed):
        run("import os\nos._exit(3)")


def test_more_bytes_than_allowed_are_refused():
    with pytest.raises(Invalid) as caught:
        run("'x' * 5000", max_bytes=1000)
    assert caught.value.detail == {"max_bytes": 1000}


def test_a_run_is_cancelled_from_another_thread(tmp_path):
    started, caught = tmp_path / "started", []

    def work(call):
        try:
            call.run(f"open({str(started)!r}, 'w').close()\nwhile True: pass", {}, deadline_seconds=60)
        except Cancelled as error:
            caught.append(error)
        finally:
            ensure_event_loop().close()

    with PythonCall() as call:
        thread = threading.Thread(target=work, args=(call,))
        thread.start()
        while thread.is_alive() and not started.exists():
            thread.join(0.05)
        call.cancel()
        thread.join(20)
        assert not thread.is_alive()
    assert len(caught) == 1


def test_a_run_that_was_cancelled_before_it_began_does_nothing(tmp_path):
    with PythonCall() as call:
        call.cancel()
        with pytest.raises(Cancelled):
            call.run(f"open({str(tmp_path / 'ran')!r}, 'w')", {}, deadline_seconds=60)
    assert not (tmp_path / "ran").exists()


def test_nothing_of_the_servers_environment_is_seen(monkeypatch):
    for name in (
        "TOOLJET_TOKEN",
        "TOOLJET_URL",
        "JUPYTER_TOKEN",
        "JPY_API_TOKEN",
        "PGPASSWORD",
        "AWS_SECRET_ACCESS_KEY",
    ):
        monkeypatch.setenv(name, "the-hidden-one")
    seen = run("import os\ndict(os.environ)").data
    assert [name for name, value in seen.items() if "the-hidden-one" in value] == []
    assert "PATH" in seen


def test_the_environment_of_the_server_itself_is_not_read_from_the_parent(monkeypatch):
    monkeypatch.setenv("TOOLJET_TOKEN", "the-hidden-one")
    assert run("import os\nos.environ.get('TOOLJET_TOKEN')").data is None


@pytest.mark.skipif(not os.path.isdir("/proc"), reason="needs /proc")
@pytest.mark.parametrize("code", ["import os\nos.getpid()", "import os, sys\nprint(os.getpid())\n1 / 0"])
def test_the_kernel_is_gone_afterwards(code):
    with PythonCall() as call:
        try:
            pid = call.run(code, {}, deadline_seconds=60).data
        except QueryFailed:
            pid = call._manager.provisioner.pid
        assert alive(pid)
    assert not alive(pid)


def test_one_run_sees_nothing_of_another():
    run("leftover = 1")
    with pytest.raises(QueryFailed) as caught:
        run("leftover")
    assert caught.value.detail["type"] == "NameError"
