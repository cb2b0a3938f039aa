"""Definitions: checked before they are stored, and made canonical."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import msgspec

from ..components.spec import specs
from ..errors import BadTemplate, Invalid
from ..exchange.browser import RUNJS, RUNPY
from ..templates.bindings import expressions
from ..templates.javascript import javascript_error
from ..templates.markers import unmark
from ..wire.definitions import FORMAT, Component, Definition, Page, Query
from .cycles import cycle


def parse(text: str | bytes) -> Definition:
    """Return the definition that a version stores."""
    return msgspec.json.decode(text, type=Definition)


def canonical(definition: Definition) -> tuple[str, str]:
    """Return a definition as text that is the same for the same content, and its hash."""
    text = msgspec.json.encode(definition)
    return text.decode(), hashlib.sha256(text).hexdigest()


def check(definition: Definition, *, sources: Iterable[str]) -> None:
    """Refuse a definition that cannot work; everything wrong is said at once.

    Raises
    ------
    Invalid
        `detail.problems` lists places and reasons.
    """
    problems = list(_problems(definition, frozenset(sources)))
    if problems:
        first = problems[0]
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise Invalid(f"{first['place']}: {first['reason']}{more}", problems=problems)


def _problem(place: str, reason: str, **detail: Any) -> dict[str, Any]:
    return {"place": place, "reason": reason, **detail}


def _problems(definition: Definition, sources: frozenset[str]) -> Iterator[dict[str, Any]]:
    if definition.format > FORMAT:
        yield _problem("Definition", f"format {definition.format} is newer than this server knows")
    yield from _repeated("page", [page.id for page in definition.pages], "id")
    yield from _repeated("page", [page.handle for page in definition.pages], "handle")
    yield from _repeated("query", [query.id for query in definition.queries], "id")
    yield from _repeated("query", [query.name for query in definition.queries], "name")
    pages = {page.id for page in definition.pages}
    if definition.home_page is not None and definition.home_page not in pages:
        yield _problem("Home page", f"no page has the id {definition.home_page}")
    yield from _repeated("component", [part.id for page in definition.pages for part in page.components], "id")
    for page in definition.pages:
        yield from _page_problems(page)
    for query in definition.queries:
        yield from _query_problems(query, sources)


def _repeated(noun: str, names: list[str], field: str) -> Iterator[dict[str, Any]]:
    for name, count in Counter(names).items():
        if count > 1:
            yield _problem(name, f"{count} {noun}s have this {field}")
        if not name:
            yield _problem(noun.capitalize(), f"a {noun} has no {field}")


def _page_problems(page: Page) -> Iterator[dict[str, Any]]:
    place = f"Page {page.name}"
    yield from _event_problems(place, page.events)
    ids = {component.id for component in page.components}
    for component in page.components:
        yield from _component_problems(component, f"{place}, {component.name}", ids)
    yield from _nesting_problems(page)
    yield from _cycle_problems(page)


def _component_problems(component: Component, place: str, ids: set[str]) -> Iterator[dict[str, Any]]:
    spec = specs().get(component.type)
    if spec is None:
        yield _problem(place, f"there is no component type {component.type}", type=component.type)
        return
    for problem in spec.validate_props(component.props):
        yield _problem(place, str(problem))
    for key, value in component.props.items():
        yield from _template_problems(f"{place}, {key}", value)
    if component.parent is not None and parent_id(component.parent, ids) is None:
        yield _problem(place, f"its parent {component.parent} is not on the page")
    yield from _event_problems(place, component.events)


def _cycle_problems(page: Page) -> Iterator[dict[str, Any]]:
    try:
        ring = cycle(page)
    except BadTemplate:  # Said already, where it stands.
        return
    if ring:
        yield _problem(f"Page {page.name}", f"bindings go round in a circle: {' → '.join(ring)}", cycle=ring)


def _nesting_problems(page: Page) -> Iterator[dict[str, Any]]:
    ids = {component.id for component in page.components}
    parents = {part.id: parent_id(part.parent, ids) for part in page.components if part.parent}
    for component in page.components:
        seen, place = {component.id}, parents.get(component.id)
        while place is not None:
            if place in seen:
                yield _problem(f"Page {page.name}, {component.name}", "it lies inside itself")
                break
            seen.add(place)
            place = parents.get(place)


def parent_id(parent: str, ids: set[str]) -> str | None:
    """Return the component that a parent names: `id`, `id-slot` or `id-tab`; the longest known id wins."""
    if parent in ids:
        return parent
    cut = parent.rfind("-")
    while cut > 0:
        if parent[:cut] in ids:
            return parent[:cut]
        cut = parent.rfind("-", 0, cut)
    return None


def _query_problems(query: Query, sources: frozenset[str]) -> Iterator[dict[str, Any]]:
    place = f"Query {query.name}"
    yield from _event_problems(place, query.events)
    if query.kind not in (RUNJS, RUNPY):
        for key, value in query.options.items():
            yield from _template_problems(f"{place}, {key}", value)
    if query.source is not None and query.source not in sources:
        yield _problem(place, f"no data source has the id {query.source}")


def _event_problems(place: str, events: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for event in events:
        if not event.get("eventId") or not event.get("actionId"):
            yield _problem(place, "an event needs eventId and actionId")
        yield from _template_problems(f"{place}, {event.get('eventId')}", event)


def _template_problems(place: str, value: Any) -> Iterator[dict[str, Any]]:
    try:
        found = expressions(value)
    except BadTemplate as error:
        yield _problem(place, error.message, **error.detail)
        return
    for expression in found:
        wrong = _wrong(expression)
        if wrong:
            yield _problem(place, f"{{{{{expression.strip()}}}}} is no JavaScript: {wrong}", expression=expression)


@lru_cache(maxsize=16_384)
def _wrong(expression: str) -> str | None:
    return javascript_error(unmark(expression).expression)
