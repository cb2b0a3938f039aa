"""How a command says that it failed: one line for people, one JSON object for programs, and exit code 1."""

from typing import IO, Any

import click
import msgspec
from sqlalchemy.exc import SQLAlchemyError
from traitlets import TraitError

from ..errors import ToolJetError
from ..wire.base import ErrorReply


class Failure(click.ClickException):
    """An error on its way to the terminal."""

    def __init__(self, error: Exception, *, as_json: bool) -> None:
        super().__init__(line(error))
        self.error = error
        self.as_json = as_json

    def show(self, file: IO[Any] | None = None) -> None:
        """Write to stderr."""
        if not self.as_json:
            click.echo(f"Error: {self.message}", file=file, err=True)
            return
        code, detail = type(self.error).__name__, getattr(self.error, "detail", {})
        reply = ErrorReply(code=code, message=self.message, detail=detail)
        click.echo(msgspec.json.encode(reply, enc_hook=str), file=file, err=True)


def line(error: Exception) -> str:
    """Return what went wrong in one line."""
    if isinstance(error, ToolJetError):
        return one(error.message)
    if isinstance(error, SQLAlchemyError):
        return one(f"The metadata database: {getattr(error, 'orig', None) or error}")
    if isinstance(error, TraitError | SyntaxError):
        return one(f"The configuration of Jupyter: {error}")
    if isinstance(error, OSError):
        return one(str(error))
    return one(f"Unexpected: {error!r}. `jupyter tooljet --debug …` shows where; please report it.")


def one(text: str) -> str:
    """Return a text as one line."""
    return " ".join(text.split())
