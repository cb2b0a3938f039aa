"""An exported app as a folder made for git: a readable file per page, component and query.

app.json                                  name, address, settings, sources, and the order of pages and queries
pages/orders/page.json                    a page, and the order of its components
pages/orders/components/ordersTable.json  a component
queries/orders.json                       a query
queries/orders.query.sql                  its SQL; code and transformations lie beside it in the same way
"""

import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

import msgspec

from ..errors import Conflict, Invalid
from ..wire.apps import ExportedApp
from ..wire.definitions import Component, Definition, Page, Query
from .folder_names import plain_names

APP = "app.json"
PAGE = "page.json"
TEXTS = "texts"
# Options that are texts of their own language, and how such a file ends.
ENDINGS = {
    "query": "sql",
    "sql_query": "sql",
    "transformation": "js",
}
CODE = {"runjs": "js", "runpy": "py"}

Files = dict[str, bytes]
Json = dict[str, Any]
T = TypeVar("T")


def pack(app: ExportedApp) -> Files:
    """Return the files of an app by their paths in the folder."""
    head, definition = lean(app), lean(app.definition)
    pages = plain_names([page.handle for page in app.definition.pages])
    queries = plain_names([query.name for query in app.definition.queries])
    head["definition"] = {**definition, "pages": pages, "queries": queries}
    files = {APP: text(head)}
    for name, page in zip(pages, app.definition.pages, strict=True):
        files |= page_files(f"pages/{name}", page)
    for name, query in zip(queries, app.definition.queries, strict=True):
        files |= query_files(f"queries/{name}", query)
    return files


def unpack(files: Mapping[str, bytes]) -> ExportedApp:
    """Return the app that the files hold.

    Raises
    ------
    Invalid
        A file is missing, wrong, or listed nowhere; the message names it.
    """
    used = Used(files)
    head = used.json(APP)
    definition = inner(head, "definition", APP)
    pages = [page_of(used, f"pages/{name}") for name in names(definition, "pages", APP)]
    queries = [query_of(used, f"queries/{name}") for name in names(definition, "queries", APP)]
    for path in files:
        if path.endswith(".json") and path not in used.seen:
            raise Invalid(f"{path} is in the folder, but nothing lists it", file=path)
    whole = converted({**definition, "pages": [], "queries": []}, Definition, APP)
    app = converted({**head, "definition": {}}, ExportedApp, APP)
    return msgspec.structs.replace(app, definition=msgspec.structs.replace(whole, pages=pages, queries=queries))


