"""Apps that run for ever, take all memory, or are hostile: they are stopped and named, and others live on."""

import asyncio
import signal
import subprocess
import sys
import threading

import pytest

from tests.headless.building import component, script
from tests.house.checkout import ROOT
from tooljet_jupyter.errors import Invalid, ToolJetError
from tooljet_jupyter.headless.isolate import Isolate, resident_mb

FOREVER = "(() => { for (;;) {} })()"
SECONDS = 0.3


def test_a_binding_that_never_ends_is_named(app_of):
    app = app_of(component("Text", "title", text=f"{{{{{FOREVER}}}}}"), timeout_seconds=SECONDS)
    with pytest.raises(ToolJetError) as raised:
        app.start()
    assert raised.value.message == (
        "title.text ran longer than 0.3 s and was stopped. The app is closed: load it again"
    )
    assert raised.value.detail == {"binding": "title.text"}
    with pytest.raises(ToolJetError, match=r"title\.text ran longer"):
        app.read("1 + 1")
    assert app.log == []
    assert app.runs == []


@pytest.mark.parametrize(
    "code",
    [
        "for (;;) {}",
        "await null; for (;;) {}",
        "await Promise.resolve(); try { for (;;) {} } finally { for (;;) {} }",
        "for (;;) await null",
    ],
)
def test_a_script_that_never_ends_is_named(app_of, code):
    app = app_of(queries=[script("loop", code)], timeout_seconds=SECONDS)
    with pytest.raises(ToolJetError, match=r"^loop\.code ran longer than 0.3 s and was stopped"):
        app.run("loop")


def test_a_timer_that_never_ends_is_stopped(app_of):
    app = app_of(queries=[script("later", "setTimeout(() => { for (;;) {} }, 1000)")], timeout_seconds=SECONDS)
    app.run("later")
    with pytest.raises(ToolJetError, match="ran longer than 0.3 s"):
        app.wait(1)


def test_a_script_that_takes_all_memory_is_named(app_of):
    code = "const all = []; for (;;) all.push(new Array(1000).fill(1))"
    app = app_of(queries=[script("eat", code)], memory_mb=64, timeout_seconds=30)
    with pytest.raises(ToolJetError, match=r"^eat\.code took more memory than it may and was stopped"):
        app.run("eat")


def test_buffers_count_as_memory_too(app_of):
    code = "const all = []; for (;;) all.push(new Uint8Array(1e7).fill(1))"
    app = app_of(queries=[script("eat", code)], memory_mb=64, timeout_seconds=30)
    with pytest.raises(ToolJetError, match=r"^eat\.code took more memory than it may and was stopped"):
        app.run("eat")


def test_recursion_without_end_is_only_an_error_of_the_app(app_of):
    app = app_of(component("Text", "title", text="{{(function f() { return f() })()}}"))
    assert app.components.title.text == ""
    assert "call stack" in app.errors[0].message


def test_an_app_that_was_stopped_leaves_the_others_alone(app_of):
    good = app_of(component("Text", "title", text="{{variables.x ?? 'fine'}}"))
    bad = app_of(component("Text", "title", text=f"{{{{{FOREVER}}}}}"), timeout_seconds=SECONDS)
    assert good.components.title.text == "fine"
    with pytest.raises(ToolJetError):
        bad.start()
    assert good.components.title.text == "fine"


def test_two_apps_at_once_know_nothing_of_each_other(app_of):
    change = "Array.prototype.sneaky = 1; (function () { this.left = 1 })(); await actions.setVariable('x', 1)"
    one, other = (app_of(component("Text", "t", text="{{[].sneaky}}"), queries=[script("go", change)]) for _ in "ab")
    one.run("go")
    assert one.variables.x == 1
    assert other.variables.x is None
    assert other.read("[].sneaky") is None


