"""All plugins of some folders: found by where they lie, imported when first opened."""

import importlib
import importlib.util
import sys
import threading
from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

from .. import resources
from ..errors import Invalid, NotFound
from .driver import Driver
from .library import missing
from .manifest import Manifest
from .policy import Policy
from .tokens import Vault

REST = "tooljet_jupyter.drivers.rest:RestDriver"


class Catalog:
    """The kinds of data source that this server knows; an earlier folder wins over a later one."""

    def __init__(self, folders: Iterable[Path], *, policy: Policy | None = None) -> None:
        self._folders = list(folders)
        self._policy = policy or Policy()
        self._places: dict[str, Path] = {}
        self._classes: dict[str, type[Driver]] = {}
        self._lock = threading.RLock()
        self.manifests: dict[str, Manifest] = {}
        self.refresh()

    def refresh(self) -> None:
        """Look at the folders again, after a plugin was installed or removed."""
        places: dict[str, Path] = {}
        manifests: dict[str, Manifest] = {}
        for path in (path for folder in self._folders for path in sorted(folder.glob("*/plugin.toml"))):
            manifest = Manifest.load(path.parent)
            places.setdefault(manifest.kind, path.parent)
            manifests.setdefault(manifest.kind, manifest)
        with self._lock:
            kept = {kind: cls for kind, cls in self._classes.items() if self._places.get(kind) == places.get(kind)}
            self._places, self.manifests, self._classes = places, manifests, kept

    def manifest(self, kind: str) -> Manifest:
        """Return the manifest of a kind."""
        if kind not in self.manifests:
            raise NotFound(f"No plugin for {kind} is installed", kind=kind)
        return self.manifests[kind]

    def open(self, kind: str, options: Mapping[str, Any], *, vault: Vault | None = None) -> Driver:
        """Return a driver for checked options; its code is imported now, if it was not yet."""
        manifest = self.manifest(kind)
        driver = self.driver(kind)(manifest.validate(options), manifest=manifest)
        driver.policy = replace(self._policy, vault=vault)
        return driver

    def icon(self, kind: str) -> bytes:
        """Return the SVG of a kind."""
        path = self.folder(kind) / "icon.svg"
        if not path.is_file():
            raise NotFound(f"{kind} has no icon", kind=kind)
        return path.read_bytes()

    def folder(self, kind: str) -> Path:
        """Return the folder a kind was found in."""
        self.manifest(kind)
        return self._places[kind]

    def driver(self, kind: str) -> type[Driver]:
        """Return the driver class of a kind."""
        with self._lock:
            if kind not in self._classes:
                self._classes[kind] = load(self.manifest(kind), self.folder(kind))
            return self._classes[kind]


def builtin() -> Catalog:
    """Return the plugins that come with the product."""
    return Catalog([resources.folder("plugins")])


def load(manifest: Manifest, folder: Path) -> type[Driver]:
    """Import the driver class a manifest names, or tell which library is missing."""
    place, _, name = (manifest.driver or REST).partition(":")
    try:
        module = importlib.import_module(place) if "." in place else import_file(manifest.kind, folder, place)
    except ModuleNotFoundError as error:
        raise missing(manifest.title, manifest.requires, error) from error
    found = getattr(module, name, None)
    if not (isinstance(found, type) and issubclass(found, Driver)):
        raise Invalid(
            f"{folder.name}: {manifest.driver} is no driver class", kind=manifest.kind, driver=manifest.driver
        )
    return found


def import_file(kind: str, folder: Path, stem: str) -> ModuleType:
    """Import a file of a plugin as part of a package of its own: its files may import each other."""
    digest = sha256(str(folder.resolve()).encode()).hexdigest()[:8]
    package = f"tooljet_plugin_{kind}_{digest}"
    if package not in sys.modules:
        parent = ModuleType(package)
        parent.__path__ = [str(folder)]
        sys.modules[package] = parent
    return importlib.import_module(f"{package}.{stem}")
