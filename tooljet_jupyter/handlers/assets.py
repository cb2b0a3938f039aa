"""The built bundles: which files a page loads, as `static/manifest.json` says."""

from functools import lru_cache
from html import escape
from pathlib import Path

import msgspec

from ..errors import ToolJetError
from ..resources import folder


class Bundle(msgspec.Struct):
    """The files of one bundle."""

    script: str
    styles: list[str]
    preload: list[str]


def tags(base_url: str, entry: str) -> str:
    """Return the elements that load a bundle; `crossorigin` because a frame's origin is opaque."""
    bundle = _manifest(_stamp())[entry]
    root = escape(f"{base_url}tooljet/static/")
    styles = "".join(f'<link rel="stylesheet" href="{root}{file}" crossorigin>' for file in bundle.styles)
    preload = "".join(f'<link rel="modulepreload" href="{root}{file}" crossorigin>' for file in bundle.preload)
    # The script first: what it starts, such as a worker, need not wait for the rest.
    return f'{styles}<script type="module" src="{root}{bundle.script}" crossorigin></script>{preload}'


def _path() -> Path:
    return folder("static") / "manifest.json"


def _stamp() -> float:
    """A new build is served without a restart."""
    try:
        return _path().stat().st_mtime
    except FileNotFoundError as error:
        raise ToolJetError(
            "The pages of this installation were never built: run `make demo`, or install the wheel"
        ) from error


@lru_cache(maxsize=1)
def _manifest(_: float) -> dict[str, Bundle]:
    return msgspec.json.decode(_path().read_bytes(), type=dict[str, Bundle])
