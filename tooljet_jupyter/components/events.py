"""What happens on an event: actions, as Python objects that hold names until a definition is made of them."""

from collections.abc import Iterable
from typing import Any, ClassVar, Literal, Protocol, runtime_checkable

from ..errors import Invalid
from .plain import plain

Kind = Literal["callback", "component", "page", "query"]
Json = dict[str, Any]


@runtime_checkable
class Named(Protocol):
    """Anything with a name: a component, a query, a page."""

    name: str | None


class Resolve(Protocol):
    """Finds the id of a component, query or page given by name or as an object, or of a Python function."""

    def __call__(self, kind: Kind, thing: Any) -> str:
        """The id under which the definition knows it."""


class Action:
    """What to do on an event: ToolJet's id of an action and its options by ToolJet's keys.

    Parameters
    ----------
    action_id : str
        What to do, such as 'show-alert'.
    options : dict
        The options of the action.
    debounce : int, optional
        Milliseconds without another such event before it is done.
    run_only_if : str, optional
        An expression; the action is done only when it is true.

    Attributes
    ----------
    id : str or None
        The id that it has as an event; None: made of its place, "": a stored event that has none.
    """

    _action_id: ClassVar[str] = ""
    _names: ClassVar[dict[str, Kind]] = {}
    _kinds: ClassVar[dict[str, type["Action"]]] = {}

    def __init_subclass__(cls, **more: Any) -> None:
        super().__init_subclass__(**more)
        Action._kinds[cls._action_id] = cls

    def __init__(
        self, action_id: str, options: Json, *, debounce: int | None = None, run_only_if: str | None = None
    ) -> None:
        self.action_id = action_id
        self.options = dict(options)
        self.debounce = debounce
        self.run_only_if = run_only_if
        self.id: str | None = None

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.options!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Action) and vars(self) == vars(other)

    __hash__ = None  # type: ignore[assignment]  # options can change

    def to_json(self) -> Json:
        """The action with names in the place of ids."""
        return self.written(named)

    def definition(self, resolve: Resolve) -> Json:
        """The action as a definition holds it, its names turned into ids."""
        return self.written(resolve)

    def written(self, resolve: Resolve) -> Json:
        """The action as JSON; `resolve` says what stands for each thing it points at."""
        options = {
            key: resolve(self._names[key], value) if key in self._names else plain(value)
            for key, value in self.options.items()
        }
        return {"actionId": self.action_id, **options, **self.conditions()}

    def conditions(self) -> Json:
        """When it is done, as far as that is said."""
        given = {"debounce": self.debounce, "runOnlyIf": self.run_only_if}
        return {key: value for key, value in given.items() if value is not None}

    @staticmethod
    def from_json(data: Json) -> "Action":
        """The action that was written with `to_json`; one of an unknown kind keeps all it has."""
        rest = {key: value for key, value in data.items() if key not in ("actionId", "debounce", "runOnlyIf")}
        kind = Action._kinds.get(data["actionId"], Action)
        action = kind.__new__(kind)
        Action.__init__(
            action, data["actionId"], rest, debounce=data.get("debounce"), run_only_if=data.get("runOnlyIf")
        )
        return action


def named(kind: Kind, thing: Any) -> str:
    """The name of a thing an action points at; a Python function has none that could be kept."""
    if kind == "callback":
        raise Invalid("A Python function cannot be kept with the app; use a query.", function=repr(thing))
    name = thing.name if isinstance(thing, Named) else thing
    if not name:
        raise Invalid(f"An action points at a {kind} that has no name.", kind=kind)
    return str(name)


def numbered(values: Iterable[Any]) -> list[Json]:
    """The arguments of a component action as an event holds them; their order counts."""
    return [{"handle": str(place), "value": value} for place, value in enumerate(values)]