def test_apps_run_in_threads_side_by_side(app_of):
    code = "let sum = 0; for (let i = 0; i < 1e5; i++) sum += i % parameters.n; return sum"
    apps = [app_of(queries=[script("sum", code, parameters=[{"name": "n"}])]) for _ in range(4)]
    found = {}
    threads = [threading.Thread(target=lambda n=n: found.update({n: apps[n].run("sum", n=n + 1)})) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {n: sum(i % (n + 1) for i in range(10**5)) for n in range(4)}


HOSTILE = [
    "JSON.stringify = () => 'fooled'; JSON.parse = () => null",
    "Object.prototype.toJSON = () => 'fooled'",
    "Array.prototype.map = () => { throw 1 }; Promise.prototype.then = null",
    "tooljetEngine.step = null; globalThis.tooljetEngine = null; delete globalThis.tooljetEngine",
]


@pytest.mark.parametrize("code", HOSTILE)
def test_an_app_that_breaks_its_own_engine_harms_only_itself(app_of, code):
    app = app_of(queries=[script("break", code)], timeout_seconds=1)
    try:
        app.run("break")
        app.read("1 + 1")
    except ToolJetError:
        pass
    assert app_of().read("1 + 1") == 2


def test_a_hostile_definition_is_an_error_of_its_own(app_of):
    deep = "{{" + "[" * 5000 + "]" * 5000 + "}}"
    strange = component("Text", "__proto__", text=deep, constructor="{{}}", toString="{{1}}")
    app = app_of(strange, component("NoSuchThing", "what", data="{{1 + 1}}"), timeout_seconds=5)
    assert "__proto__" in list(app.components)
    assert app.components.what.id == "what"


def test_a_closed_app_says_so(app_of):
    app = app_of(component("Text", "title", text="x")).start()
    app.close()
    app.close()
    with pytest.raises(ToolJetError, match="The app is closed: load it again"):
        app.read("1 + 1")
    with pytest.raises(ToolJetError, match="The app is closed: load it again"):
        list(app.components)
    assert app.errors == []


def test_an_app_that_was_never_touched_is_closed_too(app_of):
    app = app_of()
    app.close()
    with pytest.raises(ToolJetError, match="closed"):
        app.start()


def test_an_app_ends_with_its_block(app_of):
    with app_of(component("Text", "title", text="x")) as app:
        assert app.components.title.text == "x"
    with pytest.raises(ToolJetError, match="closed"):
        app.read("1")


def test_an_isolate_can_be_ended_while_it_runs():
    isolate = Isolate()
    isolate.boot(b'{"definition": null}', 5)
    isolate.close()
    assert isolate.closed


def test_what_cannot_be_handed_over_is_refused(app_of):
    app = app_of(component("TextInput", "name"))
    with pytest.raises(Invalid, match="That cannot be handed to an app|no data an app"):
        app.set("name", "half a pair \ud800")


UNCLOSED = """
from tests.headless.building import app_of, component, script
app = app_of(component("Text", "title", text="{{1 + 1}}"), queries=[script("loop", "for (;;) {}")])
print(app.components.title.text)
"""


def test_a_program_that_closes_nothing_ends_without_a_word():
    done = subprocess.run([sys.executable, "-X", "dev", "-c", UNCLOSED], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "2\n", "")


def test_an_app_runs_where_an_event_loop_runs_as_in_a_notebook(app_of):
    async def cell():
        return app_of(component("Text", "title", text="{{1 + 1}}")).components.title.text

    assert asyncio.run(cell()) == "2"


def test_an_interrupt_ends_the_wait_and_the_app(app_of):
    app = app_of(queries=[script("loop", "for (;;) {}")], timeout_seconds=30).start()
    interrupt = (threading.main_thread().ident, signal.SIGINT)
    threading.Timer(0.3, signal.pthread_kill, interrupt).start()
    with pytest.raises(KeyboardInterrupt):
        app.run("loop")
    with pytest.raises(ToolJetError, match="The app is closed"):
        app.read("1")


def test_hundreds_of_apps_leave_no_memory_behind(app_of):
    def use():
        with app_of(component("Text", "title", text="{{[1, 2].length}}")) as app:
            assert app.components.title.text == "2"

    for _ in range(20):
        use()
    before = resident_mb()
    for _ in range(60):
        use()
    assert resident_mb() - before < 40
