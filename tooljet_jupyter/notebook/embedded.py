"""A server for scripts where none runs: started without a window, shared by all scripts, ended with the last."""

import json
import os
import secrets
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import httpx
from jupyter_core.paths import jupyter_runtime_dir

from ..errors import SourceUnreachable

PROGRAM = f"{__package__}".rpartition(".")[0] + ".cli.serve"
GUEST = "tooljet-guest"
LOCK = "tooljet-start.sqlite"
LOG = "tooljet-embedded.log"
LOCK_SECONDS = 60.0
SAID_CHARACTERS = 2_000
# What tells our servers that we live: the system lets go of it when this process ends, however it ends.
held: dict[str, tuple[httpx.Client, httpx.Response, Iterator[bytes]]] = {}
started: list[subprocess.Popen[bytes]] = []


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let no other script start a server while the block lasts.

    The lock is SQLite's, which works on every system and ends with the process that holds it.
    """
    with closing(sqlite3.connect(room() / LOCK, timeout=LOCK_SECONDS, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield


def start() -> dict[str, Any]:
    """Start a server and return what it says of itself: address, token, where its data is.

    Raises
    ------
    SourceUnreachable
        It did not start; the message holds what it said.
    """
    log = room() / LOG
    with open(log, "w", opener=private) as said:
        process = subprocess.Popen(
            [sys.executable, "-m", PROGRAM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=said,
            # Ctrl-C in a terminal is for the script, which then asks the server to cancel its query.
            start_new_session=True,
        )
    started.append(process)
    # By this way and not as an argument: those can be read by everybody on the machine.
    answer = spoken(process, {"token": secrets.token_hex(24), "room": str(room())})
    if not answer:
        raise SourceUnreachable(
            "No ToolJet server was found, and none could be started. It said: "
            + log.read_text(errors="replace").strip()[-SAID_CHARACTERS:]
        )
    found: dict[str, Any] = json.loads(answer)
    return found


def spoken(process: "subprocess.Popen[bytes]", given: dict[str, str]) -> bytes:
    """Return what a new process answers to the line it is told; nothing where it ended instead."""
    assert process.stdin
    assert process.stdout
    with process.stdout, process.stdin:
        try:
            process.stdin.write(json.dumps(given).encode() + b"\n")
            process.stdin.flush()
        except BrokenPipeError:
            return b""
        return process.stdout.readline()


def stay(url: str, token: str) -> None:
    """Keep a server that was started for scripts alive for as long as this process lives.

    Raises
    ------
    SourceUnreachable
        It is about to end.
    """
    if url in held and not held[url][1].is_closed:
        return
    client = httpx.Client(headers={"Authorization": f"token {token}"}, trust_env=False, timeout=None)
    try:
        answer = client.send(client.build_request("GET", url + GUEST), stream=True)
        answer.raise_for_status()
        chunks = answer.iter_raw()
        next(chunks)
    except (httpx.HTTPError, StopIteration):
        client.close()
        raise SourceUnreachable(f"The server at {url} is about to end", url=url) from None
    # With the iterator: the connection ends where nobody holds it.
    held[url] = (client, answer, chunks)


def leave() -> None:
    """Let go of the servers that live for this script, and wait for those that it started."""
    for client, answer, _ in held.values():
        answer.close()
        client.close()
    held.clear()
    while started:
        started.pop().wait()


def room() -> Path:
    """Return the folder in which servers of this machine and user say that they run."""
    found = Path(jupyter_runtime_dir())
    found.mkdir(mode=0o700, parents=True, exist_ok=True)
    return found


def private(path: str, flags: int) -> int:
    """Open a file that only this user can read."""
    return os.open(path, flags, 0o600)
