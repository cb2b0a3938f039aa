"""Finding the server: what was given, what the kernel was told, or what runs on this machine."""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from jupyter_core.paths import jupyter_runtime_dir

from ..errors import SourceUnreachable, ToolJetError
from . import embedded
from .client import Client
from .workspace import Workspace

# Where the address of a page ends and that of the server begins.
PAGES = ("/lab", "/tree", "/notebooks", "/tooljet", "/doc", "/login")


def connect(url: str | None = None, token: str | None = None, *, start: bool = True) -> Workspace:
    """Return the workspace of a running server, or of one that is started for this script.

    Parameters
    ----------
    url : str, optional
        Address of the server, or of any page of it, with the token or without; left out:
        `TOOLJET_URL`, then a server that runs on this machine.
    token : str, optional
        Jupyter's token or one of ours; left out: the one in the address, `TOOLJET_TOKEN`, or that
        of the running server.
    start : bool
        Whether to start a server where none is found. It runs on this machine only, without a window, and
        ends with the last script that uses it.

    Raises
    ------
    SourceUnreachable
        No server with this extension was found.
    """
    if url:
        server, found = root(url)
        return _opened({"url": server, "token": token or found or _token_of(server)})
    workspace = _found(token)
    if workspace is None and start and not os.environ.get("TOOLJET_URL"):
        workspace = _started(token)
    if workspace is None:
        raise SourceUnreachable("No ToolJet server was found: start JupyterLab, or say where: tj.connect(url, token)")
    return workspace


def root(url: str) -> tuple[str, str]:
    """Return the server's own address and the token in it, as copied from a browser or a terminal."""
    parts = urlsplit(url if "//" in url else f"http://{url}")
    path = parts.path
    for page in PAGES:
        if f"{page}/" in f"{path}/":
            path = f"{path}/"[: f"{path}/".index(f"{page}/")]
    token = parse_qs(parts.query).get("token", [""])[0]
    return f"{parts.scheme}://{parts.netloc}{path.rstrip('/')}/", token


def _found(token: str | None) -> Workspace | None:
    """Return the workspace of the likeliest server that answers."""
    for server in _candidates():
        try:
            return _opened({**server, "token": token or server["token"]})
        # It was restarted or stopped since somebody wrote this down, or has no such extension.
        except ToolJetError:
            continue
    return None


def _started(token: str | None) -> Workspace:
    """Return the workspace of a server that was started for this script, or by another in the same moment."""
    with embedded.one_at_a_time():
        workspace = _found(token)
        if workspace is None:
            server = embedded.start()
            workspace = _opened(server)
            print(f"ToolJet runs for this script, without JupyterLab. Its data is in {server['data']}", file=sys.stderr)
    return workspace


def _opened(server: dict[str, Any]) -> Workspace:
    url = str(server["url"])
    if server.get("embedded"):
        embedded.stay(url, server["token"])
    client = Client(url, server["token"], renew=lambda: _token_told(url))
    try:
        return Workspace(client, client.get("me"))
    except ToolJetError:
        client.close()
        raise


def _candidates() -> Iterator[dict[str, Any]]:
    """Return servers, the likeliest first: what the kernel was told, then its own server."""
    if os.environ.get("TOOLJET_URL"):
        yield {"url": os.environ["TOOLJET_URL"], "token": os.environ.get("TOOLJET_TOKEN", "")}
    yield from _running()


def _token_of(url: str) -> str:
    """Return the token for an address that came without one."""
    if os.environ.get("TOOLJET_TOKEN"):
        return os.environ["TOOLJET_TOKEN"]
    return _token_told(url)


def _token_told(url: str) -> str:
    """Return the token that a server of this machine has written down, as it is now."""
    port = urlsplit(url).port
    return next((server["token"] for server in _running() if urlsplit(server["url"]).port == port), "")


def _running() -> list[dict[str, Any]]:
    """Return the servers of this machine and user: first the one that started this kernel, last those of scripts."""
    parent = os.environ.get("JPY_PARENT_PID")
    found = []
    for path in Path(jupyter_runtime_dir()).glob("jpserver-*.json"):
        try:
            found.append(json.loads(path.read_text("utf-8")))
        except (OSError, ValueError):  # It stopped just now, or is being written.
            continue
    return sorted(found, key=lambda server: (str(server.get("pid")) != parent, bool(server.get("embedded"))))
