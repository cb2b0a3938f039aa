"""Every error a user can meet, one class each; `handlers/base.py` turns them into replies.

| error | status | when |
|---|---:|---|
| ToolJetError | 500 | the root of the tree: something the product could not do |
| Unauthenticated | 401 | nobody is logged in |
| Forbidden | 403 | the user is known and may not do this |
| NotFound | 404 | no such app, version, query, source … |
| NotReleased | 404 | the app has no version that viewers get |
| Conflict | 409 | the name is taken, or the thing changed since it was read |
| StaleRevision | 409 | somebody saved the draft first; detail holds the current revision |
| TooLarge | 413 | a body or an upload over the limit |
| Invalid | 422 | a field is missing or wrong; detail says which and why |
| BadTemplate | 422 | a `{{ }}` that does not close or does not parse |
| UnsafeTemplate | 422 | a binding where the language takes no value |
| QueryFailed | 422 | the source answered with an error |
| NeedsLogin | 428 | the source wants the user to log in first; detail holds the address |
| SourceUnreachable | 502 | the source did not answer or refused the credentials |
| MissingLibrary | 501 | the driver's library is not installed; detail holds the `pip install` line |
| Cancelled | 499 | the run was cancelled by its user |
| QueryTimeout | 504 | the run took longer than its deadline |
| DatabaseTooNew | 500 | the metadata database was written by a newer version |
"""

import contextlib
import traceback
from pathlib import Path
from typing import Any, ClassVar


class ToolJetError(Exception):
    """Something the product could not do, said in the user's words.

    Read the server's log; if it names a file of this package, report it.
    """

    status: ClassVar[int] = 500

    def __init__(self, message: str, **detail: Any) -> None:
        super().__init__(message)
        self.message = message
        self.detail = detail

    @property
    def code(self) -> str:
        """The name programs tell this error by."""
        return type(self).__name__

    def _render_traceback_(self) -> list[str]:
        """Return what a notebook shows: the words, every wrong place, the user's own line; no stack of ours."""
        ours = (str(Path(__file__).parent), contextlib.__file__)
        stack = traceback.extract_tb(self.__traceback__)
        asked = [step for step in stack if step.line and not step.filename.startswith(ours) and not by_magic(step)]
        places = [f"  {found['place']}: {found['reason']}" for found in self.detail.get("problems", [])]
        line = [f"\x1b[2m  line {asked[-1].lineno}: {asked[-1].line}\x1b[0m"] if asked else []
        return [f"\x1b[31m{self.code}\x1b[0m: {self.message}", *places, *line]


def by_magic(step: traceback.FrameSummary) -> bool:
    """Say whether a step of a stack is IPython's way into a magic: nobody wrote that line."""
    return "IPython" in Path(step.filename).parts or "get_ipython().run_" in str(step.line)


class Unauthenticated(ToolJetError):
    """Nobody is logged in.

    Log in, or send a token: `Authorization: Bearer …`.
    """

    status = 401


class Forbidden(ToolJetError):
    """The user is known and may not do this.

    Ask whoever administers the workspace for the right that `detail` names.
    """

    status = 403


class NotFound(ToolJetError):
    """No such thing, or none that this user may see.

    Look at the spelling, and whether the app was released.
    """

    status = 404


class NotReleased(NotFound):
    """The app has no version that viewers get.

    Ask its builder to release one.
    """


class Conflict(ToolJetError):
    """The name is taken, or the thing changed since it was read.

    Choose another name, or read the thing again and repeat the change.
    """

    status = 409


class StaleRevision(Conflict):
    """Somebody saved the draft first; detail holds the current revision.

    Read the draft again, put your change on top and save at its revision.
    """


class TooLarge(ToolJetError):
    """A body or an upload over the limit.

    Send less, or let the administrator raise `TooljetApp.max_bytes`.
    """

    status = 413


class Invalid(ToolJetError):
    """A field is missing or wrong; detail says which and why.

    Change the field that `detail` names.
    """

    status = 422


class BadTemplate(Invalid):
    """A `{{ }}` that does not close or does not parse.

    Close the braces, or mend the expression at the place that the message names.
    """


class UnsafeTemplate(Invalid):
    """A binding where the language takes no value.

    Put the binding where a value may stand, or mark it as an identifier.
    """


class QueryFailed(ToolJetError):
    """The source answered with an error.

    Read what the source says; run the query in the source's own tool to compare.
    """

    status = 422


class NeedsLogin(ToolJetError):
    """The source wants the user to log in first; detail holds the address.

    Open the address in `detail.url`, log in, and run the query again.
    """

    status = 428


class Cancelled(ToolJetError):
    """The run was cancelled by its user.

    Nothing; run it again if that was a mistake.
    """

    status = 499


class MissingLibrary(ToolJetError):
    """The driver's library is not installed; detail holds the `pip install` line.

    Run the `pip install` line of `detail.install` where the server runs, and restart it.
    """

    status = 501


class SourceUnreachable(ToolJetError):
    """The source did not answer or refused the credentials.

    Check host, port, credentials and network of the data source with its test button.
    """

    status = 502


class QueryTimeout(ToolJetError):
    """The run took longer than its deadline.

    Make the query faster, or raise its timeout and `TooljetApp.query_timeout_seconds`.
    """

    status = 504


class DatabaseTooNew(ToolJetError):
    """The metadata database was written by a newer version.

    Install the version that `detail` hints at, or go back to a backup of the database.
    """
