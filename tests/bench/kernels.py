"""Code in a real Jupyter kernel, and how much memory the kernel has afterwards."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from jupyter_client.manager import start_new_kernel

# Megabytes that are in memory at this moment; Linux says so in pages.
RESIDENT = "import resource; print(int(open('/proc/self/statm').read().split()[1]) * resource.getpagesize() / 1e6)"
SECONDS = 120


class Kernel:
    """A running kernel."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def run(self, code: str) -> str:
        """Run code and return what it printed."""
        said: list[str] = []

        def hear(message: dict[str, Any]) -> None:
            if message["msg_type"] == "stream":
                said.append(message["content"]["text"])

        reply = self._client.execute_interactive(code, output_hook=hear, timeout=SECONDS)
        if reply["content"]["status"] != "ok":
            raise RuntimeError(f"{reply['content']['ename']}: {reply['content']['evalue']}")
        return "".join(said)

    def resident_mb(self) -> float:
        """Return how much memory it has."""
        return float(self.run(RESIDENT))


@contextmanager
def kernel() -> Iterator[Kernel]:
    """Run a kernel until the block ends."""
    # It warns of unencrypted sockets of this machine at every start.
    manager, client = start_new_kernel(kernel_name="python3", stderr=subprocess.DEVNULL)
    try:
        yield Kernel(client)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
