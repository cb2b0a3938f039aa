"""The ten sample apps: clean, or with the bugs that `bugs.toml` describes seeded into them."""

import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from tooljet_jupyter.notebook.composition import Composition

Json = dict[str, Any]
TABLE = Path(__file__).parent / "bugs.toml"
NAMES = sorted({bug["app"] for bug in tomllib.loads(TABLE.read_text())["bugs"]})


def bugs(app: str | None = None) -> list[Json]:
    """Return the described bugs, all or those of one app."""
    table: list[Json] = tomllib.loads(TABLE.read_text())["bugs"]
    return [bug for bug in table if app in (None, bug["app"])]


def clean(name: str) -> Json:
    """Return the definition of an app without its bugs."""
    app = Composition()
    import_module(f"tests.headless.fuzz.apps.{name}").compose(app)
    return app.definition()


def seeded(name: str, *wanted: str) -> Json:
    """Return the definition of an app with its bugs in it, or with those of some names only."""
    definition = clean(name)
    for bug in bugs(name):
        if not wanted or bug["name"] in wanted:
            for change in [bug, *bug.get("also", [])]:
                for record in places(definition, change):
                    seed(record, change)
    return definition


def places(definition: Json, bug: Json) -> Iterator[Json]:
    """Yield what a bug changes: a component, a query, or everything on a page."""
    for page in definition["pages"]:
        for component in page["components"]:
            if component["name"] == bug.get("component") or page["name"] == bug.get("page"):
                yield component
    yield from (query for query in definition["queries"] if query["name"] == bug.get("query"))


def seed(record: Json, bug: Json) -> None:
    """Change one record as a bug says."""
    content = record["props"] if "props" in record else record["options"]
    content.update(bug.get("set", {}))
    if "events" in bug:
        changed = {event["eventId"] for event in bug["events"]} or {event["eventId"] for event in record["events"]}
        kept = [event for event in record["events"] if event["eventId"] not in changed]
        made = [{"id": f"{record['id']}-seeded-{place}", **event} for place, event in enumerate(bug["events"])]
        record["events"] = kept + made
