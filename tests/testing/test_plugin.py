"""The pytest plugin as authors use it: which app, readable when it fails, recorded again, side by side."""

import shutil
import subprocess
import sys

import pytest

from tests.services.demo import TOKEN

ROWS = [{"id": 7, "customer": "Ada Becker", "country": "France", "ordered": "2026-01-02", "total": 20.5}]
FAILS = f"""
def test_a_value(app):
    app.stub("waiting", {ROWS})
    app.click("parcels", row=0)
    assert app.components.waitingCount.primaryValue == 2

def test_a_text(app):
    app.stub("waiting", {ROWS}).fail("ship", "database is locked")
    app.click("parcels", row=0).click("pack")
    assert "Not packd" in app.sees()

def test_nothing_of_an_app():
    assert 1 == 2
"""
NAMES = """
import pytest

def test_title(app):
    assert app.title == {title!r}
"""


def titles(part):
    return {title: text for title, text in part["sections"]}


def test_the_example_passes(example):
    outcomes = {name: one["outcome"] for name, one in example.tests().items()}
    assert outcomes.pop("test_a_real_database") == "skipped"
    assert set(outcomes.values()) == {"passed"}
    assert len(outcomes) == 12


def test_tests_run_side_by_side(example):
    outcomes = [one["outcome"] for one in example.tests("-n", "2").values()]
    assert sorted(outcomes) == ["passed"] * 12 + ["skipped"]


def test_a_failing_test_says_what_its_app_showed(project):
    project.write(FAILS)
    found = project.tests()
    value = titles(found["test_a_value"])
    assert "waitingCount.primaryValue is 1" in value["Packing: why waitingCount.primaryValue is what it is"]
    assert "queries.waiting.data" in value["Packing: why waitingCount.primaryValue is what it is"]
    assert 'gridcell "Ada Becker"' in value["Packing: what was on the page"]
    assert "query waiting (stubbed) with None: 1 rows" in value["Packing: what happened last"]
    text = found["test_a_text"]
    assert "'Not packd' is not on the page; nearest: 'Not packed: database is locked'" in text["message"]
    assert "query ship (stubbed) with 7: failed: database is locked" in titles(text)["Packing: what happened last"]
    assert "database is locked" in titles(text)["Packing: errors"]
    assert found["test_nothing_of_an_app"]["sections"] == []


def test_the_report_of_pytest_itself_has_the_same(project):
    project.write(FAILS)
    said = project.pytest("-k", "test_a_text").stdout
    assert "Packing: what was on the page" in said
    assert '- button "Pack order 7"' in said


@pytest.mark.parametrize(
    "words, settings",
    [
        ([], ""),
        (["--tooljet-app", "packing"], ""),
        ([], "tooljet_app = packing"),
    ],
)
def test_an_app_is_found_beside_its_tests_by_an_option_or_by_a_setting(project, words, settings):
    project.write(NAMES.format(title="Packing"))
    (project.root / "pytest.ini").write_text(f"[pytest]\n{settings}\n")
    assert project.tests(*words)["test_title"]["outcome"] == "passed"


def test_tests_inside_an_exported_app_are_about_it(project):
    (project.root / "packing" / "tests").mkdir()
    project.write(NAMES.format(title="Packing"), "packing/tests/test_inside.py")
    assert project.tests()["test_title"]["outcome"] == "passed"


def test_which_app_is_asked_where_several_lie_beside_each_other(project):
    shutil.copytree(project.root / "packing", project.root / "other")
    project.write(NAMES.format(title="Packing"))
    said = project.tests()["test_title"]["message"]
    assert "there are other, packing" in said
    assert "@pytest.mark.tooljet" in said


def test_an_app_that_is_not_there_is_named(project):
    project.write("import pytest\n\n@pytest.mark.tooljet('apps/gone.json')\ndef test_it(app):\n    pass\n")
    assert "There is no exported app at apps/gone.json" in project.tests()["test_it"]["message"]


