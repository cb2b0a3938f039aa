"""Encryption of credentials and secrets: AES-GCM with a key that never enters the database."""

import base64
import binascii
import os
from pathlib import Path
from typing import Any

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from ..errors import Invalid, ToolJetError

KEY_BYTES = 32
NONCE_BYTES = 12


class SecretBox:
    """Encrypts with the first key and decrypts with any, so that keys can be changed one by one."""

    def __init__(self, keys: list[bytes]) -> None:
        self._keys = keys
        self._ciphers = [AESGCM(_derive(key, b"secrets")) for key in keys]

    def seal(self, value: Any, purpose: str) -> str:
        """Return a JSON value encrypted; it opens only for the same purpose."""
        nonce = os.urandom(NONCE_BYTES)
        sealed = self._ciphers[0].encrypt(nonce, msgspec.json.encode(value), purpose.encode())
        return base64.b64encode(nonce + sealed).decode()

    def open(self, text: str, purpose: str) -> Any:
        """Return what was sealed.

        Raises
        ------
        ToolJetError
            No key fits: the key file is not the one the database was made with.
        """
        raw = base64.b64decode(text)
        for cipher in self._ciphers:
            try:
                plain = cipher.decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], purpose.encode())
            except InvalidTag:
                continue
            return msgspec.json.decode(plain)
        raise ToolJetError("A stored secret cannot be read: the key file is not the one it was made with")

    def signing_keys(self) -> list[bytes]:
        """Return the keys for signatures, newest first."""
        return [_derive(key, b"signatures") for key in self._keys]


def load_keys(path: Path) -> list[bytes]:
    """Return the keys of a key file, which is made at the first start, readable by its owner only.

    Raises
    ------
    Invalid
        The file is no key file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return _read(path)
    with os.fdopen(descriptor, "w") as file:
        file.write(base64.b64encode(os.urandom(KEY_BYTES)).decode() + "\n")
    return _read(path)


def add_key(path: Path) -> list[bytes]:
    """Put a new key before the others and return all."""
    return _write(path, [base64.b64encode(os.urandom(KEY_BYTES)).decode(), *path.read_text().split()])


def forget_old_keys(path: Path) -> list[bytes]:
    """Keep the first key only and return it."""
    return _write(path, path.read_text().split()[:1])


def _write(path: Path, lines: list[str]) -> list[bytes]:
    """Replace the key file, whole or not at all, also where the power fails."""
    fresh = path.with_suffix(".new")
    descriptor = os.open(fresh, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write("\n".join(lines) + "\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    return _read(path)


def _read(path: Path) -> list[bytes]:
    try:
        keys = [base64.b64decode(line, validate=True) for line in path.read_text().split()]
    except (binascii.Error, UnicodeDecodeError) as error:
        raise Invalid("The key file does not hold base64 keys", path=str(path)) from error
    if not keys or any(len(key) != KEY_BYTES for key in keys):
        raise Invalid(f"The key file holds no key of {KEY_BYTES} bytes", path=str(path))
    return keys


def _derive(key: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=b"tooljet-jupyter " + purpose).derive(key)
