"""/tooljet/api/recordings"""

from ..services import recordings
from ..services.context import Context
from ..wire.base import Done
from ..wire.recordings import AddSteps, RecordedSteps, RecordingReply, StartRecording
from .base import Handler, endpoint

RECORDING = r"recordings/(?P<recording>[\w-]+)"


class Recordings(Handler):
    path = r"recordings"

    @endpoint
    def post(self, ctx: Context, body: StartRecording) -> RecordingReply:
        """Record the next session in an app's viewer."""
        return recordings.create(ctx, body)


class Recording(Handler):
    path = RECORDING

    @endpoint
    def get(self, ctx: Context, recording: str) -> RecordingReply:
        """Return a recording."""
        return recordings.show(ctx, recording)

    @endpoint
    def delete(self, ctx: Context, recording: str) -> Done:
        """Delete a recording with everything in it."""
        return recordings.remove(ctx, recording)


class RecordingSteps(Handler):
    path = RECORDING + r"/steps"

    @endpoint
    def get(self, ctx: Context, recording: str, ask_after: str | None) -> RecordedSteps:
        """Return the steps of a session, those after a number that an earlier answer gave."""
        return recordings.steps(ctx, recording, after=ask_after)

    @endpoint
    def post(self, ctx: Context, recording: str, body: AddSteps) -> Done:
        """Add what happened next in a session."""
        return recordings.add(ctx, recording, body)


class RecordingEnd(Handler):
    path = RECORDING + r"/end"

    @endpoint
    def post(self, ctx: Context, recording: str) -> RecordingReply:
        """End a recording: its viewer adds no more."""
        return recordings.end(ctx, recording)
