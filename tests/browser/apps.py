"""Small apps for the browser tests, put together by hand."""

from typing import Any

LAYOUT = {"left": 1, "width": 41}


def app(*components: dict[str, Any], queries: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    """Return an app of one page."""
    return pages({"home": list(components)}, queries)


def pages(content: dict[str, list[dict[str, Any]]], queries: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    """Return an app of several pages, by their handles; the first one is home."""
    made = [
        {"id": f"page-{handle}", "name": handle.capitalize(), "handle": handle, "components": stacked(components)}
        for handle, components in content.items()
    ]
    return {"homePage": made[0]["id"], "pages": made, "queries": queries or []}


def stacked(components: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Put components below each other."""
    top = 0
    for part in components:
        height = part.pop("height", 40)
        part["layouts"] = {"desktop": {**LAYOUT, "top": top, "height": height}}
        top += height + 10
    return components


def component(
    name: str, kind: str, *, height: int = 40, events: list[Any] | None = None, **props: Any
) -> dict[str, Any]:
    """Return a component with its ToolJet properties."""
    return {"id": name, "name": name, "type": kind, "props": props, "events": events or [], "height": height}


def text(name: str, words: str) -> dict[str, Any]:
    """Return a text."""
    return component(name, "Text", text=words)


def button(name: str, words: str, **action: Any) -> dict[str, Any]:
    """Return a button with one action."""
    event = {"id": f"{name}-click", "eventId": "onClick", **action}
    return component(name, "Button", text=words, events=[event])


def run(query: str) -> dict[str, Any]:
    """Return the action that runs a query."""
    return {"actionId": "run-query", "queryId": query}


def script(name: str, code: str, **options: Any) -> dict[str, Any]:
    """Return a RunJS query."""
    return {"id": name, "name": name, "kind": "runjs", "options": {"code": code, **options}}


def sql(name: str, source: str, statement: str, **options: Any) -> dict[str, Any]:
    """Return a query of a SQLite source."""
    return {
        "id": name,
        "name": name,
        "kind": "sqlite",
        "source": source,
        "options": {"mode": "sql", "query": statement, **options},
    }