def write(app: ExportedApp, folder: Path) -> None:
    """Write an app into a folder that is empty or holds an older export, whose other files go.

    Raises
    ------
    Conflict
        The folder holds something else.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / APP).is_file():
        raise Conflict(f"{folder} is not empty and holds no exported app", folder=str(folder))
    files = pack(app)
    for path in found(folder):
        if path not in files:
            (folder / path).unlink()
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    for place in sorted([*folder.glob("pages/**/"), folder / "queries"], reverse=True):
        if place.is_dir() and not any(place.iterdir()):
            place.rmdir()


def read(folder: Path) -> ExportedApp:
    """Return the app that a folder holds."""
    return unpack({path: (folder / path).read_bytes() for path in found(folder)})


def found(folder: Path) -> list[str]:
    """Return the paths of the files that belong to an export; others in the folder are left alone."""
    patterns = (APP, f"pages/*/{PAGE}", "pages/*/components/*.json", "queries/*.json", "queries/*.*.*")
    paths = {path for pattern in patterns for path in folder.glob(pattern) if path.is_file()}
    return sorted(path.relative_to(folder).as_posix() for path in paths)


def page_files(folder: str, page: Page) -> Files:
    """Return the files of a page."""
    listed = plain_names([component.name for component in page.components])
    files = {f"{folder}/{PAGE}": text({**lean(page), "components": listed})}
    for name, component in zip(listed, page.components, strict=True):
        files[f"{folder}/components/{name}.json"] = text(lean(component))
    return files


def page_of(used: "Used", folder: str) -> Page:
    """Return the page of a folder."""
    place = f"{folder}/{PAGE}"
    head = used.json(place)
    parts = [f"{folder}/components/{name}.json" for name in names(head, "components", place)]
    components = [converted(used.json(part), Component, part) for part in parts]
    return msgspec.structs.replace(converted({**head, "components": []}, Page, place), components=components)


def query_files(stem: str, query: Query) -> Files:
    """Return the files of a query: its long texts are files of their own, where a diff is readable."""
    endings = {**ENDINGS, "code": CODE.get(query.kind, "txt")}
    texts = {
        key: f"{stem}.{key}.{ending}"
        for key, ending in endings.items()
        if isinstance(value := query.options.get(key), str) and "\n" in value
    }
    options = {key: value for key, value in query.options.items() if key not in texts}
    described = {**lean(query), "options": options}
    if texts:
        described[TEXTS] = {key: PurePosixPath(path).name for key, path in texts.items()}
    return {f"{stem}.json": text(described)} | {path: query.options[key].encode() for key, path in texts.items()}


def query_of(used: "Used", stem: str) -> Query:
    """Return the query of a file and its texts."""
    place = f"{stem}.json"
    described = used.json(place)
    options = inner(described, "options", place) if "options" in described else {}
    texts = inner(described, TEXTS, place) if TEXTS in described else {}
    described.pop(TEXTS, None)
    for key, name in texts.items():
        options[key] = used.text(f"queries/{plain(name, place)}")
    return converted({**described, "options": options}, Query, place)


class Used:
    """The files of a folder, and which of them were read."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files
        self.seen: set[str] = set()

    def content(self, path: str) -> bytes:
        """Return a file."""
        if path not in self._files:
            raise Invalid(f"{path} is missing in the folder", file=path)
        self.seen.add(path)
        return self._files[path]

    def text(self, path: str) -> str:
        """Return a file as text."""
        try:
            return self.content(path).decode()
        except UnicodeDecodeError as error:
            raise Invalid(f"{path} is not UTF-8", file=path) from error

    def json(self, path: str) -> Json:
        """Return the object of a file."""
        try:
            return msgspec.json.decode(self.content(path), type=dict[str, Any])
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise Invalid(f"{path}: {error}", file=path) from error


def text(value: Any) -> bytes:
    """Return a value as JSON with one thing per line, always in the same order."""
    return msgspec.json.format(msgspec.json.encode(value, order="deterministic"), indent=2) + b"\n"


def lean(struct: msgspec.Struct) -> Json:
    """Return an object without what is empty, which is what a reader takes for left out."""
    described: Json = msgspec.to_builtins(struct)
    return {key: value for key, value in described.items() if value not in ([], {}, None)}


def converted(value: Json, kind: type[T], path: str) -> T:
    """Return an object as what it describes, or say in which file it is wrong."""
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        raise Invalid(f"{path}: {error}", file=path) from error


def inner(described: Json, key: str, path: str) -> Json:
    """Return an object inside an object."""
    value = described.get(key)
    if not isinstance(value, dict):
        raise Invalid(f"{path}: {key} is no object", file=path, key=key)
    return dict(value)


def names(described: Json, key: str, path: str) -> list[str]:
    """Return a list of names of files."""
    value = described.get(key, [])
    if not isinstance(value, list):
        raise Invalid(f"{path}: {key} is no list", file=path, key=key)
    listed = [plain(name, path) for name in value]
    if len(set(listed)) < len(listed):
        raise Invalid(f"{path}: {key} names a file twice", file=path, key=key)
    return listed


def plain(name: Any, path: str) -> str:
    """Return the name of a file, which leads nowhere else."""
    if not isinstance(name, str) or not re.fullmatch(r"[\w-][\w.-]*", name, re.ASCII):
        raise Invalid(f"{path}: {name} is no name of a file", file=path, name=str(name))
    return name
