"""A page as Python: its components as variables, in rows where rows give their places."""

from collections import Counter
from collections.abc import Sequence

from ...components.base import Component, Nowhere
from ...components.events import Action
from .. import resolver
from ..identities import page_id
from ..layout import Row
from ..page import Page
from ..resolver import identifier
from .actions import handlers_node, quoted
from .components import component_node, explicit, names_node, places_node, rebuilt, taken, widths_node
from .found_layout import found_rows
from .text import Code, Node, call, json_node, statement, text, text_node
from .writing import Writing, kept_events

# The components of a page as they are stored, by those that the program makes.
Twins = dict[int, Component]


def write_page(writing: Writing, page: Page, *, named: bool) -> str:
    """Write how a page is made, and return its variable; `named` asks for one in any case."""
    twins: Twins = {}
    tops = [rebuilt(component, twins) for row in page.rows for component in row.components]
    kept = kept_page(page, [twins[id(part)] for component in tops for part in component.walk()])
    variable = writing.variable(page.name) if named or kept or page.handlers or page.refs else ""
    writing.say("\n" + comment(page) + statement(page_node(page), variable))
    places = {made: stored.layouts["desktop"] for made, stored in twins.items()}
    variables: dict[int, str] = {}
    for row in found_rows(tops, places):
        for component in row.components:
            write_component(writing, page, component, twins, variables)
        writing.say(statement(row_node(row, variables)))
    write_events(writing, page, variable)
    if kept:
        writing.say(statement(call(f"{variable}.keep", **kept)))
    return variable


def comment(page: Page) -> str:
    """Return the heading of a page."""
    words = " ".join(page.name.split())
    return f"# Page {words}\n" if words and words.isprintable() else "# Page\n"


def page_node(page: Page) -> Node:
    """Return the call that makes a page."""
    handle = [text_node(page.handle)] if page.handle not in ("", resolver.slug(page.name)) else []
    icon = {"icon": text_node(page.icon)} if page.icon is not None else {}
    hidden = {"hidden": json_node(page.hidden)} if page.hidden is not False else {}
    return call("app.page", text_node(page.name), *handle, **icon, **hidden)


def row_node(row: Row, variables: dict[int, str]) -> Node:
    """Return the call that adds a row."""
    values = [Code(variables[id(component)]) for component in row.components]
    widths = {"widths": widths_node(row.widths)} if row.widths is not None else {}
    height = {"height": Code(str(row.height))} if row.height is not None else {}
    return call("app.add", *values, **widths, **height)


def write_component(
    writing: Writing, page: Page, component: Component, twins: Twins, variables: dict[int, str]
) -> None:
    """Write how a component is made, what is inside it first."""
    for children in component.children.values():
        for child in children:
            write_component(writing, page, child, twins, variables)
    resolve = writing.resolve.on(page)
    variable = variables[id(component)] = writing.variable(str(component.name))
    node = component_node(component, lambda given: handlers_node(given, resolve), variables)
    writing.say(statement(node, variable))
    for event, handlers in component.handlers.items():
        if event not in component._events.values():
            given = [handlers_node([action], resolve) for action in handlers if isinstance(action, Action)]
            writing.say(statement(call(f"{variable}.on", text_node(event), *given)))
    for about, action in component.refs:
        if isinstance(action, Action):
            given = [text_node(about["eventId"]), handlers_node([action], resolve)]
            writing.say(statement(call(f"{variable}.on", *given, ref=text_node(about["ref"]))))
    by_constructor = taken(component)
    for slot, children in component.children.items():
        if slot not in by_constructor:
            writing.say(statement(names_node(children, variables), f"{variable}.children[{text(slot)}]"))
    kept = kept_component(writing, page, component, twins[id(component)])
    if kept:
        writing.say(statement(call(f"{variable}.keep", **kept)))


def kept_component(writing: Writing, page: Page, component: Component, stored: Component) -> dict[str, Node]:
    """Return what must be said of a component besides what it is made with."""
    found: dict[str, Node] = {}
    made = component_id(page, stored)
    if stored.id != made or writing.made[made] > 1 or not stored.name or twice(page, stored):
        found["id"] = text_node(str(stored.id))
    found |= kept_events(stored, component.pairs(), str(stored.id))
    if isinstance(component.layouts["desktop"], Nowhere):
        found["layouts"] = places_node(explicit(component))
    if stored.parent is not None:
        found["parent"] = text_node(stored.parent)
    if stored.extra:
        found["extra"] = json_node(stored.extra)
    if not component.fits:
        found["fits"] = Code("False")
    return found


def component_id(page: Page, component: Component) -> str:
    """Return the id that is made of the names of a page and a component."""
    return f"{page_id(page)}-{identifier(str(component.name))}"


def twice(page: Page, component: Component) -> bool:
    """Say whether another component of the page has the same name."""
    return sum(1 for other in page.components() if other.name == component.name) > 1


def write_events(writing: Writing, page: Page, variable: str) -> None:
    """Write what happens on the events of a page."""
    resolve = writing.resolve.on(page)
    loads = [handlers_node([action], resolve) for action in page.handlers if isinstance(action, Action)]
    if loads:
        writing.say(statement(call(f"{variable}.on_load", *loads)))
    for about, action in page.refs:
        if isinstance(action, Action):
            given = handlers_node([action], resolve)
            writing.say(statement(call(f"{variable}.on", text_node(about["eventId"]), given)))


def kept_page(page: Page, components: Sequence[Component]) -> dict[str, Node]:
    """Return what must be said of a page besides; `components` are in the order in which the program adds them."""
    found: dict[str, Node] = {}
    if page.id != f"page-{page.handle}":
        found["id"] = text_node(str(page.id))
    if page.handle == "" != resolver.slug(page.name):
        found["handle"] = text_node("")
    if page.disabled is not False:
        found["disabled"] = json_node(page.disabled)
    found |= kept_events(page, page.pairs(), page_id(page))
    sequence = page.sequence or [str(component.id) for component in page.components()]
    if sequence != [component.id for component in components]:
        found["sequence"] = quoted(named(components, sequence))
    if page.extra:
        found["extra"] = json_node(page.extra)
    return found


def named(components: Sequence[Component], sequence: Sequence[str]) -> list[str | None]:
    """Return the components of a page in the stored order by their names, or by their ids where names do not do."""
    by_id = {str(component.id): str(component.name) for component in components}
    names = [by_id[identity] for identity in sequence]
    unclear = set(names) & by_id.keys() or [name for name, count in Counter(names).items() if count > 1]
    return list(sequence) if unclear else list(names)
