"""Time, chance, messages, questions and everything else that a test has in its hands."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.headless.building import component, on, script, sql
from tooljet_jupyter.errors import Invalid
from tooljet_jupyter.headless.records import Action, Alert


def test_the_clock_stands_until_it_is_moved(app_of):
    code = "setTimeout(() => actions.setVariable('late', Date.now()), 1500); return new Date().toISOString()"
    app = app_of(queries=[script("later", code)], clock="2026-05-01T08:00:00Z")
    assert app.run("later") == "2026-05-01T08:00:00.000Z"
    assert app.wait(1.499).variables.late is None
    assert app.wait(0.001).variables.late == datetime(2026, 5, 1, 8, 0, 1, 500_000, UTC).timestamp() * 1000
    assert app.now == datetime(2026, 5, 1, 8, 0, 1, 500_000, UTC)


def test_a_timer_without_delay_runs_at_the_next_wait(app_of):
    app = app_of(queries=[script("soon", "setTimeout(() => actions.setVariable('done', 1))")])
    app.run("soon")
    assert app.variables.done is None
    assert app.wait().variables.done == 1


def test_timers_run_in_their_order_with_what_follows_from_them(app_of):
    code = """
    const heard = [];
    setTimeout(async () => { await null; heard.push('second at ' + Date.now() % 1000) }, 200);
    setTimeout(() => queries.rows.run().then(() => heard.push('first at ' + Date.now() % 1000)), 100);
    setTimeout(() => actions.setVariable('heard', heard), 300);
    """
    app = app_of(queries=[script("go", code), sql("rows")]).stub("rows", [])
    app.run("go")
    assert app.wait(1).variables.heard == ["first at 100", "second at 200"]


def test_an_interval_ticks_for_as_long_as_the_clock_moves(app_of):
    code = "setInterval(() => actions.setVariable('ticks', (variables.ticks ?? 0) + 1), 1000)"
    app = app_of(queries=[script("tick", code)])
    app.run("tick")
    assert app.wait(60).variables.ticks == 60


def test_a_debounced_handler_waits(app_of):
    handler = on("onChange", "set-custom-variable", key="typed", value="{{components.name.value}}", debounce="300")
    app = app_of(component("TextInput", "name", events=[handler]))
    app.set("name", "a").set("name", "ad")
    assert app.variables.typed is None
    assert app.wait(0.3).variables.typed == "ad"


@pytest.mark.parametrize(
    "clock",
    [
        "2026-01-01T09:00:00Z",
        "2026-01-01T09:00:00",
        datetime(2026, 1, 1, 9, tzinfo=UTC),
        datetime(2026, 1, 1, 10, tzinfo=timezone(timedelta(hours=1))),
        datetime(2026, 1, 1, 9, tzinfo=UTC).timestamp(),
    ],
)
def test_the_clock_is_set_by_text_date_or_number(app_of, clock):
    assert app_of(clock=clock).now == datetime(2026, 1, 1, 9, tzinfo=UTC)


def test_a_clock_that_is_none_is_refused(app_of):
    with pytest.raises(Invalid, match="yesterday is no time: write it as 2026-01-01T09:00:00Z"):
        app_of(clock="yesterday").start()


def test_moment_has_the_clock_of_the_app(app_of):
    app = app_of(
        component("Text", "day", text="{{moment.utc().format('YYYY-MM-DD HH:mm')}}"), clock="2026-02-03T04:05Z"
    )
    assert app.components.day.text == "2026-02-03 04:05"


def test_chance_is_the_seeds(app_of):
    dice = script("dice", "return [Math.random(), crypto.randomUUID()]")
    first, again, other = (app_of(queries=[dice], seed=seed).run("dice") for seed in (7, 7, 8))
    assert first == again != other
    assert 0 <= first[0] < 1


def test_messages_stay_as_long_as_on_a_page(app_of):
    app = app_of(
        queries=[script("say", "actions.showAlert('success', parameters.text)", parameters=[{"name": "text"}])]
    )
    app.run("say", text="Saved")
    app.wait(3).run("say", text="Sent")
    assert app.alerts == [Alert("success", "Saved"), Alert("success", "Sent")]
    assert app.wait(2.5).alerts == [Alert("success", "Sent")]
    assert app.wait(60).alerts == []


DELETE = sql("delete", requestConfirmation=True, confirmationMessage="Really?")


def test_a_question_is_answered_as_the_test_says(app_of):
    app = app_of(queries=[DELETE]).stub("delete", None)
    app.run("delete")
    assert (app.question, len(app.runs)) == ("Really?", 1)
    app.confirms = False
    app.run("delete")
    assert (app.question, len(app.runs)) == ("Really?", 1)
    assert app.confirms is False


def test_a_question_can_be_left_open(app_of):
    app = app_of(queries=[DELETE]).stub("delete", None)
    app.confirms = None
    app.run("delete")
    assert (app.question, app.runs) == ("Really?", [])
    assert app.answer(True).question is None
    assert [run.name for run in app.runs] == ["delete"]
    with pytest.raises(Invalid, match="The app asks nothing now"):
        app.answer(True)


ASKS = """
actions.setLocalStorage('city', 'Rome');
actions.copyToClipboard('a text');
actions.openWebPage('https://example.com/', 'newTab');
actions.goToApp('other', [['id', '1']]);
actions.generateFile('report', 'csv', [{a: 1}]);
"""


def test_what_the_app_asks_of_its_page_is_written_down(app_of):
    app = app_of(queries=[script("ask", ASKS)], storage={"city": "Oslo", "kept": "yes"})
    assert app.storage == {"city": "Oslo", "kept": "yes"}
    app.run("ask")
    assert app.storage == {"city": "Rome", "kept": "yes"}
    kinds = ["set-localstorage", "copy", "open-url", "go-to-app", "download"]
    assert [action.kind for action in app.actions] == kinds
    assert app.actions[1] == Action("copy", {"text": "a text"})
    assert app.actions[4].detail == {"name": "report", "type": "csv", "data": [{"a": 1}]}
