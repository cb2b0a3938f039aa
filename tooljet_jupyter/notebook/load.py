"""An app to test without a browser, from wherever it is: a server, a file, a folder, Python."""

from collections.abc import Mapping
from datetime import date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..headless.app import HeadlessApp
from ..headless.cassette import Cassette
from ..headless.start import CLOCK, VIEWER, Start
from .loadable import Loadable, loadable

if TYPE_CHECKING:
    from .app import App
    from .composition import Composition
    from .workspace import Workspace

Json = dict[str, Any]


def load(
    target: "str | PathLike[str] | App | Composition | Mapping[str, Any]",
    *,
    version: str | None = None,
    workspace: "Workspace | None" = None,
    page: str | None = None,
    params: Mapping[str, Any] | None = None,
    device: str = "desktop",
    user: Mapping[str, Any] | None = None,
    environment: str | None = None,
    constants: Mapping[str, Any] | None = None,
    clock: str | date | float = CLOCK,
    seed: int = 0,
    storage: Mapping[str, Any] | None = None,
    queries: str = "auto",
    cassette: str | PathLike[str] | None = None,
    timeout_seconds: float = 5.0,
    memory_mb: int = 256,
) -> HeadlessApp:
    """Return a running app, without a browser.

    Parameters
    ----------
    target
        The address of an app on a server (`"orders"`), the path of an exported file or folder, an app
        composed in Python, or a definition.
    version : str, optional
        The name of a version on the server; left out: what viewers get.
    workspace : Workspace, optional
        The server; left out: `tj.connect()` where one is needed.
    page, params : optional
        The handle of the page it opens with, and what the address says after `?`.
    device : str
        'desktop' or 'mobile'.
    user : dict, optional
        Who looks at it, `globals.currentUser`; left out: who is connected, or some viewer.
    environment : str, optional
        The environment its queries run in.
    constants : dict, optional
        Constants over those of the server.
    clock, seed : optional
        The time on the app's clock, and where its chance starts.
    storage : dict, optional
        What the browser keeps for the app.
    queries : str
        'stubbed': by `app.stub` only; 'real': on the server; 'recorded': by `cassette`;
        'auto': stubs first, else the server where the app is on one.
    cassette : path, optional
        The file of a recording: made on the first run, played back later.
    timeout_seconds, memory_mb : optional
        What the app may take; over it, it is stopped and the binding named.

    Raises
    ------
    NotFound
        There is no such app, version, file or page.
    Invalid
        A file or definition is broken, or an argument makes no sense.
    """
    found = loadable(target, version=version, workspace=workspace, environment=environment, queries=queries)
    start = Start(
        definition=found.viewer,
        title=found.name,
        page=page,
        params=params or {},
        device=device,
        user=user or found.user or VIEWER,
        environment=found.environment,
        constants={**found.constants, **(constants or {})},
        clock=clock,
        seed=seed,
    )
    return HeadlessApp(
        start,
        queries=queries,
        backend=found.backend,
        cassette=recording(cassette, found) if queries == "recorded" else None,
        storage=storage,
        timeout_seconds=timeout_seconds,
        memory_mb=memory_mb,
    )


def recording(cassette: str | PathLike[str] | None, found: Loadable) -> Cassette | None:
    """Return the recording that answers, and that knows how each query is defined."""
    return Cassette(Path(cassette), found.fingerprints()) if cassette else None
