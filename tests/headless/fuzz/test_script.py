"""A finding becomes a test: it fails on the app as it is, and passes when the app is mended."""

import json
import runpy

import pytest

from tests.headless.fuzz.apps import seeding
from tests.headless.fuzz.fuzzing import fuzz, wanted
from tooljet_jupyter.errors import ToolJetError
from tooljet_jupyter.headless.fuzz.script import written

SHORT = {
    "toFixed of null": 2,
    "two tickets for one": 6,
    "a dialog that keeps its reader": 3,
    "busy for ever after a failure": 5,
    "a query that starts itself": 0,
    "a form that is never right": 2,
    "nothing on a phone": 0,
    "no way back": 6,
    "thanks for nothing": 6,
    "emptied before it is sent": 3,
}


def run(path, text):
    """Run the one test of a file."""
    path.write_text(text)
    found = runpy.run_path(str(path))
    next(value for name, value in found.items() if name.startswith("test_"))()


@pytest.mark.parametrize("bug", [bug for bug in seeding.bugs() if bug["name"] in SHORT], ids=lambda bug: bug["name"])
def test_the_script_fails_now_and_passes_when_the_app_is_mended(bug, tmp_path):
    definition = seeding.seeded(bug["app"], bug["name"])
    campaign, report = fuzz(definition, steps=1500, shorten=True, until=[wanted(bug)])
    found = next(found for found in report.found if found.finding.key in wanted(bug))
    app = tmp_path / "app.json"
    text = written(found, campaign.facts, str(app))
    app.write_text(json.dumps(definition))
    with pytest.raises((AssertionError, ToolJetError)):
        run(tmp_path / "test_fuzz_1.py", text)
    app.write_text(json.dumps(seeding.clean(bug["app"])))
    run(tmp_path / "test_fuzz_1.py", text)
    assert len(found.steps) <= SHORT[bug["name"]]
