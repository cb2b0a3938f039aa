"""The Python functions of an app's events, under the ids by which its page may call them."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakKeyDictionary

from ...errors import Forbidden, Invalid

if TYPE_CHECKING:
    from ..composition import Composition

Json = dict[str, Any]
Function = Callable[..., Any]


class Place(NamedTuple):
    """Where a function is called: the name of a component, page or query, and the event."""

    owner: str
    event: str


class Callbacks:
    """The functions of one app; a function that is in the app no more cannot be called."""

    def __init__(self) -> None:
        self._last = 0
        self._functions: dict[str, Function] = {}
        self._places: dict[str, set[Place]] = {}

    def id_of(self, function: Function) -> str:
        """Return the id of a function: the same one as long as it is in the app."""
        for known, found in self._functions.items():
            if found is function or found == function:
                return known
        self._last += 1
        made = f"callback-{self._last}"
        self._functions[made] = function
        return made

    def placed(self, definition: Json) -> None:
        """Keep what a definition calls, and from where; forget the rest."""
        self._places = {}
        for place, callback in calls(definition):
            self._places.setdefault(callback, set()).add(place)
        self._functions = {key: found for key, found in self._functions.items() if key in self._places}

    def find(self, callback: str, place: Place) -> Function:
        """Return the function that an event of the page calls.

        Raises
        ------
        Forbidden
            The app has no such function at that place: the page is older than the app, or not to be believed.
        """
        if place not in self._places.get(callback, ()):
            raise Forbidden(f"{place.event} of {place.owner} calls no Python function any more")
        return self._functions[callback]

    def refuse(self, definition: Json) -> None:
        """Refuse to store an app that calls functions of the notebook, and name every one.

        Raises
        ------
        Invalid
            There is one.
        """
        found = [(place, self._functions.get(callback)) for place, callback in calls(definition)]
        if not found:
            return
        named = [{"component": place.owner, "event": place.event, "function": title(one)} for place, one in found]
        listed = "; ".join(f"{one['event']} of {one['component']} calls {one['function']}" for one in named)
        raise Invalid(
            f"A saved app has no kernel to call Python functions in: {listed}. Put the code of each into a query that "
            "runs on the server, app.query(name, 'runpy', code=...), and name that query in the place of the function",
            callbacks=named,
        )


def calls(definition: Json) -> Iterator[tuple[Place, str]]:
    """Yield the calls of functions in a definition."""
    owners = [
        *(component for page in definition["pages"] for component in page["components"]),
        *definition["pages"],
        *definition["queries"],
    ]
    for owner in owners:
        for event in owner["events"]:
            if event["actionId"] == "call-python":
                yield Place(str(owner["name"]), event["eventId"]), str(event.get("callback"))


def title(function: Function | None) -> str:
    """Return how a person would call a function."""
    if function is None:
        return "a function of another notebook"
    return str(getattr(function, "__qualname__", repr(function))).rsplit("<locals>.")[-1] + "()"


# An app keeps its functions; a composition without one has no page that could call them.
LIVE: "WeakKeyDictionary[Composition, Callbacks]" = WeakKeyDictionary()


def hand_out(app: "Composition", function: Any) -> str:
    """Return the id by which the page of an app calls a function.

    Raises
    ------
    Invalid
        The app is not one that a notebook shows.
    """
    if app in LIVE:
        return LIVE[app].id_of(function)
    raise Invalid(
        "Viewers have no kernel, so an app cannot call a Python function of the notebook. Put the code "
        "into a query, app.query(name, 'runpy', code=...), and name that query here",
        function=getattr(function, "__name__", repr(function)),
    )