def test_the_nearest_marker_counts(project):
    project.write("""
import pytest

pytestmark = pytest.mark.tooljet("packing", device="mobile", clock="2026-01-08T09:00:00Z")

@pytest.mark.tooljet(device="desktop")
def test_it(app):
    app.stub("waiting", [])
    assert "Choose a parcel" not in app.sees()
    assert "Nothing to pack." in app.sees()
    assert "Thursday, 8 January" in app.sees()
""")
    assert project.tests()["test_it"]["outcome"] == "passed"


def test_apps_are_closed_after_their_test(project):
    project.write("""
from tooljet_jupyter.errors import ToolJetError
import pytest

kept = []

def test_first(app, load_app):
    kept.extend([app.stub("waiting", []), load_app("packing").stub("waiting", [])])
    assert [one.title for one in kept if one.components.hint.text] == ["Packing", "Packing"]

def test_second():
    for one in kept:
        with pytest.raises(ToolJetError, match="closed"):
            one.sees()
""")
    assert {one["outcome"] for one in project.tests().values()} == {"passed"}


def test_recorded_answers_are_kept_and_recorded_again_when_asked(project, running):
    project.environment = {"TOOLJET_TOKEN": TOKEN}
    project.write("""
import pytest

@pytest.mark.tooljet(queries="recorded")
def test_it(app):
    assert app.components.waitingCount.primaryValue == len(app.queries.waiting.data) > 0
""")
    cassette = project.root / "cassettes" / "test_it.test_it.json"
    assert "No ToolJet server was found" in project.tests()["test_it"]["message"]
    assert not cassette.exists()
    server = ["--tooljet-url", running.url]
    assert project.tests(*server)["test_it"]["outcome"] == "passed"
    recorded = cassette.read_text()
    assert project.tests()["test_it"]["outcome"] == "passed"
    running.change("UPDATE customers SET name = name || '!'")
    assert project.tests(*server)["test_it"]["outcome"] == "passed"
    assert cassette.read_text() == recorded
    assert project.tests(*server, "--tooljet-record")["test_it"]["outcome"] == "passed"
    assert cassette.read_text() != recorded


def test_a_failing_test_leaves_no_recording(project, running):
    project.environment = {"TOOLJET_TOKEN": TOKEN}
    project.write("""
import pytest

@pytest.mark.tooljet(queries="recorded")
def test_it(app):
    assert app.components.waitingCount.primaryValue < 0
""")
    assert project.tests("--tooljet-url", running.url)["test_it"]["outcome"] == "failed"
    assert not (project.root / "cassettes" / "test_it.test_it.json").exists()


def test_cassettes_are_recorded_one_after_the_other(project):
    project.write(NAMES.format(title="Packing"))
    said = project.pytest("--tooljet-record", "-n", "2")
    assert "leave out -n" in said.stderr
    assert said.returncode == 4


def test_real_queries_run_on_the_server_that_is_named(example, running):
    example.environment = {"TOOLJET_TOKEN": TOKEN}
    found = example.tests("--tooljet-url", running.url, "-k", "real")
    assert found["test_a_real_database"]["outcome"] == "passed"


def test_an_app_on_the_server_is_named_by_its_address(project, running):
    project.write(NAMES.format(title="Status board") + '\npytestmark = pytest.mark.tooljet("status-board")\n')
    done = project.tests("--tooljet-url", running.url, "--tooljet-token", TOKEN)
    assert done["test_title"]["outcome"] == "passed"


def test_a_wrong_token_is_said_in_one_line(project, running):
    project.write(NAMES.format(title="Packing"))
    said = project.tests("--tooljet-url", running.url, "--tooljet-token", "wrong")["test_title"]
    assert said["outcome"] == "error"
    assert "Unauthenticated" in said["message"]


def test_the_plugin_costs_other_projects_nothing():
    ask = (
        "import sys, tooljet_jupyter.testing; heavy = {'py_mini_racer', 'pandas', 'anywidget', 'httpx', 'ipywidgets',"
        " 'sqlalchemy', 'tornado', 'tooljet_jupyter.headless.app'}; print(heavy & set(sys.modules))"
    )
    said = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert said.stdout == "set()\n"
