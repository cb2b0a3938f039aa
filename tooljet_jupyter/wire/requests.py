"""Requests that code in an app makes through the server."""

from typing import Any

from .base import Body, Reply


class HostRequest(Body):
    """A call of axios or fetch in an app, made by the server to a host the app lists."""

    method: str
    url: str
    headers: dict[str, str] = {}
    body: Any = None
    version: str | None = None


class HostReply(Reply):
    """What the host answered."""

    status: int
    headers: dict[str, str]
    body: Any
