"""Turn a notebook into a safe, tested internal tool that a whole team can use."""

from typing import Any

__version__ = "0.1.0"


def _jupyter_server_extension_points() -> list[dict[str, Any]]:
    """Tell Jupyter which application this package adds to its server."""
    from .extension import TooljetApp

    return [{"module": "tooljet_jupyter", "app": TooljetApp}]


def _jupyter_labextension_paths() -> list[dict[str, str]]:
    """Tell JupyterLab where the built extension lies in a checkout."""
    return [{"src": "labextension", "dest": "@tooljet/lab"}]
