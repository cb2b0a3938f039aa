"""The page as a viewer finds it: a tree of roles, names and states, searched and compared like text."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..errors import NotFound
from .names import unknown

Json = dict[str, Any]


@dataclass(frozen=True, eq=False)
class Seen:
    """One thing on the page, and what is in it.

    Examples
    --------
    >>> "Order added" in app.sees()
    >>> app.sees().find(role="button", name="Save").states
    {'disabled': True}
    >>> print(app.sees())
    - document "Orders":
      - button "Save" [disabled]
    """

    role: str
    name: str = ""
    value: str | None = None
    states: dict[str, Any] = field(default_factory=dict)
    description: str = ""
    instance: str | None = None
    children: tuple["Seen | str", ...] = ()

    def find(self, role: str | None = None, name: str | None = None, **states: Any) -> "Seen":
        """Return the first thing with a role, a name and states, in reading order.

        Raises
        ------
        NotFound
            There is none; the message says what comes near it.
        """
        for found in self._matching(role, name, states):
            return found
        raise self._missing(role, name, states)

    def find_all(self, role: str | None = None, name: str | None = None, **states: Any) -> list["Seen"]:
        """Return all things with a role, a name and states, in reading order."""
        return list(self._matching(role, name, states))

    def texts(self) -> Iterator[str]:
        """Return every text on it: names, values, descriptions and plain words, in reading order."""
        yield from (text for text in (self.name, self.value, self.description) if text)
        for child in self.children:
            yield from [child] if isinstance(child, str) else child.texts()

    def __iter__(self) -> Iterator["Seen"]:
        """Go through everything there is, itself first, in reading order."""
        yield self
        for child in self.children:
            if isinstance(child, Seen):
                yield from child

    def __contains__(self, wanted: object) -> bool:
        """Say whether a text can be read there, or a thing found."""
        if isinstance(wanted, Seen):
            return any(found == wanted for found in self)
        return isinstance(wanted, str) and any(wanted in text for text in self.texts())

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Seen):
            return str(self) == str(other)
        if isinstance(other, str):
            return str(self) == textwrap.dedent(other).strip("\n").rstrip()
        return NotImplemented

    def __hash__(self) -> int:
        return hash(str(self))

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def __repr__(self) -> str:
        return str(self)

    def lines(self, indent: str = "") -> Iterator[str]:
        """Return the lines of its outline, as Playwright's snapshots of accessible trees have them."""
        inside = [*([f"description: {self.description}"] if self.description else []), *self.children]
        if not inside:
            yield f"{indent}- {self.head()}{'' if self.value is None else f': {self.value}'}"
            return
        yield f"{indent}- {self.head()}{'' if self.value is None else f' = {self.value}'}:"
        for child in inside:
            yield from child.lines(f"{indent}  ") if isinstance(child, Seen) else words(child, indent)

    def head(self) -> str:
        """Return role, name and states on one line."""
        said = [self.role, *([f'"{self.name}"'] if self.name else [])]
        return " ".join([*said, *(state(key, value) for key, value in self.states.items())])

    def _matching(self, role: str | None, name: str | None, states: Json) -> Iterator["Seen"]:
        for found in self:
            has_states = all(found.states.get(key, False) == value for key, value in states.items())
            if role in (None, found.role) and name in (None, found.name) and has_states:
                yield found

    def _missing(self, role: str | None, name: str | None, states: Json) -> NotFound:
        if name is None:
            return unknown("role", str(role), [found.role for found in self], place=described(states))
        fitting = [found.name for found in self if role in (None, found.role) and found.name]
        if name in fitting:
            return NotFound(
                f"There is {role or 'something'} {name} on the page, but not {described(states)}", name=name
            )
        return unknown(role or "thing", f'"{name}"', [f'"{near}"' for near in fitting], place="on the page")


def tree(raw: Json) -> Seen:
    """Return the tree of what the engine saw."""
    return Seen(
        role=raw["role"],
        name=raw.get("name", ""),
        value=raw.get("value"),
        states=raw.get("states", {}),
        description=raw.get("description", ""),
        instance=raw.get("instance"),
        children=tuple(child if isinstance(child, str) else tree(child) for child in raw.get("children", [])),
    )


def words(text: str, indent: str) -> Iterator[str]:
    """Return plain words as a line of an outline."""
    yield f"{indent}  - {text}" if text.startswith("description: ") else f"{indent}  - text: {text}"


def state(key: str, value: Any) -> str:
    """Return a state as an outline writes it: `[disabled]`, `[level=2]`."""
    return f"[{key}]" if value is True else f"[{key}={str(value).lower() if isinstance(value, bool) else value}]"


def described(states: Json) -> str:
    """Return states in words."""
    return " ".join(state(key, value) for key, value in states.items())
