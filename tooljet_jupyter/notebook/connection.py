"""Finding the server: what was given, what the kernel was told, or what runs on this machine."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from jupyter_core.paths import jupyter_runtime_dir

from ..errors import SourceUnreachable, ToolJetError
from .client import Client
from .workspace import Workspace

# Where the address of a page ends and that of the server begins.
PAGES = ("/lab", "/tree", "/notebooks", "/tooljet", "/doc", "/login")


def connect(url: str | None = None, token: str | None = None) -> Workspace:
    """Return the workspace of a running server.

    Parameters
    ----------
    url : str, optional
        Address of the server, or of any page of it, with the token or without; left out:
        `TOOLJET_URL`, then a server that runs on this machine.
    token : str, optional
        Jupyter's token or one of ours; left out: the one in the address, `TOOLJET_TOKEN`, or that
        of the running server.

    Raises
    ------
    SourceUnreachable
        No server with this extension was found.
    """
    if url:
        server, found = root(url)
        return _opened(server, token or found or _token_of(server))
    for server, found in _candidates():
        try:
            return _opened(server, token or found)
        # It was restarted or stopped since somebody wrote this down, or has no such extension.
        except ToolJetError:
            continue
    raise SourceUnreachable("No ToolJet server was found: start JupyterLab, or say where: tj.connect(url, token)")


def root(url: str) -> tuple[str, str]:
    """Return the server's own address and the token in it, as copied from a browser or a terminal."""
    parts = urlsplit(url if "//" in url else f"http://{url}")
    path = parts.path
    for page in PAGES:
        if f"{page}/" in f"{path}/":
            path = f"{path}/"[: f"{path}/".index(f"{page}/")]
    token = parse_qs(parts.query).get("token", [""])[0]
    return f"{parts.scheme}://{parts.netloc}{path.rstrip('/')}/", token


def _opened(url: str, token: str) -> Workspace:
    client = Client(url, token)
    try:
        return Workspace(client, client.get("me"))
    except ToolJetError:
        client.close()
        raise


def _candidates() -> Iterator[tuple[str, str]]:
    """Return addresses and tokens, the likeliest first: what the kernel was told, then its own server."""
    if os.environ.get("TOOLJET_URL"):
        yield os.environ["TOOLJET_URL"], os.environ.get("TOOLJET_TOKEN", "")
    for server in _running():
        yield server["url"], server["token"]


def _token_of(url: str) -> str:
    """Return the token for an address that came without one."""
    if os.environ.get("TOOLJET_TOKEN"):
        return os.environ["TOOLJET_TOKEN"]
    port = urlsplit(url).port
    return next((server["token"] for server in _running() if urlsplit(server["url"]).port == port), "")


def _running() -> list[dict[str, str]]:
    """Return the servers of this machine and user, the one that started this kernel first."""
    parent = os.environ.get("JPY_PARENT_PID")
    found = []
    for path in Path(jupyter_runtime_dir()).glob("jpserver-*.json"):
        try:
            found.append(json.loads(path.read_text("utf-8")))
        except (OSError, ValueError):  # It stopped just now, or is being written.
            continue
    return sorted(found, key=lambda server: str(server.get("pid")) != parent)
