"""Libraries that are no part of the product: imported when they are needed, asked for when they are missing."""

from importlib import import_module
from typing import Any

from ...errors import MissingLibrary


def library(name: str, what: str) -> Any:
    """Return a library.

    Raises
    ------
    MissingLibrary
        It is not installed here.
    """
    try:
        return import_module(name)
    except ImportError as error:
        install = f"pip install {name}"
        raise MissingLibrary(f"{what} needs {name}: {install}", install=install) from error
