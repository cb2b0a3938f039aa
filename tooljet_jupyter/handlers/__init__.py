"""Routes: one file per noun, found by where it lies."""

import importlib
import pkgutil
from collections.abc import Iterator


def nouns() -> Iterator[str]:
    """Import every file of this folder and name it."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
        yield module.name
