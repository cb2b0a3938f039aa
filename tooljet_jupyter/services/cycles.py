"""Bindings that wait for each other: found before a definition is stored, by what the specs say."""

import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from ..components.spec import specs
from ..templates.bindings import expressions
from ..wire.definitions import Component, Page

# `components.search.value` or `components["search"].value`; a computed name is left to the runtime.
READ = re.compile(r"""\bcomponents\s*(?:\?\.|\.)?\s*(?:\[\s*["'](.+?)["']\s*\]|([A-Za-z_$][\w$]*))\s*\??\.\s*(\w+)""")
Place = tuple[str, str]


def cycle(page: Page) -> list[str]:
    """Return a ring of properties of a page, each bound to the next; empty where there is none."""
    named = {component.name: component for component in page.components}
    graph = {
        (component.name, key): set(_reads(value, named))
        for component in page.components
        for key, value in component.props.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        ring: list[Place] = error.args[1]
        return [f"{name}.{key}" for name, key in reversed(ring)]
    return []


def _reads(value: object, named: dict[str, Component]) -> Iterator[Place]:
    for expression in expressions(value):
        for quoted, plain, exposed in READ.findall(expression):
            component = named.get(quoted or plain)
            spec = specs().get(component.type) if component else None
            found = spec.exposes.get(exposed) if spec else None
            if component and found and found.follows:
                yield component.name, found.follows
