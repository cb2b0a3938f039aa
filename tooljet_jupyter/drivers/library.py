"""Libraries that only some sources need: imported late, and named when they are missing."""

import importlib
from types import ModuleType

from ..errors import MissingLibrary
from .manifest import Manifest


def optional(module: str, feature: str, manifest: Manifest | None = None) -> ModuleType:
    """Return a module that `[optional]` of the manifest lists for a feature, or say what to install."""
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        packages = manifest.optional.get(feature, [module]) if manifest else [module]
        raise missing(manifest.title if manifest else feature, packages, error) from error


def missing(title: str, packages: list[str], error: ImportError) -> MissingLibrary:
    """Return the error that says what to install."""
    install = "pip install " + " ".join(f'"{name}"' for name in packages or [error.name or ""])
    message = f"{title} needs a library that is not installed: {install}"
    return MissingLibrary(message, module=error.name, install=install)
