"""What `tj.load` was given, made into one thing: a definition as a browser gets it, and where its queries run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec

from ..errors import BadTemplate, Invalid, NotFound, NotReleased, ToolJetError, UnsafeTemplate
from ..exchange import app_file, app_folder
from ..exchange.browser import RUNJS, bindings_of, viewer
from ..headless.answers import Backend
from ..headless.cassette import fingerprint
from ..wire.apps import ExportedApp
from ..wire.definitions import Definition, Query
from .backends import Saved, Unsaved

if TYPE_CHECKING:
    from .workspace import Workspace

Json = dict[str, Any]
# They run on a server, or play back what ran there.
NEED_SERVER = ("real", "recorded")


@dataclass
class Loadable:
    """An app that can be started."""

    name: str
    viewer: Json
    stored: Json = field(default_factory=dict)
    user: Json | None = None
    environment: str = "production"
    constants: Json = field(default_factory=dict)
    backend: Backend | None = None

    def fingerprints(self) -> dict[str, dict[str, str]]:
        """Return what tells whether a query changed: of all of it where it may be seen, else of what viewers get."""
        queries = (self.stored or self.viewer)["queries"]
        return {query["name"]: fingerprint(query) for query in queries}


def loadable(
    target: Any, *, version: str | None, workspace: "Workspace | None", environment: str | None, queries: str
) -> Loadable:
    """Return what can be started."""
    if isinstance(target, Mapping):
        return local(described(dict(target)), workspace or found(queries), environment)
    composition = getattr(target, "composition", target)
    if hasattr(composition, "definition"):
        definition = composed(composition.definition())
        name = getattr(target, "name", "App")
        near = workspace or getattr(target, "_workspace", None) or found(queries)
        return local(ExportedApp(tooljet_jupyter=1, name=name, slug="", definition=definition), near, environment)
    if not isinstance(target, str | PathLike):
        raise Invalid(f"A {type(target).__name__} is no app: give an address, a path, an app or a definition")
    path = Path(fspath(target))
    if isinstance(target, PathLike) or is_path(str(target), path):
        return local(read(path), workspace or found(queries), environment)
    return served(str(target), version, workspace or connected(), environment, queries)


def found(queries: str) -> "Workspace | None":
    """Return the server where queries must run on one; an app in a file runs on no server by accident."""
    return connected() if queries == "real" else None


def connected() -> "Workspace":
    """Return the workspace of the server that is found."""
    from .connection import connect

    return connect()


def is_path(text: str, path: Path) -> bool:
    """Say whether a text is the path of a file or folder, and no address of an app."""
    return path.suffix == ".json" or "/" in text or "\\" in text or path.exists()


def read(path: Path) -> ExportedApp:
    """Return the app in a file or folder.

    Raises
    ------
    NotFound
        There is no such file.
    Invalid
        It holds no app; the message says where it is wrong.
    """
    if path.is_dir():
        return app_folder.read(path)
    try:
        text = path.read_bytes()
    except FileNotFoundError:
        raise NotFound(f"There is no file {path}", file=str(path)) from None
    try:
        return described(msgspec.json.decode(text, type=dict[str, Any]))
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise Invalid(f"{path} holds no app: {error}", file=str(path)) from error
    except Invalid as error:
        raise Invalid(f"{path} holds no app: {error.message}", file=str(path)) from error


def described(raw: Json) -> ExportedApp:
    """Return an exported app, or a definition as one."""
    try:
        if "definition" in raw:
            return msgspec.convert(raw, ExportedApp)
        return ExportedApp(tooljet_jupyter=1, name="App", slug="", definition=composed(raw))
    except msgspec.ValidationError as error:
        raise Invalid(f"That is no definition of an app: {error}") from error


def composed(raw: Json) -> Definition:
    """Return a definition from plain data."""
    try:
        return msgspec.convert(raw, Definition)
    except msgspec.ValidationError as error:
        raise Invalid(f"That is no definition of an app: {error}") from error


def local(app: ExportedApp, workspace: "Workspace | None", environment: str | None) -> Loadable:
    """Return an app that no server holds; its queries run on the sources of the same names."""
    known = {(source.name, source.kind): source.id for source in workspace.sources} if workspace else {}
    definition, _ = app_file.unpack(app, known) if app.sources else (app.definition, [])
    if not definition.pages:
        raise Invalid("The app has no page")
    seen = viewer(definition, {query.id: bindings(query) for query in definition.queries})
    return Loadable(
        name=app.name,
        viewer=msgspec.to_builtins(seen),
        stored=msgspec.to_builtins(app.definition),
        environment=environment or "development",
        backend=Unsaved(workspace.client, definition, environment) if workspace else None,
    )


def bindings(query: Query) -> list[str]:
    """Return what a query is sent; a broken query fails when it runs, not the whole app."""
    try:
        return [] if query.kind == RUNJS else bindings_of(query)
    except (BadTemplate, UnsafeTemplate):
        return []


def served(slug: str, version: str | None, workspace: "Workspace", environment: str | None, queries: str) -> Loadable:
    """Return an app of a server as its viewers get it, or any version for builders."""
    client, app = workspace.client, f"apps/{quote(slug, safe='')}"
    try:
        route = f"versions/{quote(version, safe='')}/preview" if version else "released"
        reply = client.get(f"{app}/{route}", environment=environment if version else None)
    except NotReleased as error:
        raise NotReleased(f"{error.message}: release it, or tj.load({slug!r}, version=…)", app=slug) from None
    me = client.get("me")
    return Loadable(
        name=reply["app"]["name"],
        viewer=reply["definition"],
        stored=stored(client, f"{app}/versions/{reply['version']['id']}") if queries == "recorded" else {},
        user=me,
        environment=reply["environment"],
        constants=reply["constants"],
        backend=Saved(client, app, reply["version"]["id"] if version else None, environment),
    )


def stored(client: Any, route: str) -> Json:
    """Return the whole definition where the user may see it: then a recording knows when SQL changed."""
    try:
        definition: Json = client.get(route)["definition"]
    except ToolJetError:
        return {}
    return definition
