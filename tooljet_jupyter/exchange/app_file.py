"""Our own exchange format: one app, its definition, and the sources it needs by name."""

from collections.abc import Mapping

import msgspec

from ..errors import Invalid
from ..wire.apps import ExportedApp, ExportedSource
from ..wire.definitions import Definition, Query

FORMAT = 1


def pack(
    name: str, slug: str, icon: str, definition: Definition, sources: Mapping[str, tuple[str, str]]
) -> ExportedApp:
    """Return an app as a document; `sources` maps ids to names and kinds."""
    used = sorted({query.source for query in definition.queries if query.source} & sources.keys())
    needed = [ExportedSource(id=key, name=sources[key][0], kind=sources[key][1]) for key in used]
    return ExportedApp(tooljet_jupyter=FORMAT, name=name, slug=slug, icon=icon, definition=definition, sources=needed)


def unpack(app: ExportedApp, known: Mapping[tuple[str, str], str]) -> tuple[Definition, list[str]]:
    """Return the definition with this workspace's sources, and the names of those it has not.

    Raises
    ------
    Invalid
        The document is of a newer format.
    """
    if app.tooljet_jupyter > FORMAT:
        raise Invalid("The file was exported by a newer version of tooljet-jupyter", format=app.tooljet_jupyter)
    here = {source.id: known.get((source.name, source.kind)) for source in app.sources}
    missing = [source.name for source in app.sources if here[source.id] is None]
    queries = [_moved(query, here) for query in app.definition.queries]
    return msgspec.structs.replace(app.definition, queries=queries), missing


def _moved(query: Query, here: Mapping[str, str | None]) -> Query:
    return query if query.source is None else msgspec.structs.replace(query, source=here.get(query.source))
