"""An app: composed in Python, shown live in the cell, saved and released to the server."""

from collections.abc import Sequence
from typing import Any

import anywidget
import traitlets

from ..components.base import Component
from ..components.handlers import Handlers
from ..errors import Invalid, ToolJetError
from . import versions
from .composition import Composition, Page, Query
from .host import HOSTED, listen, stub, written
from .link import Link
from .live.components import Components
from .live.events import Event
from .live.picture import has_browser, wireframe
from .live.session import Session
from .resolver import slug as address
from .sources import SavedQuery, Source
from .workspace import Workspace

Json = dict[str, Any]
# What JupyterLab's extension knows an app's output by, and what stands for the app where nothing can run.
APP_OUTPUT = "application/vnd.tooljet.app+json"
OUTLINE = "image/svg+xml"


class App(anywidget.AnyWidget):
    """An internal tool.

    Parameters
    ----------
    name : str
        What people call it.
    slug : str, optional
        Its address, `/tooljet/apps/<slug>`; made of the name when left out.
    workspace : Workspace, optional
        Where it is saved; `tj.connect()` when left out.
    settings : optional
        Settings of the whole app by ToolJet's names, such as `appMode` or `allowedHosts`.

    Examples
    --------
    >>> app = tj.App("Orders")
    >>> app.query("orders", shop, sql="SELECT * FROM orders LIMIT 100", run_on_load=True)
    >>> app.add(tj.Table(name="table", data=tj.expr("queries.orders.data")))
    """

    _esm = traitlets.Unicode().tag(sync=True)
    definition = traitlets.Dict().tag(sync=True)
    server_url = traitlets.Unicode().tag(sync=True)
    user_id = traitlets.Unicode().tag(sync=True)
    title = traitlets.Unicode().tag(sync=True)
    link = traitlets.Unicode(help="Where the saved app is, below the server's address.").tag(sync=True)
    problem = traitlets.Dict(help="The error that keeps the app from being shown.").tag(sync=True)
    height = traitlets.Int(0, help="Pixels; 0: as high as the page.").tag(sync=True)

    def __init__(
        self, name: str, *, slug: str | None = None, workspace: Workspace | None = None, **settings: Any
    ) -> None:
        if not name.strip():
            raise Invalid("An app needs a name", field="name")
        self._shown = False
        self.composition = Composition()
        self.composition.settings = settings
        self.name = name.strip()
        self.slug = slug or address(name)
        self._workspace = workspace
        self._session = Session(self, self.send)
        super().__init__(title=self.name, _esm=stub())
        self.on_msg(self._asked)

    @classmethod
    def load(cls, slug: str, workspace: Workspace | None = None, *, version: str | None = None) -> "App":
        """Return a stored app as objects: a version by its name, else the newest draft, else what viewers get."""
        from .code.loading import load_app
        from .connection import connect

        return load_app(workspace or connect(), slug, version)

    def to_python(self) -> str:
        """Return readable code that makes the same app."""
        from .code.program import to_python

        return to_python(self)

    @property
    def workspace(self) -> Workspace:
        """Where the app is saved."""
        if self._workspace is None:
            from .connection import connect

            self._workspace = connect()
        return self._workspace

    @property
    def url(self) -> Link:
        """The link for viewers; there is something to see once a version is released."""
        return Link(f"{self.workspace.client.url}{self.place}")

    @property
    def place(self) -> str:
        """The app's address below that of the server."""
        return f"tooljet/apps/{self.slug}"

    @property
    def pages(self) -> list[Page]:
        """The pages in their order."""
        return self.composition.pages

    @property
    def queries(self) -> dict[str, Query]:
        """The queries by name."""
        return self.composition.queries

    @property
    def components(self) -> Components:
        """What the components expose: `app.components.status.value`, read, set and observed while the app is shown."""
        return self._session.components

    async def event(self, component: str, event: str = "onClick", *, timeout: float | None = None) -> Event:
        """Wait until something happens in the app.

        Parameters
        ----------
        component : str
            The name of the component.
        event : str
            What happens, by ToolJet's name or Python's.
        timeout : float, optional
            Seconds after which a `TimeoutError` ends the wait.

        Raises
        ------
        ToolJetError
            Nothing shows the app.
        """
        return await self._session.event(component, event, timeout=timeout)

    def page(self, name: str, handle: str | None = None, *, icon: str | None = None, hidden: bool = False) -> Page:
        """Return a new page; the first one takes the place of the empty page that an app starts with."""
        return self.composition.page(name, handle, icon=icon, hidden=hidden)

    def add(self, *components: Component, widths: Sequence[float] | None = None, height: int | None = None) -> "App":
        """Add components to the last page as its next row, side by side.

        Parameters
        ----------
        components : Component
            What to add; one with a layout of its own keeps it.
        widths : sequence of float, optional
            The proportion of their widths, more of them leave room at the end. Left out: buttons as wide
            as their text, fields up to a third, the rest in equal parts.
        height : int, optional
            Height of the row in pixels; each component's usual one when left out.
        """
        self.composition.add(*components, widths=widths, height=height)
        self._publish_if_shown()
        return self

    def query(
        self,
        name: str,
        source: Source | SavedQuery | str | None = None,
        *,
        sql: str | None = None,
        code: str | None = None,
        on_success: Handlers = None,
        on_failure: Handlers = None,
        transformation: str | None = None,
        parameters: Json | None = None,
        **options: Any,
    ) -> Query:
        """Add a query to the app.

        Parameters
        ----------
        name : str
            The name by which expressions read it: `queries.<name>.data`.
        source : Source, SavedQuery or str
            What it runs on; a saved query is copied; 'runjs', 'runpy', 'restapi' and 'tooljetdb' need
            no source.
        sql : str, optional
            SQL; `{{ }}` in it are bound as values, never pasted.
        code : str, optional
            JavaScript for the browser, or Python for the server where `source` is 'runpy'.
        on_success, on_failure : Action, str, function or list, optional
            What to do after a run.
        transformation : str, optional
            JavaScript that returns what becomes of `data`.
        parameters : dict, optional
            Names and default values of the query's parameters.
        options
            `run_on_load`, `confirm`, `success_message`, `timeout_ms` …, or any option of the operation
            by ToolJet's name.
        """
        made = self.composition.query(
            name,
            source,
            sql=sql,
            code=code,
            on_success=on_success,
            on_failure=on_failure,
            transformation=transformation,
            parameters=parameters,
            **options,
        )
        self._publish_if_shown()
        return made

    def save(self, version: str | None = None) -> "App":
        """Save the app as a draft: the one that is being edited, or a new one after a release.

        Parameters
        ----------
        version : str, optional
            The name of the draft; left out: the newest draft, or the next of v1, v2, …

        Raises
        ------
        Invalid
            Something in the app cannot work, or calls a Python function of the notebook; every place and
            reason is said, and what is stored stays.
        """
        self._save(version)
        return self

    def release(self, version: str | None = None) -> Link:
        """Save, freeze and make it what viewers get; return their link.

        Parameters
        ----------
        version : str, optional
            The name of the version; left out: that of the draft, or the next of v1, v2, …
        """
        draft = self._save(version)
        self.workspace.client.post(f"apps/{self.slug}/release", {"version": draft["id"]})
        self.link = self.place
        return self.url

    def publish(self) -> None:
        """Show the app as it is now in every cell that shows it."""
        definition = self._session.definition()
        for page in self.pages:
            for component in page.components():
                component.changed = self._publish_if_shown
        with self.hold_sync():
            self.server_url = self.workspace.client.url
            self.user_id = self.workspace.user_id
            self.definition = definition
            self.problem = {}

    def show(self) -> None:
        """Publish it, unless it is: somebody looks at it, perhaps inside another widget."""
        if not self._shown:
            self._shown = True
            self._publish_if_shown()

    def __repr__(self) -> str:
        return f"<App {self.name!r}: {counted(self.composition)}>"

    def _repr_mimebundle_(self, **given: Any) -> Any:
        self._shown = True
        self._session.settle()
        self._publish_if_shown()
        bundle: Any = super()._repr_mimebundle_(**given)
        data, metadata = bundle
        still = {OUTLINE: wireframe(self.name, self.definition)} if self.definition else {}
        if not has_browser():
            return {"text/plain": data["text/plain"], **still}, metadata
        return {APP_OUTPUT: {"model_id": self.model_id}, **data, **still}, metadata

    def _publish_if_shown(self) -> None:
        """Show what there is; an app that is not complete says so in its cell and stops nothing."""
        if not self._shown:
            return
        try:
            self.publish()
        except ToolJetError as error:
            self.problem = written(error)

    def _asked(self, _: Any, message: Any, buffers: list[bytes]) -> None:
        """Hear what an output says, or be the host where its page cannot reach the server itself."""
        if message.get("kind") in HOSTED:
            listen(self, message, self.send)
        else:
            self._session.hear(message)

    def _save(self, version: str | None) -> Json:
        definition = self._session.definition()
        self._session.callbacks.refuse(definition)
        content = {"name": self.name, "slug": self.slug, "definition": definition}
        draft = versions.save(self.workspace.client, content, version=version, base=self.composition.base)
        self.link = f"{self.place}?version={draft['id']}"
        return draft


def counted(app: Composition) -> str:
    """Return how much there is in an app, in words."""
    counts = {
        "page": len(app.pages),
        "component": sum(1 for page in app.pages for _ in page.components()),
        "query": len(app.queries),
    }
    many = {"page": "pages", "component": "components", "query": "queries"}
    return ", ".join(f"{count} {noun if count == 1 else many[noun]}" for noun, count in counts.items())
