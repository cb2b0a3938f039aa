"""Where the server is and how to get in: libpq's parameters, certificate files, the SSH tunnel."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.pq import Conninfo

from tooljet_jupyter.drivers.fields import Options
from tooljet_jupyter.drivers.manifest import Manifest
from tooljet_jupyter.drivers.tunnel import Tunnel
from tooljet_jupyter.errors import Invalid

CONNECT_SECONDS = 10
PEM = {
    "ca_certificate": {"sslrootcert": "ca_cert"},
    "self_signed": {"sslrootcert": "root_cert", "sslcert": "client_cert", "sslkey": "client_key"},
}
FILES = {
    "passfile",
    "service",
    "servicefile",
    "sslcert",
    "sslkey",
    "sslrootcert",
    "sslcrl",
    "sslcrldir",
    "sslkeylogfile",
}
STEADY = {"keepalives": 1, "keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3}


class Address:
    """The options of a source as parameters of a connection; holds files and a tunnel until it is closed."""

    def __init__(self, options: Options, *, manifest: Manifest | None = None) -> None:
        self.options = options
        self.manifest = manifest
        self._files: TemporaryDirectory[str] | None = None
        self._tunnel: Tunnel | None = None

    def parameters(self) -> dict[str, Any]:
        """Return libpq's parameters."""
        base = self.written() if self.options["connection_type"] == "string" else self.manual()
        known, settings = self.extra()
        found = {"connect_timeout": CONNECT_SECONDS, **STEADY, **base, **self.tls(base), **known}
        if settings:
            found["options"] = " ".join([str(found.get("options", "")), *settings]).strip()
        return self.tunnelled(found)

    def manual(self) -> dict[str, Any]:
        """Return the parameters of the form; what is empty is left to libpq."""
        keys = {
            "host": "host",
            "port": "port",
            "dbname": "database",
            "user": "username",
            "password": "password",
        }
        return {name: self.options[key] for name, key in keys.items() if self.options.get(key) not in (None, "")}

    def written(self) -> dict[str, Any]:
        """Return the parameters of a connection string; it may not name files of this server."""
        try:
            found = conninfo_to_dict(self.options["connection_string"])
        except ProgrammingError as error:
            raise Invalid("The connection string cannot be read", field="connection_string") from error
        return refuse_files({key: value for key, value in found.items() if value not in (None, "")})

    def extra(self) -> tuple[dict[str, Any], list[str]]:
        """Return the user's own options: parameters of libpq, and settings of the server."""
        names = {option.keyword.decode() for option in Conninfo.get_defaults()}
        pairs = {str(name): value for name, value in self.options.get("connection_options") or [] if value != ""}
        known = refuse_files({name: value for name, value in pairs.items() if name in names})
        settings = [f"-c {name}={escaped(str(value))}" for name, value in pairs.items() if name not in names]
        return known, settings

    def tls(self, base: dict[str, Any]) -> dict[str, str]:
        """Return how the connection is encrypted and whom it believes."""
        if not self.options["ssl_enabled"]:
            return {} if "sslmode" in base else {"sslmode": "disable"}
        files = PEM.get(str(self.options["ssl_certificate"]), {})
        if not files:
            written = self.options["connection_type"] == "string"
            return {} if written else {"sslmode": "require"}
        return {"sslmode": "verify-full", **{name: self.pem_file(key) for name, key in files.items()}}

    def pem_file(self, key: str) -> str:
        """Write a certificate or key where only this user can read it; libpq takes nothing but files."""
        if self._files is None:
            self._files = TemporaryDirectory(prefix="tooljet-")
        path = Path(self._files.name) / f"{key}.pem"
        path.touch(mode=0o600)
        path.write_text(str(self.options.get(key) or "").replace("\\n", "\n"))
        return str(path)

    def tunnelled(self, found: dict[str, Any]) -> dict[str, Any]:
        """Go through the SSH server: the name stays for the certificate, the address is the tunnel's end."""
        if self.options.get("ssh_enabled") != "enabled":
            return found
        if self._tunnel is None or not self._tunnel.alive():
            self.close_tunnel()
            host, port = str(found.get("host") or "localhost"), int(found.get("port") or 5432)
            self._tunnel = Tunnel(self.options, host, port, manifest=self.manifest)
        return {**found, "hostaddr": "127.0.0.1", "port": self._tunnel.port}

    def moved(self, named: dict[str, str]) -> Options:
        """Return the options with the host and the database that a query names."""
        moved = {**self.options, **named, "allow_dynamic_connection_parameters": False}
        if self.options["connection_type"] == "string":
            names = {"host": "host", "database": "dbname"}
            changes = {names[key]: value for key, value in named.items()}
            moved["connection_string"] = make_conninfo(self.options["connection_string"], **changes)
        return moved

    def label(self) -> str:
        """Return host and port, for people."""
        if self.options["connection_type"] != "string":
            return f"{self.options['host']}:{self.options['port']}"
        try:
            found = conninfo_to_dict(self.options["connection_string"])
        except ProgrammingError:
            return "the connection string"
        return f"{found.get('host') or 'localhost'}:{found.get('port') or 5432}"

    def close_tunnel(self) -> None:
        """Close the tunnel."""
        if self._tunnel:
            self._tunnel.close()
            self._tunnel = None

    def close(self) -> None:
        """Remove the certificate files and close the tunnel."""
        self.close_tunnel()
        if self._files:
            self._files.cleanup()
            self._files = None


def refuse_files(found: dict[str, Any]) -> dict[str, Any]:
    """Return the parameters, or raise Invalid when one makes libpq read a file of this server."""
    for name in sorted(FILES & set(found)):
        if found[name] not in ("", "system"):
            raise Invalid(f"{name} names a file of the server; paste the certificate instead", field=name)
    return found


def escaped(text: str) -> str:
    """Return a value for libpq's `options`, where a space ends an entry."""
    return text.replace("\\", "\\\\").replace(" ", "\\ ")
