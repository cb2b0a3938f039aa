"""A visit to an app in Chromium, timed from inside its pages: a script that is there before theirs."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tests.bench.bench import Bench
from tests.bench.product import TOKEN, Product

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Frame, Page

PATIENCE_MS = 60_000
# In every document: `when(test)` is the moment, on the clock that all documents share, at which a test
# first held and the browser had painted what it saw.
CLOCK = """
const now = () => performance.timeOrigin + performance.now();
const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(now()))));
const when = test => new Promise(done => {
  const look = () => { if (!test()) return; watch.disconnect(); painted().then(done); };
  const watch = new MutationObserver(look);
  watch.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
  look();
});
"""


def scripted(body: str) -> str:
    """Return a script that runs `body` in the app's frame and leaves what it returns in `window.measured`."""
    return (
        f"if (location.pathname.includes('/tooljet/frame/')) {{ {CLOCK}"
        f"window.measured = (async () => {{ {body} }})(); }}"
    )


@contextmanager
def visitor(bench: Bench, script: str) -> Iterator["BrowserContext"]:
    """Give a browser with an empty cache that is logged in."""
    context = bench.browser.new_context(viewport={"width": 1300, "height": 900})
    context.set_default_timeout(PATIENCE_MS)
    try:
        # Logging in sets the cookie; the app itself is not fetched yet.
        context.request.get(f"{bench.product.url}/tooljet/api/me?token={TOKEN}")
        context.add_init_script(scripted(script))
        yield context
    finally:
        context.close()


def opened(context: "BrowserContext", product: Product, app: str) -> "tuple[Page, Frame, Any]":
    """Open an app and return the page, the app's frame, and what the script measured."""
    page = context.new_page()
    page.goto(f"{product.url}/tooljet/apps/{app}", wait_until="commit")
    handle = page.wait_for_selector("iframe", state="attached")
    frame = handle.content_frame() if handle else None
    assert frame
    frame.wait_for_url("**/tooljet/frame/**")
    return page, frame, frame.evaluate("() => window.measured")
