"""An app as a Python program that makes it: readable, and nothing of the app is lost."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ...components.actions import CallPython
from ...components.base import Component
from ...components.events import Action
from ...components.handlers import as_action
from ...errors import Invalid, SourceUnreachable, ToolJetError
from .. import resolver
from ..composition import Composition, settings_json
from ..identities import Identities
from ..page import Page
from ..query import Query
from ..sources import Source
from .loading import composed
from .page import component_id, write_page
from .queries import write_query
from .text import Code, call, json_node, statement, text_node
from .writing import Writing

if TYPE_CHECKING:
    from ..app import App

Json = dict[str, Any]


def to_python(app: "App") -> str:
    """Return a program that makes the app.

    Raises
    ------
    Invalid
        The app calls a Python function, whose code is not known here.
    """
    refuse_functions(app.composition)
    content = composed(app.composition.definition())
    return program(content, name=app.name, slug=app.slug, sources=known_sources(app))


def refuse_functions(app: Composition) -> None:
    """Refuse an app that calls functions of the notebook: their names alone would not make it."""
    for action in actions(app):
        if isinstance(action, CallPython):
            name = getattr(action.options["callback"], "__name__", "a function")
            raise Invalid(
                f"The app calls {name} of this notebook, and its code is not part of the app. Put the code into "
                "a query, app.query(name, 'runpy', code=...), and name that query instead",
                function=name,
            )


def actions(app: Composition) -> Iterator[Action]:
    """Return everything that happens on any event of the app."""
    parts = [part for page in app.pages for part in page.components()]
    owners: list[Page | Query | Component] = [*app.pages, *app.queries.values(), *parts]
    for owner in owners:
        yield from (as_action(handler) for _, handler in owner.pairs())


def known_sources(app: "App") -> dict[str, Source]:
    """Return the data sources of an app's queries by id, as far as they are known."""
    known = dict(app.composition.sources)
    wanted = {query.source for query in app.composition.queries.values() if query.source}
    if wanted - known.keys():
        try:
            known |= {source.id: source for source in app.workspace.sources}
        except ToolJetError:  # Nobody answers: the ids say enough to make the same app.
            return known
    return known


def program(app: Composition, *, name: str, slug: str, sources: Mapping[str, Source] | None = None) -> str:
    """Return the program that makes a loaded app; sources that are not known are described by their ids."""
    made = Counter(component_id(page, part) for page in app.pages for part in page.components())
    writing = Writing(Identities(app, app.pages[0] if app.pages else Page("")), made)
    writing.say("import tooljet_jupyter as tj\n\n")
    variables = write_sources(writing, app, sources or {})
    write_app(writing, app, name=name, slug=slug)
    if app.queries:
        writing.say("\n# Queries\n")
    for query in app.queries.values():
        write_query(writing, query, variables.get((query.source, query.kind)))
    if not app.pages:
        writing.say("app.pages.clear()\n")
    home = app.home if app.extra or app.home is not next(iter(app.pages), None) else None
    pages = {id(page): write_page(writing, page, named=page is home) for page in app.pages}
    write_home(writing, app, pages)
    return "".join(writing.lines)


def write_sources(
    writing: Writing, app: Composition, sources: Mapping[str, Source]
) -> dict[tuple[str | None, str], str]:
    """Write how each data source is found, and return the variables by id and kind."""
    # A query without a source names its kind instead, if it has one.
    named = ((query.source, query.kind) for query in app.queries.values() if query.source or not query.kind)
    wanted = list(dict.fromkeys(named))
    found = {key: known(sources, *key) for key in wanted}
    by_name = [source for source in found.values() if source]
    where = "tj.connect()" if len(by_name) == 1 else "ws"
    if len(by_name) > 1:
        writing.say("ws = tj.connect()\n")
    variables: dict[tuple[str | None, str], str] = {}
    for (identity, kind), source in found.items():
        variables[identity, kind] = writing.variable(source.name if source else f"{kind or 'any'}_source")
        described = sources.get(identity or "")
        reply = {"id": identity, "name": described.name if described else str(identity), "kind": kind}
        node = (
            call(f"{where}.source", text_node(source.name)) if source else call("tj.Source.described", json_node(reply))
        )
        writing.say(statement(node, variables[identity, kind]))
    if found:
        writing.say("\n")
    return variables


def known(sources: Mapping[str, Source], identity: str | None, kind: str) -> Source | None:
    """Return the source that can be asked for by its name, if there is one."""
    source = sources.get(identity or "")
    if source is None or source.kind != kind or not answers(source):
        return None
    first = next(other for other in sources.values() if source.name in (other.name, other.id))
    return source if first is source else None


def answers(source: Source) -> bool:
    """Say whether a source is one of a server; one that was only described is not."""
    try:
        return bool(source.client)
    except SourceUnreachable:
        return False


def write_app(writing: Writing, app: Composition, *, name: str, slug: str) -> None:
    """Write how the app begins: its name, its address and its settings."""
    usual = settings_json({})
    given = {key: json_node(value) for key, value in app.settings.items() if value != usual[key]}
    address = {} if slug == resolver.slug(name) else {"slug": text_node(slug)}
    writing.say(statement(call("tj.App", text_node(name), **address, **given), "app"))


def write_home(writing: Writing, app: Composition, pages: Mapping[int, str]) -> None:
    """Write which page is opened first, and what else is stored with the app, where there is such a thing."""
    first = app.pages[0] if app.pages else None
    if app.home is first and not app.extra:
        return
    home = Code(pages[id(app.home)]) if isinstance(app.home, Page) else json_node(app.home)
    extra = {"extra": json_node(app.extra)} if app.extra else {}
    writing.say("\n" + statement(call("app.composition.keep", home=home, **extra)))
