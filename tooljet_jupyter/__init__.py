"""Turn a notebook into a safe, tested internal tool that a whole team can use."""

from importlib import import_module
from typing import Any

from ._exports import HOMES

__version__ = "0.1.0"
__all__ = list(HOMES)


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that a server starts without the notebook's half."""
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{HOMES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """List the public names, imported or not."""
    return sorted([*__all__, "__version__"])


def load_ipython_extension(shell: Any) -> None:
    """Add `%tj` and `%%tj` to a notebook, for `%load_ext tooljet_jupyter`."""
    from .notebook.magics.magics import load

    load(shell)


def _jupyter_server_extension_points() -> list[dict[str, Any]]:
    """Tell Jupyter which application this package adds to its server."""
    from .extension import TooljetApp

    return [{"module": "tooljet_jupyter", "app": TooljetApp}]


def _jupyter_labextension_paths() -> list[dict[str, str]]:
    """Tell JupyterLab where the built extension lies in a checkout."""
    return [{"src": "labextension", "dest": "@tooljet/lab"}]
