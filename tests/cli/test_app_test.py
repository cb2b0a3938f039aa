"""`app test`: the tests of an app, run and told in a few lines."""

import json
import shutil
import sys

import pytest
from click.testing import CliRunner

from tooljet_jupyter.cli import load
from tooljet_jupyter.resources import folder

TEXT = """
def test_right(app):
    assert app.stub("waiting", []).components.hint.text == "Nothing to pack."

def test_wrong(app):
    assert "Packed" in app.stub("waiting", []).sees()
"""


@pytest.fixture
def room(tmp_path, monkeypatch):
    """A folder with an exported app, in which commands are run."""
    shutil.copytree(folder("examples") / "04-testing" / "packing", tmp_path / "packing")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words, code=0):
    done = CliRunner().invoke(load(), ["app", "test", *words])
    assert done.exit_code == code, done.output
    return done


def test_every_test_has_its_line_and_a_failing_one_its_reason(room):
    (room / "test_packing.py").write_text(TEXT)
    said = run("packing", code=1).stdout
    assert "✓ test_packing.py::test_right" in said
    assert "✗ test_packing.py::test_wrong" in said
    assert "'Packed' is not on the page; nearest: " in said
    assert "Packing: what was on the page" in said
    assert said.splitlines()[-1].startswith("1 passed, 1 failed in ")


def test_tests_are_chosen_by_name(room):
    (room / "test_packing.py").write_text(TEXT)
    assert "1 passed in" in run("packing", "-k", "right").stdout
    assert "match 'nothing'" in run("packing", "-k", "nothing", code=1).stderr


def test_a_file_a_folder_of_tests_and_tests_inside_an_app_do_too(room):
    (room / "packing" / "test_inside.py").write_text(TEXT)
    assert "1 passed" in run("packing", "-k", "right").stdout
    assert "1 passed" in run("packing/test_inside.py", "-k", "right").stdout
    assert "1 passed" in run(".", "-k", "right").stdout


def test_programs_get_json(room):
    (room / "test_packing.py").write_text(TEXT)
    tests = json.loads(run("packing", "--json", code=1).stdout)["tests"]
    assert [(one["name"], one["outcome"]) for one in tests] == [
        ("test_packing.py::test_right", "passed"),
        ("test_packing.py::test_wrong", "failed"),
    ]
    assert [title for title, _ in tests[1]["sections"]][0] == "Packing: what was on the page"


@pytest.mark.parametrize(
    "words, said",
    [
        (["gone"], "There is nothing at gone"),
        (["packing"], "There are no tests beside packing: write test_packing.py there"),
        (["empty"], "No tests were found in empty"),
        (["notes.txt"], "notes.txt is no exported app, no folder and no test file"),
        (["broken.json"], "broken.json is no exported app"),
    ],
)
def test_what_cannot_be_tested_is_said_in_one_line(room, words, said):
    (room / "empty").mkdir()
    (room / "notes.txt").write_text("notes")
    (room / "broken.json").write_text("{}")
    error = run(*words, code=1).stderr
    assert said in error
    assert error.count("\n") == 1


def test_a_test_file_that_cannot_be_read_is_told_beside_the_others(room):
    (room / "test_good.py").write_text("def test_it():\n    pass\n")
    (room / "test_bad.py").write_text("import no_such_module\n")
    said = run(".", code=1).stdout
    assert "No module named 'no_such_module'" in said
    assert "1 passed, 1 error" in said


def test_a_broken_configuration_of_pytest_is_named(room):
    (room / "test_it.py").write_text("def test_it():\n    pass\n")
    (room / "pytest.ini").write_text("[pytest]\naddopts = --no-such-option\n")
    assert "--no-such-option" in run(".", code=1).stderr


def test_without_pytest_it_is_said_how_to_install_it(room, monkeypatch):
    monkeypatch.setitem(sys.modules, "pytest", None)
    assert "pip install pytest" in run("packing", code=1).stderr


def test_a_database_is_no_server(room):
    assert "--url" in run("packing", "--data-dir", str(room), code=2).stderr
