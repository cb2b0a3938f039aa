"""Python of an app on the server: the names it may read, and one fresh kernel to run it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..drivers.result import Result
from ..kernels.call import PythonCall
from .context import Context

if TYPE_CHECKING:
    from .execution import Doing


def names(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return `{"components": {"search": …}}` for the value of `components.search`."""
    found: dict[str, Any] = {}
    for expression in values:
        *way, last = expression.split(".")
        place = found
        for step in way:
            inner = place.setdefault(step, {})
            place = inner if isinstance(inner, dict) else {}
        place[last] = values[expression]
    return found


def run(ctx: Context, code: str, given: Mapping[str, Any], doing: "Doing") -> Result:
    """Run code with the given names and return its last value, or its variable `result`."""
    with PythonCall() as call, doing.active.work_of(call):
        outcome = call.run(code, given, deadline_seconds=doing.run.deadline_seconds, max_bytes=doing.run.max_bytes)
    return Result(data=outcome.data, columns=[], metadata={"output": outcome.output} if outcome.output else {})
