"""Every kind of data source: does its manifest read, does its driver load, are its libraries there?"""

from collections.abc import Iterator
from pathlib import Path

from ...drivers.catalog import Catalog
from ...errors import MissingLibrary, ToolJetError
from ...hooks import hook_manager
from ...resources import folder
from ...services.server import Place
from . import Check


def checks(place: Place) -> Iterator[Check]:
    """Look at each kind."""
    for path in folders(place):
        if not path.is_dir():
            yield Check("source folder", "warn", f"there is no {path}; mend TooljetApp.source_folders")
    try:
        catalog = Catalog(folders(place))
    except ToolJetError as error:
        yield Check("plugins", "fail", f"{error.message}; mend or remove that plugin")
        return
    yield from (kind(catalog, name) for name in sorted(catalog.manifests))


def folders(place: Place) -> list[Path]:
    """Return where kinds are looked for: as a server does."""
    added = [path for paths in hook_manager().hook.register_source_folders() for path in paths]
    return [*place.source_folders, *added, folder("plugins"), folder("marketplace")]


def kind(catalog: Catalog, name: str) -> Check:
    """Load one kind."""
    try:
        catalog.driver(name)
    except MissingLibrary as error:
        return Check(f"plugin {name}", "warn", error.message)
    except (ToolJetError, ImportError, SyntaxError) as error:
        return Check(f"plugin {name}", "fail", f"{error}; mend or remove {catalog.folder(name)}")
    return Check(f"plugin {name}", "ok", catalog.manifest(name).title)
