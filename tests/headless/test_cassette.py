"""Recordings: made on the first run, played back in order, refused when anything else is asked."""

import json

import pytest

from tests.headless.building import component, definition, script, sql
from tooljet_jupyter.errors import Conflict, Invalid, QueryFailed
from tooljet_jupyter.headless.app import HeadlessApp
from tooljet_jupyter.headless.cassette import Cassette, fingerprint
from tooljet_jupyter.headless.start import Start
from tooljet_jupyter.notebook.loadable import loadable


class Shop:
    """A backend that counts its runs and fails for one name."""

    def __init__(self):
        self.count = 0

    def run(self, query, values, run):
        if values == ["fail"]:
            raise QueryFailed("no such name", name="fail")
        self.count += 1
        return {"run": run, "columns": [], "data": [self.count, *values], "truncated": False, "limit": 1,
                "affectedRows": None, "metadata": {}, "seconds": 0.1}  # fmt: skip

    def request(self, call):
        return {"status": 200, "headers": {}, "body": f"{call['method']} {call['url']}"}

    def cancel(self, run):
        pass


FIND = sql("find", "SELECT * FROM t WHERE name = {{components.search.value}}")


@pytest.fixture
def tape(tmp_path):
    """Load the app with a recording; the shop answers only while it is made."""
    path = tmp_path / "tape.json"
    apps = []

    def load(query=FIND, extra=()):
        found = loadable(
            definition(component("TextInput", "search"), queries=[query, *extra]),
            version=None, workspace=None, environment=None, queries="stubbed",
        )  # fmt: skip
        definitions = {part["name"]: fingerprint(part) for part in found.stored["queries"]}
        backend = None if path.exists() else Shop()
        start = Start(found.viewer, "Shop")
        apps.append(HeadlessApp(start, queries="recorded", backend=backend, cassette=Cassette(path, definitions)))
        return apps[-1]

    yield load
    for app in apps:
        app.close()


def test_the_same_question_twice_has_its_two_answers(tape):
    with tape() as app:
        first, second = app.set("search", "a").run("find"), app.run("find")
    assert (first, second) == ([1, "a"], [2, "a"])
    with tape() as app:
        assert (app.set("search", "a").run("find"), app.run("find")) == (first, second)
        with pytest.raises(Conflict, match="it ran 2 times with these values, and now once more"):
            app.run("find")


def test_a_failure_is_recorded_too(tape):
    for _ in range(2):
        with tape() as app:
            app.set("search", "fail").run("find")
            assert app.queries.find.error == {
                "code": "QueryFailed", "message": "no such name", "detail": {"name": "fail"},
            }  # fmt: skip


def test_other_values_are_refused_and_shown(tape):
    with tape() as app:
        app.set("search", "a").run("find")
    with tape() as app, pytest.raises(Conflict) as raised:
        app.set("search", "b").run("find")
    assert raised.value.message == (
        'find is not what tape.json recorded: {{components.search.value}} was "a" and is "b". '
        "Remove the file to record again"
    )


def test_another_definition_is_refused(tape):
    with tape() as app:
        app.run("find")
    changed = sql("find", "SELECT id FROM t WHERE name = {{components.search.value}}")
    with tape(changed) as app, pytest.raises(Conflict, match="its query changed"):
        app.run("find")


def test_a_query_that_was_not_recorded_is_refused(tape):
    with tape() as app:
        app.run("find")
    with tape(extra=[sql("other")]) as app, pytest.raises(Conflict, match="other .* it did not run then"):
        app.run("other")


def test_requests_are_recorded_too(tape):
    ask = script("ask", "return (await axios.get('https://api.example.com/a')).data")
    for _ in range(2):
        with tape(extra=[ask]) as app:
            assert app.run("ask") == "GET https://api.example.com/a"


def test_a_recording_is_readable_and_holds_no_sql(tape, tmp_path):
    with tape() as app:
        app.set("search", "a").run("find")
    text = (tmp_path / "tape.json").read_text()
    assert "SELECT" not in text
    found = json.loads(text)
    assert found["entries"][0]["name"] == "find"
    assert found["entries"][0]["values"] == {"components.search.value": "a"}
    assert set(found["definitions"]["find"]) == {"kind", "source", "mode", "query"}


@pytest.mark.parametrize("text", ["", "{", '{"entries": 7}'])
def test_a_broken_recording_is_named(tape, tmp_path, text):
    (tmp_path / "tape.json").write_text(text)
    with pytest.raises(Invalid, match="tape.json is no recording of queries"):
        tape()


def test_a_recording_of_a_newer_version_is_refused(tape, tmp_path):
    (tmp_path / "tape.json").write_text('{"tooljet_cassette": 9}')
    with pytest.raises(Invalid, match="recorded by a newer version"):
        tape()


def test_nothing_is_written_when_nothing_ran(tape, tmp_path):
    with tape() as app:
        app.start()
    assert not (tmp_path / "tape.json").exists()


def test_recorded_queries_need_a_file(app_of):
    app = app_of(queries=[sql("find")], way="stubbed")
    app._answers.mode = "recorded"
    with pytest.raises(Invalid, match="Recorded queries need a cassette"):
        app.run("find")
