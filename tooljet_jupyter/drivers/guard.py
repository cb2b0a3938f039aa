"""HTTP clients that do not reach into private networks unless the administrator lets them."""

import ipaddress
import socket
import ssl
from collections.abc import Iterable
from typing import Any

import httpcore
import httpx

from ..errors import Forbidden

KEEP_SECONDS = 30.0


class Guard(httpcore.NetworkBackend):
    """Connects to public addresses only; the address that was checked is the one that is connected to."""

    def __init__(self) -> None:
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to a name after looking at every address it stands for."""
        return self._inner.connect_tcp(public_address(host, port), port, timeout, local_address, socket_options)


def public_address(host: str, port: int) -> str:
    """Return the first address of a name.

    Raises
    ------
    Forbidden
        One of its addresses is private, loopback or otherwise not for everybody.
    """
    try:
        found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except OSError as error:
        raise httpcore.ConnectError(f"{host} has no address: {error}") from error
    for address in found:
        if not ipaddress.ip_address(address.split("%")[0]).is_global:
            raise Forbidden(f"{host} is in a private network, which this server does not let sources reach", host=host)
    return found[0]


def backend(*, allow_private: bool) -> httpcore.NetworkBackend:
    """Return what connects to hosts, guarded unless private addresses are allowed."""
    return httpcore.SyncBackend() if allow_private else Guard()


def client(
    *,
    allow_private: bool,
    timeout_seconds: float,
    verify: ssl.SSLContext | bool = True,
    network: httpcore.NetworkBackend | None = None,
    **given: Any,
) -> httpx.Client:
    """Return an HTTP client, guarded unless private addresses are allowed; it follows no redirects.

    `network` connects in place of the guard, which it must then have below it.
    """
    context = verify if isinstance(verify, ssl.SSLContext) else httpx.create_ssl_context(verify=verify)
    transport = httpx.HTTPTransport(verify=context)
    # httpx has no public way to hand over a network backend; its transport is a thin shell around this pool.
    transport._pool = httpcore.ConnectionPool(
        ssl_context=context,
        keepalive_expiry=KEEP_SECONDS,
        network_backend=network or backend(allow_private=allow_private),
    )
    return httpx.Client(transport=transport, timeout=timeout_seconds, trust_env=False, **given)
