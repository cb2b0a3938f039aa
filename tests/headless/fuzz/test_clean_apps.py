"""What is right is left alone: no finding in the clean sample apps, and none in the apps that are shipped."""

import runpy

import pytest

from tests.headless.fuzz.apps import seeding
from tests.headless.fuzz.fuzzing import fuzz
from tooljet_jupyter.notebook.composition import Composition
from tooljet_jupyter.notebook.sources import Source
from tooljet_jupyter.resources import folder

SHOP = Source.described({"id": "s1", "name": "shop", "kind": "sqlite"})


@pytest.mark.parametrize("name", seeding.NAMES)
def test_a_clean_app_gives_no_finding(name):
    _, report = fuzz(seeding.clean(name))
    assert [(found.finding.what, list(map(str, found.steps))) for found in report.found] == []


@pytest.mark.parametrize("name", ["orders", "status_board"])
def test_a_shipped_app_gives_no_finding(name):
    app = Composition()
    runpy.run_path(str(folder("examples") / f"{name}.py"))["compose"](app, SHOP)
    _, report = fuzz(app.definition())
    assert [(found.finding.what, list(map(str, found.steps))) for found in report.found] == []
