"""`jupyter tooljet app fuzz`: what people and programs are told, the files it writes, and what it refuses."""

import json
from dataclasses import dataclass

import pytest
from click.testing import CliRunner

import tooljet_jupyter as tj
from tests.headless.fuzz.apps import seeding
from tooljet_jupyter.cli import load
from tooljet_jupyter.notebook.composition import Composition


@dataclass
class Fuzz:
    """Runs the command on an app in a file, in this process."""

    folder: object

    def __call__(self, definition, *words, fails=0):
        """Run it, insist on its exit code, and return what it said."""
        file = self.folder / "app.json"
        file.write_text(definition if isinstance(definition, str) else json.dumps(definition))
        done = CliRunner().invoke(load(), ["app", "fuzz", str(file), "--seconds", "3", *words])
        assert done.exit_code == fails, done.output
        return done


@pytest.fixture
def fuzz(tmp_path):
    """The command."""
    return Fuzz(tmp_path)


def test_people_read_what_happened_how_to_get_there_and_what_was_on_the_page(fuzz):
    said = fuzz(seeding.seeded("survey", "an option as text"), fails=1).stdout
    assert "1. Words that no person should read: chosen\n   chosen says “You chose: [object Object]”" in said
    assert 'app.gesture("rating", "choose", option=1)' in said
    assert "- text: You chose: [object Object]" in said
    assert "\n1 finding in " in said


def test_programs_get_the_same_as_json_and_a_file_for_each_finding(fuzz, tmp_path):
    definition = seeding.seeded("invoices", "a share of nothing")
    told = json.loads(fuzz(definition, "--json", "-o", str(tmp_path / "found"), fails=1).stdout)
    (finding,) = told["findings"]
    assert (finding["kind"], finding["place"], told["seed"]) == ("text", "share", 0)
    assert finding["file"] == str(tmp_path / "found" / "test_fuzz_1.py")
    assert [path.name for path in (tmp_path / "found").iterdir()] == ["test_fuzz_1.py"]


def test_a_clean_app_ends_with_exit_code_0(fuzz):
    assert "Nothing found in " in fuzz(seeding.clean("contacts")).stdout


def test_requests_of_the_app_fail_and_that_alone_is_no_finding(fuzz):
    app = Composition()
    app.query("weather", code="const answer = await axios.get('https://weather.example.com'); return answer.data.sky")
    app.add(tj.Button(name="ask", text="Ask", on_click="weather"))
    assert "Nothing found" in fuzz(app.definition()).stdout


def test_an_app_without_anything_to_do_is_refused(fuzz):
    app = Composition()
    app.add(tj.Text(text="Only words"))
    assert "There is nothing to do in this app" in fuzz(app.definition(), fails=1).stderr


def test_a_file_that_holds_no_app_is_refused(fuzz):
    assert "holds no app" in fuzz('{"pages": 3}', fails=1).stderr


def test_a_file_that_is_not_there_is_named(tmp_path):
    done = CliRunner().invoke(load(), ["app", "fuzz", str(tmp_path / "none.json")])
    assert (done.exit_code, "There is no file" in done.stderr) == (1, True)


def test_an_app_that_hangs_while_it_loads_is_a_finding(fuzz):
    app = Composition()
    app.add(tj.Text(name="busy", text=tj.expr("(() => { for (;;); })()")), tj.Button(name="go", text="Go"))
    said = fuzz(app.definition(), fails=1).stdout
    assert "Something that does not end: busy" in said
