"""Events as a definition holds them: each with an id, in the order in which they are stored."""

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from itertools import count

from ..errors import Invalid
from .events import Action, Json, Resolve
from .handlers import Handler, as_action

# What an event is about, `{"eventId"}` or `{"eventId", "ref"}`, and what to do.
Pair = tuple[Json, Handler]


def event_records(
    identity: str, pairs: Iterable[Pair], resolve: Resolve, *, order: Sequence[Action] = ()
) -> list[Json]:
    """Events of the thing with this id; one that was stored keeps its id and its place."""
    actions = [(about, as_action(handler)) for about, handler in pairs]
    places = {id(action): place for place, action in enumerate(order)}
    if places:
        actions.sort(key=lambda pair: places.get(id(pair[1]), len(places)))
    taken = {action.id for _, action in actions}
    free = (made for number in count(len(actions)) if (made := f"{identity}-event-{number}") not in taken)
    found = []
    for number, (about, action) in enumerate(actions):
        derived = f"{identity}-event-{number}"
        own = action.id if action.id is not None else next(free) if derived in taken else derived
        found.append(({"id": own} if own else {}) | about | action.written(resolve))
    return found


def keep_ids(actions: Sequence[Action], ids: Sequence[str | None], order: Sequence[int] | None) -> list[Action]:
    """Give actions the ids they are stored with, and return them in the stored order.

    Raises
    ------
    Invalid
        There are not as many ids or places as events.
    """
    order = range(len(actions)) if order is None else order
    if len(ids) not in (0, len(actions)) or sorted(order) != list(range(len(actions))):
        raise Invalid("There must be an id, or None, and a place for each event", field="events", events=len(actions))
    for action, own in zip(actions, ids, strict=False):
        action.id = "" if own is None else own
    return [action for _, action in sorted(zip(order, actions, strict=True), key=lambda pair: pair[0])]


def own_actions(handlers: dict[str, list[Handler]]) -> Iterator[Action]:
    """The handlers of each event, from now on as actions that nothing else shares."""
    for found in handlers.values():
        found[:] = [copy(as_action(handler)) for handler in found]
        yield from (handler for handler in found if isinstance(handler, Action))
