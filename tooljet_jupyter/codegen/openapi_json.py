"""`docs/openapi.json`: the API as its handlers and bodies declare it."""

import json
from pathlib import Path

from ..handlers.openapi import document
from ..resources import PACKAGE


def files() -> dict[Path, str]:
    """Return the document, with keys in a stable order."""
    text = json.dumps(document(), indent=2, sort_keys=True, ensure_ascii=False)
    return {PACKAGE / "docs" / "openapi.json": text + "\n"}
