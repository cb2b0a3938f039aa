"""Requests that come while the server still opens: they wait, and are sent to the same address again."""

import asyncio
import json
from concurrent.futures import Future
from http import HTTPStatus
from typing import Any

from tornado.web import RequestHandler


class Early(RequestHandler):
    """Everything below `/tooljet/` until the routes are there, and after an opening that failed."""

    def initialize(self, *, opening: "Future[Any]") -> None:
        """Take what will be done when the routes are there."""
        self.opening = opening

    async def prepare(self) -> None:
        """Wait; whoever asks again asks the real handler, with its checks."""
        await asyncio.wait([asyncio.wrap_future(self.opening)])
        if self.opening.exception() is None:
            self.redirect(self.request.uri or "/", status=HTTPStatus.TEMPORARY_REDIRECT)
            return
        self.set_status(HTTPStatus.SERVICE_UNAVAILABLE)
        self.set_header("Content-Type", "application/json")
        said = "ToolJet could not start on this server; the server's log says why"
        self.finish(json.dumps({"code": "NotStarted", "message": said, "detail": {}}))
