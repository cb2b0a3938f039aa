"""One run of an app's Python: a fresh kernel, its names, its answer, its end."""

import ast
import json
import os
import queue
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from inspect import getsource
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import KernelManager

from ..errors import Cancelled, Invalid, QueryFailed, QueryTimeout
from . import preamble

START_SECONDS = 60.0
# The name of a socket in the file system has at most about a hundred characters.
LONGEST_ROOM = 80
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
# A kernel of an app gets what a program needs to start, and nothing that names or opens the server.
ENVIRONMENT = re.compile(
    r"PATH|HOME|USER|LOGNAME|LANG|LC_.*|TZ|TMPDIR|PYTHON(PATH|HOME|UTF8|IOENCODING)|VIRTUAL_ENV|CONDA_.*"
    r"|LD_LIBRARY_PATH|SSL_CERT_(FILE|DIR)|REQUESTS_CA_BUNDLE|(https?|no|all)_proxy|SYSTEMROOT|IPYTHONDIR",
    re.IGNORECASE,
)
SETUP = """
import json as __json
__tooljet_module = {{"__name__": "tooljet_names"}}
exec({source!r}, __tooljet_module)
get_ipython().ast_transformers.append(__tooljet_module["LastValue"]())
globals().update(__tooljet_module["named"](__json.loads({names!r})))
def __tooljet_answer__():
    return __tooljet_module["answer"](globals())
"""


@dataclass(frozen=True)
class Outcome:
    """What the code returned, and what it printed."""

    data: Any
    output: str


def reach(room: Path) -> dict[str, Any]:
    """Return how a kernel is reached: by sockets in a folder of its own, where no one else can knock or collide."""
    place = {"connection_file": str(room / "kernel.json")}
    if os.name == "nt" or len(str(room)) > LONGEST_ROOM:
        return place
    return {**place, "transport": "ipc", "ip": str(room / "socket")}


class PythonCall:
    """A kernel for one run; `cancel` may be called from any thread."""

    def __init__(self) -> None:
        self._room = TemporaryDirectory(prefix="tooljet-kernel-", ignore_cleanup_errors=True)
        self._manager = KernelManager(kernel_name="python3", **reach(Path(self._room.name)))
        self._client: BlockingKernelClient | None = None
        self._cancelled = False

    def run(
        self, code: str, names: Mapping[str, Any], *, deadline_seconds: float, max_bytes: int = 50_000_000
    ) -> Outcome:
        """Run code that may read `names` and return the value of its last line, or its variable `result`.

        Raises
        ------
        QueryFailed
            The code raised; `detail` holds its type and the lines of its traceback.
        QueryTimeout
            It took longer than the deadline, and was ended.
        Cancelled
            Somebody cancelled it.
        """
        client = self._start()
        # The start is ours; the deadline is the code's.
        ends = time.monotonic() + deadline_seconds
        setup = SETUP.format(source=getsource(preamble), names=json.dumps(dict(names), default=str))
        self._execute(client, setup, ends, deadline_seconds)
        output = self._execute(client, code, ends, deadline_seconds)
        reply = self._answer(client, ends, deadline_seconds)
        if len(reply) > max_bytes:
            raise Invalid(f"The query returned more than {max_bytes:,} bytes", max_bytes=max_bytes)
        return Outcome(json.loads(reply), output)

    def cancel(self) -> None:
        """End the kernel, whatever it is doing."""
        self._cancelled = True
        if self._manager.has_kernel:
            self._manager.shutdown_kernel(now=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._client:
            self._client.stop_channels()
        if self._manager.has_kernel:
            self._manager.shutdown_kernel(now=True)
        self._manager.cleanup_resources()
        self._room.cleanup()

    def _start(self) -> BlockingKernelClient:
        allowed = {name: value for name, value in os.environ.items() if ENVIRONMENT.fullmatch(name)}
        self._manager.start_kernel(env=allowed)
        client: BlockingKernelClient = self._manager.client()
        client.start_channels()
        self._client = client
        try:
            client.wait_for_ready(timeout=START_SECONDS)
        except RuntimeError as error:
            self._raise_if_cancelled()
            raise QueryFailed("The Python kernel did not start", reason=str(error)) from error
        return client

    def _execute(self, client: BlockingKernelClient, code: str, ends: float, deadline: float) -> str:
        message = client.execute(code, store_history=False, allow_stdin=False)
        printed: list[str] = []
        while True:
            found = self._next(client, ends, deadline)
            if found["parent_header"].get("msg_id") != message:
                continue
            kind, content = found["msg_type"], found["content"]
            if kind == "stream":
                printed.append(content["text"])
            elif kind == "error":
                raise self._failure(content)
            elif kind == "status" and content["execution_state"] == "idle":
                return "".join(printed)

    def _answer(self, client: BlockingKernelClient, ends: float, deadline: float) -> str:
        message = client.execute("", silent=True, user_expressions={"value": "__tooljet_answer__()"})
        while True:
            reply = self._wait(lambda seconds: client.get_shell_msg(timeout=seconds), ends, deadline)
            if reply["parent_header"].get("msg_id") == message:
                break
        value = reply["content"]["user_expressions"]["value"]
        if value["status"] == "error":
            raise QueryFailed(str(value["evalue"]), type=value["ename"])
        return str(ast.literal_eval(value["data"]["text/plain"]))

    def _next(self, client: BlockingKernelClient, ends: float, deadline: float) -> dict[str, Any]:
        return self._wait(lambda seconds: client.get_iopub_msg(timeout=seconds), ends, deadline)

    def _wait(self, receive: Any, ends: float, deadline: float) -> dict[str, Any]:
        while True:
            self._raise_if_cancelled()
            left = ends - time.monotonic()
            if left <= 0:
                raise QueryTimeout(f"The Python code took longer than {deadline:g} seconds", seconds=deadline)
            try:
                found: dict[str, Any] = receive(min(left, 0.5))
            except queue.Empty:
                if not self._manager.is_alive():
                    self._raise_if_cancelled()
                    raise QueryFailed("The Python kernel died while it ran the code") from None
                continue
            return found

    def _raise_if_cancelled(self) -> None:
        if self._cancelled:
            raise Cancelled("The run was cancelled")

    def _failure(self, content: dict[str, Any]) -> QueryFailed:
        lines = [COLOURS.sub("", line) for line in content["traceback"]]
        return QueryFailed(f"{content['ename']}: {content['evalue']}", type=content["ename"], traceback=lines)
