"""One script of events in real Chromium and without a browser: the same values, the same page as people meet it."""

import random

import pytest

from tests.browser.differential.cases import CASES
from tests.browser.differential.examples import examples
from tests.browser.differential.random_scripts import next_step, random_case
from tests.browser.differential.stage import Stage
from tests.browser.differential.twins import Twins
from tooljet_jupyter.components.spec import specs

SEEDS = range(6)
STEPS = 8
EXAMPLES = ["orders", "status board", "quickstart"]


@pytest.fixture(scope="module")
def stage(browser):
    """A tab for one app after another."""
    shown = Stage(browser)
    yield shown
    shown.close()


@pytest.fixture
def twins(stage):
    """Start an app in both; the one without a browser ends with the test."""
    started = []

    def start(case):
        started.append(Twins(stage, case.definition, case.answers, case.device))
        started[-1].compare("the start")
        return started[-1]

    yield start
    for pair in started:
        pair.close()


@pytest.mark.parametrize("name", CASES)
def test_a_component_is_used_the_same_without_a_browser(twins, name):
    pair = twins(CASES[name])
    for target, kind, detail in CASES[name].steps:
        pair.do(target, kind, **detail)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_used_the_same_without_a_browser(twins, name):
    case = examples()[name]
    pair = twins(case)
    for target, kind, detail in case.steps:
        pair.do(target, kind, **detail)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_random_app_is_used_the_same_without_a_browser(twins, seed):
    case, chance = random_case(seed), random.Random(seed)
    pair = twins(case)
    types = {part["name"]: part["type"] for part in case.definition["pages"][0]["components"]}
    for _ in range(STEPS):
        step = next_step(chance, pair.engine.do("gestures"), types, case.definition)
        if step is None:
            break
        pair.do(step[0], step[1], **step[2])


def test_every_component_type_is_in_the_tables():
    shown = {
        part["type"] for case in CASES.values() for page in case.definition["pages"] for part in page["components"]
    }
    assert shown == set(specs())


def test_every_example_is_used():
    assert sorted(examples()) == sorted(EXAMPLES)
