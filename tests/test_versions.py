"""Versions: saved against a revision, frozen once saved, never lost."""

import signal
import subprocess
import sys
import threading

import msgspec
import pytest

from tooljet_jupyter.errors import Conflict, Invalid, StaleRevision, ToolJetError
from tooljet_jupyter.services import apps, versions
from tooljet_jupyter.wire.apps import CreateApp, Release
from tooljet_jupyter.wire.definitions import Definition
from tooljet_jupyter.wire.versions import CreateVersion, PatchVersion, SaveVersion


def titled(definition, text):
    button = {"id": "go", "name": "go", "type": "Button", "props": {"text": text}}
    return msgspec.convert(definition(components=[button]), Definition)


@pytest.fixture
def app(ctx, definition):
    made = apps.create(ctx, CreateApp(name="Orders", definition=titled(definition, "one")))
    ctx.db.commit()
    return made


def text(ctx, version="v1"):
    return versions.show(ctx, "orders", version).definition.pages[0].components[0].props["text"]


def test_saving_moves_the_revision(ctx, app, definition):
    saved = versions.save(ctx, "orders", "v1", SaveVersion(revision=1, definition=titled(definition, "two")))
    assert (saved.revision, text(ctx)) == (2, "two")


def test_a_stale_save_is_refused_with_the_current_revision(ctx, app, definition):
    versions.save(ctx, "orders", "v1", SaveVersion(revision=1, definition=titled(definition, "two")))
    with pytest.raises(StaleRevision) as caught:
        versions.save(ctx, "orders", "v1", SaveVersion(revision=1, definition=titled(definition, "three")))
    assert caught.value.detail == {"version": "v1", "revision": 2}
    assert text(ctx) == "two"


def test_of_two_saves_at_once_one_wins(server, ctx, app, definition):
    ready, outcomes = threading.Barrier(2), []

    def save(word):
        body = SaveVersion(revision=1, definition=titled(definition, word))
        try:
            with server.context() as mine:
                ready.wait()
                versions.save(mine, "orders", "v1", body)
            outcomes.append(word)
        except ToolJetError as error:
            outcomes.append(error.code)

    threads = [threading.Thread(target=save, args=(word,)) for word in ("left", "right")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    ctx.db.expire_all()
    assert sorted(outcomes)[0] == "StaleRevision"
    assert text(ctx) == sorted(outcomes)[1]


def test_a_patch_changes_one_place(ctx, app):
    change = {"op": "replace", "path": "/pages/0/components/0/props/text", "value": "patched"}
    versions.patch(ctx, "orders", "v1", PatchVersion(revision=1, patch=[change]))
    assert text(ctx) == "patched"


@pytest.mark.parametrize(
    "change",
    [
        {"op": "replace", "path": "/pages/7/name", "value": "x"},
        {"op": "replace", "path": "/pages/0/components/0/type", "value": "Hologram"},
        {"op": "add", "path": "/pages/0/colour", "value": "red"},
        {"op": "remove", "path": "/pages/0/components/0/id"},
    ],
)
def test_a_patch_that_does_not_fit_leaves_the_draft_as_it_was(ctx, app, change):
    with pytest.raises(Invalid):
        versions.patch(ctx, "orders", "v1", PatchVersion(revision=1, patch=[change]))
    assert (text(ctx), versions.show(ctx, "orders", "v1").revision) == ("one", 1)


def test_a_saved_version_cannot_change(ctx, app, definition):
    apps.release(ctx, "orders", Release(version="v1"))
    with pytest.raises(Conflict, match="start a new version"):
        versions.save(ctx, "orders", "v1", SaveVersion(revision=1, definition=titled(definition, "two")))


def test_a_draft_starts_from_another_version(ctx, app):
    versions.create(ctx, "orders", CreateVersion(name="v2", copy="v1"))
    assert text(ctx, "v2") == "one"
    assert [version.name for version in versions.listing(ctx, "orders")] == ["v2", "v1"]


def test_the_released_version_cannot_be_deleted(ctx, app):
    apps.release(ctx, "orders", Release(version="v1"))
    versions.create(ctx, "orders", CreateVersion(name="v2", copy="v1"))
    with pytest.raises(Conflict, match="released"):
        versions.remove(ctx, "orders", "v1")
    versions.remove(ctx, "orders", "v2")
    assert [version.name for version in versions.listing(ctx, "orders")] == ["v1"]


def test_the_same_content_has_the_same_hash(ctx, app, definition):
    first = versions.show(ctx, "orders", "v1").hash
    versions.save(ctx, "orders", "v1", SaveVersion(revision=1, definition=titled(definition, "two")))
    again = versions.save(ctx, "orders", "v1", SaveVersion(revision=2, definition=titled(definition, "one")))
    assert again.hash == first


SAVER = """
import sys
from pathlib import Path
import msgspec
from tooljet_jupyter.services import versions
from tooljet_jupyter.services.server import Place, Server
from tooljet_jupyter.wire.versions import SaveVersion

server = Server(Place(data_dir=Path(sys.argv[1]), db_url=sys.argv[2], owner="ada"))
revision = 1
while True:
    with server.context() as ctx:
        content = versions.show(ctx, "orders", "v1").definition
        content.pages[0].components[0].props["text"] = str(revision + 1)
        revision = versions.save(ctx, "orders", "v1", SaveVersion(revision=revision, definition=content)).revision
    print(revision, flush=True)
"""


def test_a_killed_server_loses_nothing_it_acknowledged(place, ctx, app, server):
    order = [sys.executable, "-c", SAVER, str(place.data_dir), place.database_url]
    with subprocess.Popen(order, stdout=subprocess.PIPE, text=True) as saver:
        acknowledged = [int(saver.stdout.readline()) for _ in range(20)][-1]
        saver.send_signal(signal.SIGKILL)
        acknowledged = max([acknowledged, *(int(line) for line in saver.stdout if line.strip())])
    ctx.db.expire_all()
    found = versions.show(ctx, "orders", "v1")
    assert found.revision >= acknowledged
    assert text(ctx) == str(found.revision)
