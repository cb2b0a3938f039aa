"""Writes every generated file: each module here that has a function `files` makes some of them."""

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

HINT = "stale: run `make gen`"


def files() -> dict[Path, str]:
    """Every generated file and the text it should hold."""
    names = sorted(found.name for found in iter_modules(__path__) if not found.name.startswith("_"))
    modules = (import_module(f"{__name__}.{name}") for name in names)
    found: dict[Path, str] = {}
    for module in modules:
        if hasattr(module, "files"):
            found |= module.files()
    return found


def stale() -> list[Path]:
    """The generated files whose text is not what it should be."""
    return [path for path, text in files().items() if not path.is_file() or path.read_text("utf-8") != text]


def write() -> list[Path]:
    """Write what is stale and say which files that were."""
    wanted = files()
    changed = stale()
    for path in changed:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(wanted[path], "utf-8")
    return changed
