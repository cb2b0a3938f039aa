"""What a person saw after a deed, as asserts: messages, values, how many rows."""

from collections.abc import Iterator
from typing import Any

from .deeds import Deed, Part
from .literal import attribute, literal

# What a component shows that a test would name.
SHOWN = ("text", "primaryValue", "buttonText", "value", "values", "show", "currentTab")
# Of lists the length is known: what the viewer was told of, and where a test finds as many.
LISTS = {"data": ("currentPageData", "currentData"), "rows": ("data",)}
MOST_ASSERTS = 6


class Seen:
    """What was on the page so far, so that only what changed is asserted."""

    def __init__(self, parts: dict[str, Part]) -> None:
        self.parts = parts
        self.known: dict[tuple[str, str], Any] = {}

    def asserts(self, deed: Deed) -> list[list[str]]:
        """Return what may be asserted after a deed, each in several wordings of which one has to hold."""
        found = [*messages(deed), *self.values(deed)]
        return found[:MOST_ASSERTS]

    def values(self, deed: Deed) -> Iterator[list[str]]:
        """Yield the values that are new, but for the one that the person put there."""
        for instance, values in deed.shown.items():
            part = self.parts.get(instance)
            for key, value in values.items():
                new = self.known.get((instance, key), self) != value
                self.known[instance, key] = value
                if new and part and deed.verb != "open" and (part.name, deed.verb) != (deed.target, "set"):
                    yield from wordings(part.name, key, value)


def messages(deed: Deed) -> Iterator[list[str]]:
    """Yield the messages that came, the last one first said as the last one."""
    for number, message in enumerate(reversed(deed.alerts), 1):
        said = literal(message)
        yield [f"assert app.alerts[-{number}].message == {said}", f"assert {said} in app.sees()"]


def wordings(name: str, key: str, value: Any) -> Iterator[list[str]]:
    """Yield how a value of a component is asserted, if it is one that a test names."""
    if key in SHOWN and not isinstance(value, dict):
        word = "is" if value is None or isinstance(value, bool) else "=="
        yield [f"assert {place(name, key)} {word} {literal(value)}"]
    elif key in LISTS and isinstance(value, dict):
        yield [f"assert len({place(name, other)}) == {value['length']}" for other in LISTS[key]]


def place(name: str, key: str) -> str:
    """Return how a test reads a value of a component."""
    return attribute(attribute("app.components", name), key)
