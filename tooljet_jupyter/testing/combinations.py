"""Connection options to try a plugin with: every toggle, every choice, sample values for the rest."""

from collections.abc import Iterator
from itertools import product
from typing import Any

from ..drivers.fields import Field, write
from ..drivers.manifest import Manifest

PATH_KEYS = {"path", "file"}


def combinations(manifest: Manifest, *, port: int, folder: str) -> Iterator[dict[str, Any]]:
    """Give connection options for every combination of toggles and choices."""
    switches = [field for field in manifest.connection if field.widget in ("toggle", "select")]
    for chosen in product(*(values(field) for field in switches)):
        options: dict[str, Any] = {}
        for field in manifest.connection:
            if field.required or field.widget == "number" or field.key in PATH_KEYS:
                write(options, field.key, sample(field, port=port, folder=folder))
        for field, value in zip(switches, chosen, strict=True):
            write(options, field.key, value)
        yield options


def values(field: Field) -> list[Any]:
    """Return what a toggle or a list can be."""
    return [True, False] if field.widget == "toggle" else field.values


def sample(field: Field, *, port: int, folder: str) -> Any:
    """Return a value that a field takes; hosts and ports are of this machine, where somebody listens."""
    if field.widget == "number":
        return port if "port" in field.key else field.default or 1
    if "host" in field.key:
        return "127.0.0.1"
    if field.key in PATH_KEYS:
        return f"{folder}/sample"
    if field.widget == "pairs":
        return [["name", "value"]]
    return field.default if isinstance(field.default, str) and field.default else "sample"
