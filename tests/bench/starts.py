"""A Jupyter server started and stopped again."""

import http.client
import time
from contextlib import suppress
from pathlib import Path

from tests.bench.product import command
from tests.services.program import free_port, running

JUPYTER = "/api"
TOOLJET = "/tooljet/api/health"


def start(room: Path, path: str, *, extension: bool) -> float:
    """Return after how many milliseconds a new server answers a path."""
    port = free_port()
    begun = time.perf_counter()
    took: list[float] = []

    def ready() -> bool:
        if answered(port, path):
            took.append((time.perf_counter() - begun) * 1000)
        return bool(took)

    with running(command(port, room, {"tooljet_jupyter": extension}), ready):
        return took[0]


def answered(port: int, path: str) -> bool:
    """Say whether the path is there already."""
    with suppress(OSError, http.client.HTTPException):
        asked = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        asked.request("GET", path)
        return asked.getresponse().status == 200
    return False
