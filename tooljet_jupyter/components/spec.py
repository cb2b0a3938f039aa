"""What a component is: the model of `specs/*.toml`, from which classes, types, forms and pages are made."""

from functools import cache
from pathlib import Path
from typing import Any, Literal

import msgspec

from ..errors import NotFound
from .checks import Problem, problem_of
from .reading import read, spec_files

PropType = Literal[
    "any",
    "array",
    "boolean",
    "boxShadow",
    "buttons",
    "color",
    "columns",
    "component",
    "data",
    "date",
    "enum",
    "fields",
    "html",
    "icon",
    "json",
    "number",
    "object",
    "options",
    "rule",
    "source",
    "string",
    "tabs",
    "text",
]
Place = Literal["properties", "validation", "styles", "general", "others"]
LAST = ("Behaviour", "Validation", "Box", "Devices")
ValueType = Literal["any", "array", "boolean", "data", "number", "object", "string"]


class Model(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """A part of a spec: fixed once read, and strict about misspelt fields."""


class Choice(Model, frozen=True):
    """One value of an `enum` and the words the inspector shows for it."""

    value: str
    label: str


class Prop(Model, frozen=True):
    """One property, style or validation rule of a component, or one field of an item."""

    name: str
    key: str
    type: PropType
    default: Any
    label: str
    doc: str
    place: Place
    section: str
    when: dict[str, list[Any]] = {}
    choices: list[Choice] = []
    item: str = ""
    action: str = ""
    scope: list[str] = []
    placeholder: str = ""
    min: float | None = None
    max: float | None = None
    step: float | None = None
    units: str = ""
    example: Any = None
    nullable: bool = False
    deprecated: bool = False


class EventSpec(Model, frozen=True):
    """Something a component says, such as `onClick`."""

    name: str
    key: str
    doc: str
    deprecated: bool = False


class Item(Model, frozen=True):
    """The shape of one element of a list property; its events name it by its field `ref`."""

    name: str
    type_name: str
    doc: str
    props: dict[str, Prop]
    events: dict[str, EventSpec] = {}
    ref: str = ""


class Exposed(Model, frozen=True):
    """A value other expressions may read as `components.<name>.<key>`."""

    key: str
    type: ValueType
    doc: str
    follows: str = ""
    nullable: bool = False
    deprecated: bool = False


class Param(Model, frozen=True):
    """One argument of a component action."""

    key: str
    type: ValueType
    doc: str
    default: Any = None
    optional: bool = False


class ActionSpec(Model, frozen=True):
    """Something a component can be told to do, such as `setText`."""

    key: str
    doc: str
    params: list[Param] = []
    deprecated: bool = False


class Slot(Model, frozen=True):
    """A place for children: `suffix` ends their parent id, `each` repeats the slot per row or tab."""

    name: str
    doc: str
    suffix: str = ""
    each: Literal["", "row", "tab"] = ""
    when: dict[str, list[Any]] = {}


class Child(Model, frozen=True):
    """A component that the palette puts inside a new one."""

    type: str
    layout: dict[str, int]
    slot: str = "body"
    props: dict[str, Any] = {}


class Size(Model, frozen=True):
    """How large a dropped component is: columns of 43, pixels."""

    width: int
    height: int


class Spec(Model, frozen=True):
    """One component: all that its class, its types, its inspector form and its doc page say."""

    name: str
    display_name: str
    doc: str
    group: str
    icon: str
    size: Size
    props: dict[str, Prop]
    items: dict[str, Item] = {}
    events: dict[str, EventSpec] = {}
    exposes: dict[str, Exposed] = {}
    actions: dict[str, ActionSpec] = {}
    slots: list[Slot] = []
    children: list[Child] = []
    scope: list[str] = []
    legacy: bool = False

    @classmethod
    def load(cls, path: Path) -> "Spec":
        """Read one spec file, with the shared groups it includes."""
        return msgspec.convert(read(path), cls)

    @property
    def sections(self) -> list[str]:
        """The headings of the inspector in their order, those that every component has at the end."""
        found = dict.fromkeys(prop.section for prop in self.props.values())
        return [name for name in found if name not in LAST] + [name for name in LAST if name in found]

    @property
    def defaults(self) -> dict[str, Any]:
        """The value of every property that a component does not set."""
        return {key: prop.default for key, prop in self.props.items()}

    def placed(self, place: Place) -> dict[str, Prop]:
        """The properties that ToolJet keeps in one part of its file, by key."""
        return {key: prop for key, prop in self.props.items() if prop.place == place}

    def validate_props(self, props: dict[str, Any]) -> list[Problem]:
        """Say what is wrong with literal values; unknown keys and templates are left alone."""
        known = ((self.props[key], value) for key, value in props.items() if key in self.props)
        return [found for prop, value in known if (found := problem_of(prop, value, self.items))]


@cache
def specs() -> dict[str, Spec]:
    """Every component by its type name, sorted."""
    found = (Spec.load(path) for path in spec_files())
    return {spec.name: spec for spec in sorted(found, key=lambda spec: spec.name)}


def spec(name: str) -> Spec:
    """The spec of one component type."""
    if name not in specs():
        raise NotFound(f"There is no component of type {name}.", type=name)
    return specs()[name]
