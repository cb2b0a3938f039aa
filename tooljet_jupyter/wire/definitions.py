"""The definition: the whole content of a version as one document."""

from typing import Any, Literal

import msgspec

from .base import Body, Reply

FORMAT = 1


class Layout(Body):
    """Where a component stands: pixels from the top, columns (of 43) from the left."""

    top: float
    left: float
    width: float
    height: float


# A handler: {"id", "eventId", "actionId", …options of the action}; flat, as ToolJet stores it.
Event = dict[str, Any]


class Component(Body):
    """One thing on a page."""

    id: str
    name: str
    type: str
    parent: str | None = None
    props: dict[str, Any] = {}
    layouts: dict[Literal["desktop", "mobile"], Layout] = {}
    events: list[Event] = []
    extra: dict[str, Any] = {}


class Page(Body):
    """One page of an app."""

    id: str
    name: str
    handle: str
    icon: str | None = None
    hidden: bool | str = False
    disabled: bool | str = False
    components: list[Component] = []
    events: list[Event] = []
    extra: dict[str, Any] = {}


class Query(Body):
    """One query of an app; `source` is the id of a data source of the workspace."""

    id: str
    name: str
    kind: str
    source: str | None = None
    options: dict[str, Any] = {}
    events: list[Event] = []
    extra: dict[str, Any] = {}


class Settings(Body):
    """What holds for the whole app."""

    canvas_max_width: float = 1292
    canvas_max_width_type: Literal["px", "%"] = "px"
    canvas_background_color: str = ""
    app_mode: Literal["light", "dark", "auto"] = "auto"
    hide_header: bool = False
    allowed_hosts: list[str] = []
    extra: dict[str, Any] = {}


class Definition(Body):
    """Pages, components, queries, events and settings of one version."""

    format: int = FORMAT
    settings: Settings = msgspec.field(default_factory=Settings)
    home_page: str | None = None
    pages: list[Page] = []
    queries: list[Query] = []
    extra: dict[str, Any] = {}


class ViewerQuery(Reply):
    """What a browser may know of a query: never its SQL, its address or its code on the server."""

    id: str
    name: str
    kind: str
    options: dict[str, Any]
    events: list[Event]
    bindings: list[str]


class ViewerDefinition(Reply):
    """A definition as a browser gets it."""

    format: int
    settings: Settings
    home_page: str | None
    pages: list[Page]
    queries: list[ViewerQuery]
