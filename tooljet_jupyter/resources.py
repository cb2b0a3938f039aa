"""Where the top-level folders are: in a checkout beside the package, in a wheel inside it."""

from pathlib import Path

PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """Return the folder `plugins`, `marketplace`, `migrations`, `examples`, `static`, `docs` or `labextension`."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name
