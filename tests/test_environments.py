"""Environments: three to begin with, in their order."""

import pytest

from tooljet_jupyter.errors import Conflict, Invalid
from tooljet_jupyter.services import environments
from tooljet_jupyter.wire.environments import CreateEnvironment


def test_a_workspace_starts_with_three(ctx):
    assert [one.name for one in environments.listing(ctx)] == ["development", "staging", "production"]


def test_a_new_one_comes_last(ctx):
    assert environments.create(ctx, CreateEnvironment(name="training")).position == 4


def test_names_are_needed_once(ctx):
    with pytest.raises(Conflict):
        environments.create(ctx, CreateEnvironment(name="staging"))
    with pytest.raises(Invalid):
        environments.create(ctx, CreateEnvironment(name=" "))
