"""Apps in real Chromium: the built frame in its sandbox, a host that answers as the test says, the tree it computes."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tooljet_jupyter.resources import folder

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FrameLocator, Page, Route

Json = dict[str, Any]
HERE = Path(__file__).parent
ADDRESS = "http://stage.test"
NOW = 1_767_258_000_000  # 2026-01-01T09:00:00Z
STYLE = "html,body{margin:0;height:100%}iframe{border:0;width:100%;height:100%}"
# A text that says all values, in a box that is disabled: it is drawn, and not in the accessible tree.
PROBE = '[data-name="probe"] .tj-Text-words'
KINDS = {".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2"}


def host_document() -> str:
    """Return the page around the frame."""
    return f'<!doctype html><html lang="en"><style>{STYLE}</style><body><script src="/stage.js"></script></body></html>'


def frame_document() -> str:
    """Return the document of the frame, as the server writes it, with its clock stopped."""
    files = json.loads((folder("static") / "manifest.json").read_text())["frame"]
    styles = "".join(f'<link rel="stylesheet" crossorigin href="/static/{name}">' for name in files["styles"])
    early = "".join(f'<link rel="modulepreload" crossorigin href="/static/{name}">' for name in files["preload"])
    clock = (HERE / "clock.js").read_text().replace("NOW", str(NOW))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">{styles}{early}<script>{clock}</script></head>'
        '<body><div id="root"></div>'
        f'<script type="module" crossorigin src="/static/{files["script"]}"></script></body></html>'
    )


class Stage:
    """A tab in which one app after another is shown."""

    def __init__(self, browser: "Browser") -> None:
        self._documents = {"/": host_document(), "/frame": frame_document()}
        self._context = browser.new_context(viewport={"width": 1280, "height": 1600}, timezone_id="UTC", locale="en-US")
        self.page: Page = self._context.new_page()
        self.page.route(f"{ADDRESS}/**", self._serve)
        self.page.goto(f"{ADDRESS}/")

    @property
    def app(self) -> "FrameLocator":
        """What is inside the frame."""
        return self.page.frame_locator("iframe")

    def open(self, start: Json, answers: Json) -> None:
        """Show an app."""
        self.page.evaluate("([init, answers]) => stage.open(init, answers)", [init_of(start), answers])
        self.page.wait_for_function("stage.isShown", timeout=20_000)
        self.app.locator(PROBE).wait_for(state="attached")
        self._session = self._context.new_cdp_session(self.page.frames[-1])

    def values(self) -> Any:
        """Return all values of the app, as its probe has them."""
        words = self.page.frames[-1].evaluate("probe => document.querySelector(probe)?.textContent", PROBE)
        return json.loads(words or "{}")

    def told(self, key: str) -> Any:
        """Return what the host was told: `log`, `actions`."""
        return self.page.evaluate("key => stage[key]", key)

    def tree(self) -> list[Json]:
        """Return the nodes of the accessible tree that Chromium computes for the frame."""
        nodes: list[Json] = self._session.send("Accessibility.getFullAXTree")["nodes"]
        return nodes

    def close(self) -> None:
        """Close the tab."""
        self._context.close()

    def _serve(self, route: "Route") -> None:
        path = route.request.url.removeprefix(ADDRESS)
        if path in self._documents:
            return route.fulfill(body=self._documents[path], content_type="text/html")
        file = HERE / "stage.js" if path == "/stage.js" else folder("static") / path.removeprefix("/static/")
        if not file.is_file():
            return route.fulfill(status=404)
        headers = {"Access-Control-Allow-Origin": "*", "Content-Type": KINDS[file.suffix]}
        return route.fulfill(path=file, headers=headers)


def init_of(start: Json) -> Json:
    """Return what a frame is started with, out of what the engine is started with."""
    return {
        "type": "init",
        "app": {"id": "app", "name": start["title"], "slug": "app"},
        "definition": start["definition"],
        "constants": start["constants"],
        "globals": start["globals"],
        "urlparams": start["urlparams"],
        "theme": "light",
        "device": start["device"],
    }
