"""What `jupyter tooljet doctor` looks at; each check says what is so, and what to do where that is wrong."""

from dataclasses import dataclass
from typing import Literal

State = Literal["ok", "warn", "fail"]


@dataclass(frozen=True)
class Check:
    """One look: `warn` where something works less well, `fail` where something does not work."""

    name: str
    state: State
    words: str
