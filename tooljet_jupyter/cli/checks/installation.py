"""Python, the extensions of server and JupyterLab, and the built pages."""

import importlib.util
import platform
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jupyter_core.paths import jupyter_config_path, jupyter_path
from jupyter_server.extension.config import ExtensionConfigManager

from ...resources import folder
from . import Check

PACKAGE = "tooljet_jupyter"
LABEXTENSION = Path("labextensions") / "@tooljet" / "lab" / "package.json"


def checks() -> Iterator[Check]:
    """Look at what was installed."""
    yield python()
    yield server_extension()
    yield jupyterlab()
    yield labextension()
    yield pages()


def python() -> Check:
    """Look at Python."""
    return Check("Python", "ok", f"{platform.python_version()} at {sys.prefix}")


def server_extension() -> Check:
    """Look at whether Jupyter starts the extension."""
    manager: Any = ExtensionConfigManager(read_config_path=jupyter_config_path())
    enabled = manager.get_jpserver_extensions()
    if PACKAGE not in enabled:
        advice = f"Jupyter does not know it; run: jupyter server extension enable {PACKAGE}"
        return Check("server extension", "fail", advice)
    if not enabled[PACKAGE]:
        advice = f"it is switched off; run: jupyter server extension enable {PACKAGE}"
        return Check("server extension", "fail", advice)
    return Check("server extension", "ok", "enabled")


def jupyterlab() -> Check:
    """Look for JupyterLab."""
    if importlib.util.find_spec("jupyterlab") is None:
        return Check("JupyterLab", "warn", "not installed; viewers do not need it, builders: pip install jupyterlab")
    return Check("JupyterLab", "ok", "installed")


def labextension() -> Check:
    """Look for the half that lives in JupyterLab."""
    for place in jupyter_path():
        if (Path(place) / LABEXTENSION).is_file():
            return Check("labextension", "ok", str((Path(place) / LABEXTENSION).parent))
    advice = "JupyterLab does not find it; install the wheel again: pip install --force-reinstall tooljet-jupyter"
    return Check("labextension", "warn", advice)


def pages() -> Check:
    """Look for the built pages."""
    manifest = folder("static") / "manifest.json"
    if not manifest.is_file():
        return Check("pages", "fail", "they were never built; in a checkout run `make demo`, else install the wheel")
    return Check("pages", "ok", str(manifest.parent))
