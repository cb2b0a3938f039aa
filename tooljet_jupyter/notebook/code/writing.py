"""A Python program while it is written: its lines, its variables, and the ids of the app it makes."""

import builtins
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from keyword import iskeyword

from ...components.base import Component
from ...components.event_records import Pair
from ...components.events import Action
from ..identities import Identities
from ..page import Page
from ..query import Query
from .actions import quoted
from .text import Code, Node, listed

RESERVED = frozenset({"app", "tj", "ws", *dir(builtins)})


@dataclass
class Writing:
    """What was written so far.

    Attributes
    ----------
    resolve : Identities
        Finds the ids of the app's parts.
    made : Counter
        How many components an id would belong to if it was made of names.
    """

    resolve: Identities
    made: Counter[str]
    lines: list[str] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)

    def say(self, text: str) -> None:
        """Add lines."""
        self.lines.append(text)

    def variable(self, name: str) -> str:
        """Return a variable for a thing of that name: `orders_table` for ordersTable, and no two alike."""
        words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|\W+", "_", name)
        letters = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
        base = re.sub(r"[^a-z0-9]+", "_", letters).strip("_")
        if not base or base[0].isdigit():
            base = f"part_{base}".strip("_")
        found, number = base, 1
        while found in self.taken or found in RESERVED or iskeyword(found):
            number += 1
            found = f"{base}_{number}"
        self.taken.add(found)
        return found


def kept_events(owner: Component | Page | Query, pairs: Iterable[Pair], identity: str) -> dict[str, Node]:
    """Return the ids and places of events, as far as their order in the program does not say them."""
    actions = [handler for _, handler in pairs if isinstance(handler, Action)]
    stored = [handler for _, handler in owner.pairs() if isinstance(handler, Action)]
    if owner.order:
        first = {id(action): place for place, action in enumerate(owner.order)}
        stored.sort(key=lambda action: first[id(action)])
    places = {id(action): place for place, action in enumerate(stored)}
    order = [places[id(action)] for action in actions]
    found: dict[str, Node] = {}
    if any(action.id != f"{identity}-event-{place}" for action, place in zip(actions, order, strict=True)):
        found["events"] = quoted([action.id or None for action in actions])
    if order != sorted(order):
        found["order"] = listed([Code(str(place)) for place in order])
    return found
