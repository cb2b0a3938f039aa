"""The source's own certificates: whom it trusts, and how it proves who it is."""

import ssl
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx

from tooljet_jupyter.errors import Invalid


def context(options: Mapping[str, Any]) -> ssl.SSLContext | bool:
    """Return the TLS settings that the options describe."""
    kind = options.get("ssl_certificate")
    if kind not in ("ca_certificate", "client_certificate"):
        return True
    made = httpx.create_ssl_context(trust_env=False)
    try:
        if options.get("ca_cert"):
            made.load_verify_locations(cadata=str(options["ca_cert"]))
        if kind == "client_certificate":
            present(made, str(options.get("client_cert") or ""), str(options.get("client_key") or ""))
    except ssl.SSLError as error:
        raise Invalid("The certificates are not PEM, or do not fit together", field="ssl_certificate") from error
    return made


def present(made: ssl.SSLContext, certificate: str, key: str) -> None:
    """Show a client certificate; OpenSSL takes it from a file only, which is gone at once."""
    with tempfile.TemporaryDirectory(prefix="tooljet-") as folder:
        path = Path(folder) / "client.pem"
        path.touch(mode=0o600)
        path.write_text(f"{certificate.strip()}\n{key.strip()}\n")
        made.load_cert_chain(path)
