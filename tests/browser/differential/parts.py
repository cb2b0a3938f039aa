"""Small apps for the twins: components whose every event is written down in a variable."""

from functools import cache
from typing import Any

import msgspec

from tooljet_jupyter.components.spec import specs

Json = dict[str, Any]
SETTINGS = {
    "canvasMaxWidth": 1292,
    "canvasMaxWidthType": "px",
    "canvasBackgroundColor": "",
    "appMode": "light",
    "hideHeader": False,
    "allowedHosts": [],
}


@cache
def events_of(kind: str) -> tuple[str, ...]:
    """Return the events of a component type."""
    return tuple(msgspec.to_builtins(specs()[kind])["events"])


def noted(name: str, kind: str, *own: Json) -> list[Json]:
    """Return handlers that write every event into `variables.story`, after the part's own."""
    value = "{{(variables.story ?? '') + '%s.%s;'}}"
    return [
        *own,
        *(
            {
                "id": f"{name}-{event}",
                "eventId": event,
                "actionId": "set-custom-variable",
                "key": "story",
                "value": value % (name, event),
            }
            for event in events_of(kind)
        ),
    ]


def part(kind: str, name: str, *own: Json, parent: str | None = None, height: int = 40, **props: Any) -> Json:
    """Return a component, at a place that `page` decides."""
    return {
        "id": name,
        "name": name,
        "type": kind,
        "parent": parent,
        "props": props,
        "events": noted(name, kind, *own),
        "layouts": {"desktop": {"top": 0, "left": 1, "width": 30, "height": height}},
    }


def on(event: str, action: str, **options: Any) -> Json:
    """Return a handler."""
    return {
        "id": f"{event}-{action}-{len(options)}-{options.get('componentId', '')}",
        "eventId": event,
        "actionId": action,
        **options,
    }


def control(event: str, component: str, action: str, **params: Any) -> Json:
    """Return a handler that tells a component to do something."""
    given = [{"handle": key, "value": value} for key, value in params.items()]
    return on(
        event,
        "control-component",
        componentId=component,
        componentSpecificActionHandle=action,
        componentSpecificActionParams=given,
    )


def query(name: str, **options: Any) -> Json:
    """Return a query; what it answers is the test's to say."""
    return {"id": name, "name": name, "kind": "sqlite", "events": [], "options": options, "bindings": []}


def script(name: str, code: str) -> Json:
    """Return a RunJS query."""
    return {"id": name, "name": name, "kind": "runjs", "events": [], "options": {"code": code}, "bindings": []}


def page(name: str, parts: list[Json], events: list[Json] | None = None) -> Json:
    """Return a page with its components below each other."""
    tops: dict[str | None, int] = {}
    for component in parts:
        layout = component["layouts"]["desktop"]
        layout["top"] = tops.get(component["parent"], 10)
        tops[component["parent"]] = layout["top"] + layout["height"] + 30
    return {"id": name, "name": name, "handle": name.lower(), "components": parts, "events": events or []}


def app(*parts: Json, queries: list[Json] | None = None) -> Json:
    """Return an app of one page."""
    return pages([page("Home", list(parts))], queries)


def pages(made: list[Json], queries: list[Json] | None = None) -> Json:
    """Return an app of several pages; the first one is home."""
    return {"format": 1, "settings": SETTINGS, "homePage": made[0]["id"], "pages": made, "queries": queries or []}
