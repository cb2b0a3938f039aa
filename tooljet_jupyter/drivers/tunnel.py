"""An SSH tunnel: a port of this machine that leads, through an SSH server, to a port behind it."""

import io
import select
import socket
import threading
from base64 import b64decode
from contextlib import closing
from typing import Any

from ..errors import Invalid, SourceUnreachable
from .fields import Options
from .library import optional
from .manifest import Manifest

CONNECT_SECONDS = 10
CHUNK = 65_536


class Tunnel:
    """Listens on 127.0.0.1 and carries every connection to one host and port on the other side."""

    def __init__(self, options: Options, host: str, port: int, *, manifest: Manifest | None = None) -> None:
        self._ssh = optional("paramiko", "ssh", manifest)
        self._target = (host, port)
        self._socket = reached((str(options["ssh_host"]), int(options.get("ssh_port") or 22)))
        self._transport = self._connect(options)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._accept, name=f"ssh-tunnel-{self.port}", daemon=True)
        self._thread.start()

    def alive(self) -> bool:
        """Say whether the SSH connection still stands."""
        return bool(self._transport.is_active())

    def close(self) -> None:
        """Close the port, the connections through it, and the SSH connection."""
        self._closing.set()
        # A thread that waits in accept() is woken by a connection, not by close().
        with closing(socket.socket()) as wake:
            wake.connect_ex(("127.0.0.1", self.port))
        self._thread.join(CONNECT_SECONDS)
        self._listener.close()
        self._transport.close()
        self._socket.close()

    def _connect(self, options: Options) -> Any:
        address = self._socket.getpeername()
        transport = self._ssh.Transport(self._socket)
        try:
            transport.start_client(timeout=CONNECT_SECONDS)
            self._check(transport, str(options.get("ssh_host_key") or ""))
            self._login(transport, options)
        except (self._ssh.SSHException, OSError, EOFError) as error:
            self._abandon(transport)
            raise unreachable(address, str(error)) from error
        except Invalid:
            self._abandon(transport)
            raise
        transport.set_keepalive(30)
        return transport

    def _abandon(self, transport: Any) -> None:
        transport.close()
        self._socket.close()

    def _check(self, transport: Any, wanted: str) -> None:
        """Refuse a server that shows another key than the one the source names."""
        parts = wanted.split()
        if parts and transport.get_remote_server_key().asbytes() != b64decode(parts[1] if len(parts) > 1 else parts[0]):
            raise self._ssh.SSHException("the server shows another key than the one given")

    def _login(self, transport: Any, options: Options) -> None:
        user = str(options["ssh_username"])
        if options.get("ssh_auth_type") == "password":
            transport.auth_password(user, str(options.get("ssh_password") or ""))
            return
        key = self._key(str(options.get("ssh_private_key") or ""), options.get("ssh_passphrase") or None)
        transport.auth_publickey(user, key)

    def _key(self, text: str, passphrase: str | None) -> Any:
        """Return the private key, whatever its kind."""
        text = text.replace("\\n", "\n").strip() + "\n"
        for kind in (self._ssh.Ed25519Key, self._ssh.ECDSAKey, self._ssh.RSAKey):
            try:
                return kind.from_private_key(io.StringIO(text), password=passphrase)
            except self._ssh.PasswordRequiredException as error:
                raise Invalid("The SSH key needs its passphrase", field="ssh_passphrase") from error
            except (self._ssh.SSHException, ValueError, IndexError, TypeError):
                continue
        raise Invalid("The SSH key, or its passphrase, cannot be used", field="ssh_private_key")

    def _accept(self) -> None:
        """Take connections until the tunnel is closed."""
        while not self._closing.is_set():
            try:
                inside, origin = self._listener.accept()
            except OSError:
                return
            if self._closing.is_set():
                inside.close()
                return
            try:
                channel = self._transport.open_channel("direct-tcpip", self._target, origin, timeout=CONNECT_SECONDS)
            except (self._ssh.SSHException, OSError, EOFError):
                inside.close()
                continue
            threading.Thread(target=carry, args=(inside, channel), daemon=True).start()


def reached(address: tuple[str, int]) -> socket.socket:
    """Return a connection to the SSH server."""
    try:
        return socket.create_connection(address, timeout=CONNECT_SECONDS)
    except OSError as error:
        raise unreachable(address, str(error)) from error


def carry(inside: socket.socket, channel: Any) -> None:
    """Carry bytes both ways until one side ends."""
    with closing(inside), closing(channel):
        other = {inside: channel, channel: inside}
        while True:
            for end in select.select([inside, channel], [], [])[0]:
                try:
                    received = end.recv(CHUNK)
                    other[end].sendall(received)
                except OSError:
                    return
                if not received:
                    return


def unreachable(address: tuple[str, int], reason: str) -> SourceUnreachable:
    """Return the error for an SSH server that does not let us in."""
    place = f"{address[0]}:{address[1]}"
    return SourceUnreachable(f"Could not connect to the SSH server {place}: {reason}", address=place)
