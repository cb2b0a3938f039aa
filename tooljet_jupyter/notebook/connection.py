"""Finding the server: what was given, what the kernel was told, or what runs on this machine."""

import json
import os
from pathlib import Path

from jupyter_core.paths import jupyter_runtime_dir

from ..errors import SourceUnreachable, Unauthenticated
from .client import Client
from .workspace import Workspace


def connect(url: str | None = None, token: str | None = None) -> Workspace:
    """Return the workspace of a running server.

    Parameters
    ----------
    url : str, optional
        Address of the server; left out: `TOOLJET_URL`, then a server that runs on this machine.
    token : str, optional
        Jupyter's token or one of ours; left out: `TOOLJET_TOKEN`, then that of the running server.

    Raises
    ------
    SourceUnreachable
        No server with this extension was found.
    """
    if url:
        return _opened(url, token or os.environ.get("TOOLJET_TOKEN", ""))
    given = os.environ.get("TOOLJET_URL")
    if given:
        try:
            return _opened(given, token or os.environ.get("TOOLJET_TOKEN", ""))
        except (SourceUnreachable, Unauthenticated):
            # The server was restarted since this kernel began: its address or its keys are others now.
            pass
    for server in _running():
        try:
            return _opened(server["url"], token or server["token"])
        except SourceUnreachable:
            continue
    raise SourceUnreachable(
        "No ToolJet server was found: start JupyterLab, or say where: connect(url, token)"
    )


def _opened(url: str, token: str) -> Workspace:
    client = Client(url, token)
    return Workspace(client, client.get("me"))


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
