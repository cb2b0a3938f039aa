"""Thirty bugs as people make them, in ten apps: the fuzzer knows nothing of them and finds nearly all."""

import pytest

from tests.headless.fuzz.apps import seeding
from tests.headless.fuzz.fuzzing import missed

ENOUGH = 27


@pytest.mark.timeout(300)
def test_at_least_27_of_the_30_seeded_bugs_are_found():
    total = len(seeding.bugs())
    not_found = {name: names for name in seeding.NAMES if (names := missed(name))}
    assert total == 30
    assert total - sum(map(len, not_found.values())) >= ENOUGH, not_found


def test_every_bug_changes_its_app_and_says_what_it_is():
    for bug in seeding.bugs():
        assert seeding.seeded(bug["app"], bug["name"]) != seeding.clean(bug["app"])
        assert bug["wrong"].endswith(".")
        assert bug["met"].endswith(".")


def test_each_app_has_two_to_four_bugs():
    assert {name: 2 <= len(seeding.bugs(name)) <= 4 for name in seeding.NAMES} == dict.fromkeys(seeding.NAMES, True)
    assert len(seeding.NAMES) == 10
