"""Runs a server program for as long as its tests run: as another user when root, never orphaned."""

import ctypes
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOMS = [tempfile.gettempdir(), "/tmp", "/var/tmp", "/dev/shm"]
START_SECONDS = 30


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def account(*names: str) -> pwd.struct_passwd | None:
    """Return the first of these users that exists, for programs that refuse root; None if we are not."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    return next(known[name] for name in [*names, "nobody"] if name in known)


def open_to_all(folder: Path) -> bool:
    """Say whether another user can get into this folder: root's home, for one, is often closed."""
    return all(step.stat().st_mode & 0o001 for step in [folder, *folder.parents])


@contextmanager
def room(owner: pwd.struct_passwd | None) -> Iterator[Path]:
    """Give a folder that `owner` may write in, and remove it afterwards."""
    base = next(Path(name) for name in ROOMS if Path(name).is_dir() and (owner is None or open_to_all(Path(name))))
    folder = Path(tempfile.mkdtemp(prefix="tooljet-test-", dir=base))
    try:
        if owner:
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def running(
    command: list[str],
    ready: Callable[[], bool],
    owner: pwd.struct_passwd | None = None,
    output: Path | None = None,
) -> Iterator[None]:
    """Run the program until the block ends; what it said is shown when it does not come up, or kept."""
    with output.open("ab+") if output else tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            command,
            stdout=said,
            stderr=subprocess.STDOUT,
            # A session of its own: Ctrl-C stops the tests first, and then they stop the program.
            start_new_session=True,
            preexec_fn=end_with_parent,
            **as_user(owner),
        )
        try:
            wait(process, ready)
            yield
        except TimeoutError as error:
            said.seek(0)
            raise RuntimeError(f"{error}:\n{said.read().decode(errors='replace')}") from None
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def wait(process: subprocess.Popen[bytes], ready: Callable[[], bool]) -> None:
    """Return when the program is ready."""
    deadline = time.monotonic() + START_SECONDS
    while not ready():
        if process.poll() is not None or time.monotonic() > deadline:
            raise TimeoutError(f"{process.args!r} did not start")
        time.sleep(0.02)


def as_user(owner: pwd.struct_passwd | None) -> dict[str, Any]:
    """Return the arguments of `subprocess` that give up root."""
    return {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []} if owner else {}


def end_with_parent() -> None:
    """Ask Linux to stop the program when the tests are killed and cannot do it themselves."""
    if PRCTL:
        PRCTL(1, signal.SIGINT)  # PR_SET_PDEATHSIG


def listening(port: int) -> bool:
    """Say whether somebody answers on the port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


# Looked up before the fork: after it nothing may be loaded.
PRCTL = ctypes.CDLL(None).prctl if sys.platform == "linux" else None
