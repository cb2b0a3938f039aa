"""What a server allows its drivers, and what it keeps for them."""

from dataclasses import dataclass

from .tokens import Vault


@dataclass(frozen=True)
class Policy:
    """The terms under which a driver works; the catalogue hands them over."""

    allow_private_addresses: bool = True
    vault: Vault | None = None
