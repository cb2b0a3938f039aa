"""The benchmark can be asked what it measures; how fast anything is, no test asserts."""

import subprocess
import sys

import pytest

from tests.bench.work import Goal, Reading, Work
from tests.bench.works import __path__ as folders
from tests.bench.works import works
from tests.house.checkout import ROOT

EVERY = works()


def test_a_work_is_called_like_its_file():
    files = {path.stem for folder in folders for path in (ROOT / folder).glob("*.py")}
    assert set(EVERY) == files - {"__init__"}


@pytest.mark.parametrize("work", EVERY.values(), ids=EVERY)
def test_every_work_declares_a_name_a_goal_and_a_unit(work):
    assert isinstance(work, Work)
    assert "" not in (work.name, work.unit, work.sentence)
    assert work.goal is None or str(work.goal)
    assert callable(work.measure)


def test_a_goal_of_a_ratio_or_a_difference_has_a_yardstick():
    beside = {work.name for work in EVERY.values() if work.goal and work.goal.of != "value"}
    assert {name for name in beside if not EVERY[name].yardstick} == set()


def test_a_row_holds_the_figures_beside_the_yardstick():
    work = Work("run", "Run it", "requests/s", Goal("ratio", "least", 0.6), "bare handler", lambda _: Reading(0))
    assert work.row(Reading(70, 100)) == {
        "name": "run",
        "value": 70,
        "unit": "requests/s",
        "yardstick": "bare handler",
        "yardstick_value": 100,
        "ratio": 0.7,
        "goal": "ratio ≥ 0.6",
        "met": True,
    }


def test_the_list_names_every_work():
    command = [sys.executable, "-m", "tests.bench", "--list"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert [name for name in EVERY if name not in said] == []
