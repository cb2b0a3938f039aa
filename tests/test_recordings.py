"""Recordings: begun by a builder, filled by the viewer's page, read by whoever writes the test."""

from datetime import timedelta

import pytest

from tooljet_jupyter.db.models import Recording, RecordingStep, now
from tooljet_jupyter.errors import Conflict, Forbidden, Invalid, NotFound, TooLarge
from tooljet_jupyter.services import apps, recordings
from tooljet_jupyter.services.context import Actor
from tooljet_jupyter.wire.apps import CreateApp
from tooljet_jupyter.wire.recordings import AddSteps, StartRecording, Step

CLICK = {"kind": "fire", "seconds": 1.5, "name": "go", "event": "onClick"}


def step(name):
    return Step(kind="fire", seconds=1.0, name=name, event="onClick")


@pytest.fixture
def app(ctx):
    return apps.create(ctx, CreateApp(name="Orders"))


@pytest.fixture
def recording(ctx, app):
    return recordings.create(ctx, StartRecording(app="orders"))


def test_a_recording_names_the_page_that_records(recording):
    assert recording.path == f"tooljet/apps/orders?record={recording.id}"
    assert (recording.app, recording.version, recording.ended) == ("orders", None, False)


def test_a_version_can_be_recorded_that_is_not_released(ctx, app):
    made = recordings.create(ctx, StartRecording(app="orders", version="v1"))
    assert made.path.endswith(f"&version={made.version}")
    with pytest.raises(NotFound):
        recordings.create(ctx, StartRecording(app="orders", version="v9"))


def test_steps_are_read_in_order_and_once(ctx, recording):
    recordings.add(ctx, recording.id, AddSteps(steps=[step("one"), step("two")]))
    first = recordings.steps(ctx, recording.id, after=None)
    recordings.add(ctx, recording.id, AddSteps(steps=[step("three")]))
    then = recordings.steps(ctx, recording.id, after=str(first.last))
    assert [found.name for found in first.steps] == ["one", "two"]
    assert [found.name for found in then.steps] == ["three"]
    assert recordings.steps(ctx, recording.id, after=str(then.last)).steps == []


def test_an_ended_recording_takes_no_more(ctx, recording):
    assert recordings.end(ctx, recording.id).ended
    with pytest.raises(Conflict, match="has ended"):
        recordings.add(ctx, recording.id, AddSteps(steps=[step("late")]))
    assert recordings.steps(ctx, recording.id, after=None).ended


def test_a_session_that_brings_too_much_is_refused(ctx, recording, monkeypatch):
    monkeypatch.setattr(recordings, "MOST_BYTES", 1_000)
    with pytest.raises(TooLarge, match="shorter session"):
        recordings.add(ctx, recording.id, AddSteps(steps=[step("x" * 1_000)]))


def test_a_deleted_recording_leaves_nothing(ctx, recording):
    recordings.add(ctx, recording.id, AddSteps(steps=[step("one")]))
    recordings.remove(ctx, recording.id)
    ctx.db.commit()
    assert ctx.db.query(RecordingStep).count() == 0
    with pytest.raises(NotFound):
        recordings.show(ctx, recording.id)


def test_recordings_that_nobody_came_for_go_with_the_next_one(ctx, app, recording):
    recordings.add(ctx, recording.id, AddSteps(steps=[step("one")]))
    ctx.db.get(Recording, recording.id).created_at = now() - timedelta(days=2)
    ctx.db.commit()
    recordings.create(ctx, StartRecording(app="orders"))
    ctx.db.commit()
    assert ctx.db.query(RecordingStep).count() == 0


def test_only_builders_record(server, ctx, recording):
    ctx.db.commit()
    viewer = Actor("u", "eve", "Eve", None, ctx.workspace_id, "viewer")
    with server.context(viewer) as seen:
        for ask in (
            lambda: recordings.create(seen, StartRecording(app="orders")),
            lambda: recordings.show(seen, recording.id),
            lambda: recordings.steps(seen, recording.id, after=None),
            lambda: recordings.add(seen, recording.id, AddSteps(steps=[])),
            lambda: recordings.end(seen, recording.id),
            lambda: recordings.remove(seen, recording.id),
        ):
            with pytest.raises(Forbidden):
                ask()


@pytest.mark.parametrize("after", ["-1", "x", "٣", "1" * 30])
def test_a_place_that_no_answer_gave_is_refused(ctx, recording, after):
    with pytest.raises(Invalid, match="after"):
        recordings.steps(ctx, recording.id, after=after)


async def test_a_session_travels_over_http(api, jupyter_ctx, definition):
    await api("POST", "apps", body={"name": "Orders", "definition": definition()})
    status, made = await api("POST", "recordings", body={"app": "orders"})
    assert status == 200
    assert (await api("POST", "recordings", made["id"], "steps", body={"steps": [CLICK]}))[0] == 200
    assert (await api("POST", "recordings", made["id"], "end"))[1]["ended"]
    status, read = await api("GET", "recordings", made["id"], "steps")
    assert read["steps"] == [{**CLICK, "values": None, "reply": None}]
    assert await api("DELETE", "recordings", made["id"]) == (200, {"ok": True})
    assert (await api("GET", "recordings", made["id"]))[0] == 404
