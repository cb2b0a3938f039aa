"""Values as Python that a formatter would leave alone."""

from keyword import iskeyword
from typing import Any


def literal(value: Any) -> str:
    """Return a value as source, its texts in double quotes where nothing speaks against it."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{literal(key)}: {literal(item)}' for key, item in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(literal, value))}]"
    text = repr(value)
    if isinstance(value, str) and text.startswith("'") and '"' not in text:
        return f'"{text[1:-1]}"'
    return text


def attribute(owner: str, name: str) -> str:
    """Return how something is read from an owner by a name, which may be no name of Python."""
    plain = name.isidentifier() and not iskeyword(name)
    return f"{owner}.{name}" if plain else f"{owner}[{literal(name)}]"
