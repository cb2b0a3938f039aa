"""One file per work that is measured; a work is found by where it lies."""

import importlib
import pkgutil

from tests.bench.work import Work


def works() -> dict[str, Work]:
    """Return every work by name."""
    modules = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    return {module.WORK.name: module.WORK for module in modules}
