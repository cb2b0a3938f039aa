"""An answer that is sent while it is made: rows of a query on their way to a notebook."""

import asyncio
from concurrent.futures import Future, wait
from contextlib import suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from tornado.iostream import StreamClosedError

from ..drivers.lines import LineEncoder
from ..drivers.sink import Encoder, Sink
from ..errors import Cancelled, NotFound
from ..services.context import Actor
from ..wire.base import ErrorReply
from ..wire.queries import RunReply
from ..wire.streams import ARROW, LINES, StreamEnd

if TYPE_CHECKING:
    from .base import Handler

# Less is held back until there is more: a small answer is one packet.
PACKET_BYTES = 65_536
POLL_SECONDS = 1.0


class Outgoing:
    """The way of one stream; the thread that makes rows waits while those before are still here."""

    def __init__(self, handler: "Handler", encoder: Encoder, *, max_bytes: int) -> None:
        self.sink = Sink(encoder, self.send, max_bytes=max_bytes)
        self.run = ""
        self.sent = False
        self._handler = handler
        self._loop = asyncio.get_running_loop()
        self._held = b""
        self._last: Future[None] | None = None

    @classmethod
    def wanted(cls, handler: "Handler", *, max_bytes: int) -> "Outgoing | None":
        """Return the way in which the caller takes rows, None for one who takes only whole JSON."""
        accepted = handler.request.headers.get("Accept", "")
        encoder: Encoder | None = None
        if ARROW in accepted and find_spec("pyarrow"):
            from ..drivers.arrow import ArrowEncoder

            encoder = ArrowEncoder()
        elif LINES in accepted:
            encoder = LineEncoder()
        return cls(handler, encoder, max_bytes=max_bytes) if encoder else None

    def begin(self, body: Any) -> None:
        """Give the run a name, by which it can be cancelled when the caller goes away."""
        body.run = self.run = body.run or str(uuid4())

    def send(self, data: bytes) -> None:
        """Send some of it; called by the thread that makes it."""
        self._held += data
        if len(self._held) >= PACKET_BYTES:
            self.ship()

    def ship(self) -> None:
        """Send what is held back, after what was sent before has left.

        Raises
        ------
        Cancelled
            Nobody is there any more.
        """
        data, self._held = self._held, b""
        try:
            self._wait()
            self._last = asyncio.run_coroutine_threadsafe(self._write(data), self._loop)
        # The loop is closed once the server has stopped.
        except (StreamClosedError, TimeoutError, RuntimeError) as error:
            raise Cancelled("The notebook went away", run=self.run) from error

    def end(self, reply: RunReply) -> None:
        """Send the end of the rows."""
        facts = StreamEnd(
            run=reply.run,
            rows=self.sink.row_count,
            truncated=reply.truncated,
            limit_bytes=self.sink.max_bytes,
            affected_rows=reply.affected_rows,
            metadata=reply.metadata,
            seconds=reply.seconds,
        )
        self.sink.close("end", facts)
        self.ship()

    def fail(self, reply: ErrorReply) -> None:
        """Send why there are no more rows, to whoever is still there."""
        with suppress(Cancelled):
            self.sink.close("error", reply)
            self.ship()

    def _wait(self) -> None:
        """Wait until what was sent before has left; a server that stops does not wait."""
        while self._last and not self._last.done() and not self._loop.is_closed():
            wait([self._last], POLL_SECONDS)
        if self._last:
            self._last.result(0)

    async def finish(self) -> None:
        """Wait until everything has left, or nobody waits for it."""
        with suppress(StreamClosedError):
            if self._last:
                await asyncio.wrap_future(self._last)

    def abandon(self, actor: Actor, server: Any) -> None:
        """Cancel the run, whose rows nobody waits for."""
        try:
            server.runs.cancel(self.run, actor.user_id)
        except NotFound:
            return

    async def _write(self, data: bytes) -> None:
        if not self.sent:
            self.sent = True
            self._handler.set_header("Content-Type", self.sink.encoder.media_type)
            # Whatever stands between may not collect it either.
            self._handler.set_header("X-Accel-Buffering", "no")
        self._handler.write(data)
        await self._handler.flush()
