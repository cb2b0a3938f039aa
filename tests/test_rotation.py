"""A new key on either database: what was sealed opens, and the old key opens nothing any more."""

import pytest

from tooljet_jupyter.errors import ToolJetError
from tooljet_jupyter.services import backups, constants
from tooljet_jupyter.services.rotation import rotate
from tooljet_jupyter.services.secrets import SecretBox, add_key, load_keys
from tooljet_jupyter.services.server import Server
from tooljet_jupyter.wire.constants import CreateConstant


@pytest.fixture
def stored(ctx):
    """A secret in every environment."""
    constants.create(ctx, CreateConstant(name="key", secret=True, value="k-1"))
    ctx.db.commit()


def test_what_was_sealed_with_the_old_key_opens_with_the_new_one(server, place, stored):
    before = load_keys(place.keys)
    assert rotate(server.sessions, place.keys) == 3
    assert load_keys(place.keys) != before
    fresh = Server(place)
    with fresh.context() as ctx:
        assert constants.values(ctx, "production") == ({}, {"key": "k-1"})
    fresh.close()


def test_a_server_that_still_has_the_old_key_says_so(server, ctx, place, stored):
    rotate(server.sessions, place.keys)
    with pytest.raises(ToolJetError, match="key file"):
        constants.values(ctx, "production")


def test_a_wrong_key_changes_nothing(server, place, stored):
    right = place.keys.read_text()
    place.keys.write_text("A" * 43 + "=\n")
    with pytest.raises(ToolJetError, match="key file"):
        rotate(server.sessions, place.keys)
    place.keys.write_text(right)
    fresh = Server(place)
    with fresh.context() as ctx:
        assert constants.values(ctx, "staging")[1] == {"key": "k-1"}
    fresh.close()


def test_a_key_file_of_two_keys_ends_with_one(server, place, stored):
    add_key(place.keys)
    rotate(server.sessions, place.keys)
    (only,) = load_keys(place.keys)
    assert SecretBox([only])


def test_only_sqlite_is_copied_by_us(server, place, tmp_path):
    if server.engine.dialect.name == "sqlite":
        assert len(backups.copy(place, tmp_path / "copies")) == 1
    else:
        with pytest.raises(ToolJetError, match="pg_dump"):
            backups.copy(place, tmp_path / "copies")
