"""`cases.toml` of a REST plugin: options in, request out, reply in, data out, and no network between."""

import ssl
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import h11
import httpcore
import msgspec

from ..drivers.catalog import Catalog
from ..drivers.channel import Channel
from ..drivers.driver import Run
from ..drivers.policy import Policy
from ..drivers.rest import RestDriver


class Sent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The request that must be sent; of the headers only those that are named are looked at."""

    method: str
    url: str
    headers: dict[str, str] = {}
    json: Any = None
    text: str | None = None


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One case: `source` and `options` lead to `sends`; `reply` becomes `data`."""

    operation: str
    sends: Sent
    source: dict[str, Any] = {}
    options: dict[str, Any] = {}
    reply: Any = None
    data: Any = None


def cases(folder: Path) -> list[Case]:
    """Return the cases of a plugin; none where it has no `cases.toml`."""
    path = folder / "cases.toml"
    found = tomllib.loads(path.read_text("utf-8"))["case"] if path.is_file() else []
    return msgspec.convert(found, list[Case])


def check(folder: Path, case: Case) -> None:
    """Play one case and compare what was sent and what came of the reply."""
    catalog = Catalog([folder.parent])
    driver = catalog.open(folder.name, case.source)
    assert isinstance(driver, RestDriver), f"{folder.name} is no REST source"
    network = Recorder(msgspec.json.encode(case.reply))
    driver.channel = Channel(Policy(), network=network)
    try:
        operation = catalog.manifest(folder.name).operation(case.operation)
        result = driver.run(case.operation, operation.validate(case.options), Run())
    finally:
        driver.close()
    assert network.sent(case.sends) == case.sends
    assert result.data == case.data


class Recorder(httpcore.NetworkBackend):
    """A network of one answer, which keeps what was written to it."""

    def __init__(self, reply: bytes) -> None:
        self.written = b""
        self.origin = ""
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(reply)}\r\n\r\n"
        self.reply = head.encode() + reply

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to nobody."""
        self.origin = f"http://{host}" if port == 80 else f"http://{host}:{port}"
        return Stream(self)

    def sent(self, wanted: Sent) -> Sent:
        """Return the request that was written, as far as the case looks at it."""
        parser = h11.Connection(h11.SERVER)
        parser.receive_data(self.written)
        request = parser.next_event()
        assert isinstance(request, h11.Request)
        body = b""
        while isinstance(event := parser.next_event(), h11.Data):
            body += event.data
        headers = {name.decode().lower(): value.decode() for name, value in request.headers}
        return Sent(
            method=request.method.decode(),
            url=self.origin + request.target.decode(),
            headers={name: headers.get(name.lower(), "") for name in wanted.headers},
            json=msgspec.json.decode(body) if wanted.json is not None else None,
            text=body.decode() if wanted.text is not None else None,
        )


class Stream(httpcore.NetworkStream):
    """A connection to nobody."""

    def __init__(self, network: Recorder) -> None:
        self._network = network

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return the answer."""
        part, self._network.reply = self._network.reply[:max_bytes], self._network.reply[max_bytes:]
        return part

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Keep what was sent."""
        self._network.written += buffer

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Go on as if it were encrypted."""
        self._network.origin = self._network.origin.replace("http://", "https://").removesuffix(":443")
        return self

    def get_extra_info(self, info: str) -> Any:
        """Know nothing."""
        return None

    def close(self) -> None:
        """Be gone."""
