"""Encryption: keys in a file for its owner only, changed without losing anything."""

import stat

import pytest

from tooljet_jupyter.errors import Invalid, ToolJetError
from tooljet_jupyter.services.secrets import SecretBox, add_key, load_keys


def test_the_key_file_is_made_for_its_owner_only(tmp_path):
    path = tmp_path / "keys" / "secret.key"
    assert load_keys(path) == load_keys(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_is_sealed_opens_for_its_purpose_only(tmp_path):
    box = SecretBox(load_keys(tmp_path / "secret.key"))
    sealed = box.seal({"password": "hunter2"}, "data source")
    assert "hunter2" not in sealed
    assert box.open(sealed, "data source") == {"password": "hunter2"}
    with pytest.raises(ToolJetError, match="key file"):
        box.open(sealed, "constant")


def test_the_same_secret_is_never_sealed_the_same_way(tmp_path):
    box = SecretBox(load_keys(tmp_path / "secret.key"))
    assert box.seal("x", "p") != box.seal("x", "p")


def test_after_a_new_key_old_secrets_still_open(tmp_path):
    path = tmp_path / "secret.key"
    sealed = SecretBox(load_keys(path)).seal("old", "p")
    box = SecretBox(add_key(path))
    assert box.open(sealed, "p") == "old"
    assert box.open(box.seal("new", "p"), "p") == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("text", ["", "not base64!", "c2hvcnQ="])
def test_a_file_that_is_no_key_file_is_refused(tmp_path, text):
    (tmp_path / "secret.key").write_text(text)
    with pytest.raises(Invalid):
        load_keys(tmp_path / "secret.key")
