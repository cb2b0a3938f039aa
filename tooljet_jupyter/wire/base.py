"""What every body has in common: camelCase on the wire, unknown fields refused on the way in."""

from typing import Any

import msgspec

Json = Any


class Body(msgspec.Struct, rename="camel", forbid_unknown_fields=True, kw_only=True):
    """Something a client sends; a field that we do not know is an error, not a silence."""


class Reply(msgspec.Struct, rename="camel", kw_only=True):
    """Something the server answers."""


class Done(Reply):
    """The answer where there is nothing else to say."""

    ok: bool = True


class ErrorReply(Reply):
    """What went wrong: a code for programs, a sentence for people, the facts as data."""

    code: str
    message: str
    detail: dict[str, Any] = {}
