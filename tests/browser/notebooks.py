"""A notebook in JupyterLab as a user has it: opened with its kernel ready, run cell by cell."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import httpx
from playwright.sync_api import expect

from tests.services.demo import TOKEN, Demo

if TYPE_CHECKING:
    from playwright.sync_api import FrameLocator, Locator, Page

# A kernel starts in seconds on an idle machine.
SLOW = 60_000


@contextmanager
def opened(page: "Page", demo: Demo, path: str, view: str = "doc/tree") -> Iterator["Page"]:
    """Open a notebook, in Notebook 7 with the view `notebooks`; its kernel is there before, and ends with the block."""
    body = {"path": path, "type": "notebook", "name": path, "kernel": {"name": "python3"}}
    headers = {"Authorization": f"token {TOKEN}"}
    with httpx.Client(base_url=f"{demo.url}/api/", headers=headers, trust_env=False, timeout=60) as api:
        api.post("sessions", json=body).raise_for_status()
        page.set_viewport_size({"width": 1440, "height": 1200})
        # On a busy machine JupyterLab may not have heard of the session yet, and asks.
        asked = page.get_by_role("dialog").get_by_role("button", name="Select Kernel")
        page.add_locator_handler(asked, lambda button: button.click())
        page.goto(f"{demo.url}/{view}/{path}?token={TOKEN}")
        idle(page)
        yield page
        # A JupyterLab that had to ask has started a kernel of its own.
        for session in api.get("sessions").raise_for_status().json():
            if session["path"] == path:
                api.delete(f"sessions/{session['id']}")


def idle(page: "Page") -> None:
    """Wait until the kernel has nothing to do."""
    expect(page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]")).to_have_count(1, timeout=SLOW)


def run(page: "Page", first: int, cells: int = 1) -> None:
    """Run cells by Shift+Enter, each after the one before has ended."""
    page.locator(".jp-Notebook .jp-Cell").nth(first).click()
    page.keyboard.press("Escape")
    for _ in range(cells):
        page.keyboard.press("Shift+Enter")
        expect(page.get_by_text("[*]:", exact=True)).to_have_count(0, timeout=SLOW)
        idle(page)


def shown(page: "Page") -> "FrameLocator":
    """What is inside the app's frame; another frame around it keeps it where it is."""
    return page.frame_locator(".tj-Widget iframe").frame_locator("iframe")


def status(page: "Page", word: str) -> "Locator":
    """The word in the widget's header that says how the app is."""
    return page.locator(".tj-Widget").get_by_role("status").filter(has_text=word)


def choose(app: "FrameLocator", field: str, option: str) -> None:
    """Open a drop-down and take an option."""
    app.get_by_role("combobox", name=field, exact=True).click()
    app.get_by_role("option", name=option, exact=True).click()
