"""Takes secrets out of what people get to see: errors, metadata."""

from base64 import b64encode
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote, quote_plus

HIDDEN = "•••"
# A shorter text is found everywhere, and hiding it would hide nothing but sense.
SHORTEST = 4


class Redaction:
    """Knows the secrets of one run, as they are and as they look inside a URL or a header."""

    def __init__(self, secrets: Iterable[Any]) -> None:
        found = {text for secret in secrets for text in texts(secret) if len(text) >= SHORTEST}
        self._forms = sorted({form for text in found for form in forms(text)}, key=len, reverse=True)

    def text(self, value: str) -> str:
        """Return a text without the secrets."""
        for form in self._forms:
            value = value.replace(form, HIDDEN)
        return value

    def all(self, value: Any) -> Any:
        """Return a JSON value without the secrets in its texts."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            return {self.text(str(key)): self.all(item) for key, item in value.items()}
        return [self.all(item) for item in value] if isinstance(value, list) else value


def texts(secret: Any) -> list[str]:
    """Return the texts of a secret; of pairs, the values."""
    if isinstance(secret, list):
        return [text for item in secret for text in texts(item[1] if is_pair(item) else item)]
    return [str(secret)] if isinstance(secret, str | int | float) and not isinstance(secret, bool) else []


def is_pair(item: Any) -> bool:
    """Say whether something is a name with its value."""
    return isinstance(item, list | tuple) and len(item) == 2


def forms(text: str) -> set[str]:
    """Return the ways in which a text may appear."""
    return {text, quote(text, safe=""), quote(text), quote_plus(text), b64encode(text.encode()).decode()}
