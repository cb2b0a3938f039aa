"""Constants and secrets of a workspace."""

from .base import Body, Reply


class ConstantReply(Reply):
    """A constant; the values of a secret are masked."""

    id: str
    name: str
    secret: bool
    values: dict[str, str]


class CreateConstant(Body):
    """Add a constant: one value for every environment, or one each."""

    name: str
    secret: bool = False
    value: str | None = None
    values: dict[str, str] = {}


class ChangeConstant(Body):
    """Change values; environments that are left out stay."""

    values: dict[str, str]
