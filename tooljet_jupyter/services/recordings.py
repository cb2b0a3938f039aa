"""Recordings: begun by a builder, filled by the viewer, read by whoever writes the test, and then gone."""

from datetime import timedelta
from urllib.parse import quote, urlencode

import msgspec
from sqlalchemy import delete, select

from ..db.models import App, Recording, RecordingStep, now
from ..errors import Conflict, Invalid, TooLarge
from ..wire.base import Done
from ..wire.recordings import AddSteps, RecordedSteps, RecordingReply, StartRecording, Step
from . import apps
from .context import Context

MOST_BYTES = 50_000_000
# Whoever began one and never came for it has lost interest by then.
KEPT = timedelta(days=1)


def create(ctx: Context, body: StartRecording) -> RecordingReply:
    """Begin a recording; old ones that nobody came for are deleted."""
    ctx.require("apps:edit")
    app = ctx.find(App, body.app, "slug")
    version = apps.version_of(app, body.version) if body.version else None
    ctx.db.execute(delete(Recording).where(Recording.created_at < now() - KEPT))
    made = Recording(
        workspace_id=ctx.workspace_id, app_id=app.id, version_id=version.id if version else None, size=0, ended=False
    )
    ctx.db.add(made)
    ctx.db.flush()
    return reply(ctx, made)


def show(ctx: Context, key: str) -> RecordingReply:
    """Return a recording."""
    ctx.require("apps:edit")
    return reply(ctx, ctx.find(Recording, key))


def end(ctx: Context, key: str) -> RecordingReply:
    """End a recording: its viewer adds no more steps."""
    ctx.require("apps:edit")
    found = ctx.find(Recording, key)
    found.ended = True
    ctx.db.flush()
    return reply(ctx, found)


def remove(ctx: Context, key: str) -> Done:
    """Delete a recording with all its steps."""
    ctx.require("apps:edit")
    ctx.db.delete(ctx.find(Recording, key))
    return Done()


def steps(ctx: Context, key: str, *, after: str | None) -> RecordedSteps:
    """Return the steps of a recording that came after the ones that were read before."""
    ctx.require("apps:edit")
    found = ctx.find(Recording, key)
    seen = _number(after)
    newer = select(RecordingStep).where(RecordingStep.recording_id == found.id, RecordingStep.id > seen)
    batches = list(ctx.db.scalars(newer.order_by(RecordingStep.id)))
    read = [step for batch in batches for step in msgspec.json.decode(batch.steps, type=list[Step])]
    return RecordedSteps(steps=read, last=batches[-1].id if batches else seen, ended=found.ended)


def add(ctx: Context, key: str, body: AddSteps) -> Done:
    """Add what happened next.

    Raises
    ------
    Conflict
        The recording has ended.
    TooLarge
        It holds as much as a test should.
    """
    ctx.require("apps:edit")
    found = ctx.find(Recording, key)
    if found.ended:
        raise Conflict("This recording has ended", recording=key)
    text = msgspec.json.encode(body.steps)
    if found.size + len(text) > MOST_BYTES:
        raise TooLarge(f"A recording holds {MOST_BYTES // 1_000_000} MB; record a shorter session", limit=MOST_BYTES)
    found.size += len(text)
    ctx.db.add(RecordingStep(recording_id=found.id, steps=text.decode()))
    return Done()


def reply(ctx: Context, recording: Recording) -> RecordingReply:
    """Return a recording as it travels."""
    app = ctx.find(App, recording.app_id)
    query = {"record": recording.id, **({"version": recording.version_id} if recording.version_id else {})}
    return RecordingReply(
        id=recording.id,
        app=app.slug,
        version=recording.version_id,
        path=f"tooljet/apps/{quote(app.slug)}?{urlencode(query)}",
        ended=recording.ended,
        started_at=recording.created_at,
    )


def _number(text: str | None) -> int:
    if text is None:
        return 0
    # More digits than this fit into no database's integers.
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise Invalid("`after` is a number that an earlier answer gave", field="after")
    return int(text)
