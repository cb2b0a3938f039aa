"""All routes, found by class: the API by its nouns, the pages by their paths."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from . import nouns
from .base import Handler, Nowhere
from .pages import Frame, Page, Static

API = r"/tooljet/api/"


def handlers() -> list[type[Handler]]:
    """Return every handler of the API; fixed paths before those with holes."""
    list(nouns())
    found = [handler for handler in _below(Handler) if handler is not Nowhere and hasattr(handler, "path")]
    return sorted(found, key=lambda handler: (handler.path.count("(?P<"), handler.path))


def routes(static: Path) -> list[tuple[Any, ...]]:
    """Return what tornado wants to know."""
    api = [(API + handler.path, handler) for handler in sorted(handlers(), key=lambda handler: not handler.hot)]
    documents: list[type[Page] | type[Frame]] = [*_below(Page), Frame]
    pages = [(r"/tooljet/" + page.path, page) for page in documents]
    assets = (r"/tooljet/static/(.*)", Static, {"path": str(static)})
    return [*api, *pages, (API + Nowhere.path, Nowhere), assets]


def _below(cls: type[Any]) -> Iterator[type[Any]]:
    for child in cls.__subclasses__():
        yield child
        yield from _below(child)
