"""Environments of a workspace."""

from .base import Body, Reply


class EnvironmentReply(Reply):
    """Development, staging or production."""

    id: str
    name: str
    position: int


class CreateEnvironment(Body):
    """Add an environment after the others."""

    name: str
