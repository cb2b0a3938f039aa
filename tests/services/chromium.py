"""A real browser for the tests; run as a program, it installs Debian's when we are root and have none."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
FOLDERS = [
    os.environ.get("PATH", ""),
    "/usr/bin",
    "/usr/local/bin",
    "/snap/bin",
    "/Applications/Google Chrome.app/Contents/MacOS",
]
PACKAGES = ["chromium", "chromium-sandbox", "fonts-liberation", "fonts-noto-color-emoji"]
COMMAND = f"sudo apt-get install {' '.join(PACKAGES)}"
# Chromium on its own: no look-ups at its maker's, which a closed network refuses one by one.
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"]


def find() -> str | None:
    """Return the path of a Chromium or a Chrome on this machine."""
    places = os.pathsep.join(FOLDERS)
    return next((found for name in NAMES if (found := shutil.which(name, path=places))), None)


def install() -> None:
    """Install Debian's Chromium when we may; otherwise say what the tests will leave out."""
    if find():
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        print(f"No Chromium here: the browser tests will be skipped. To run them: {COMMAND}")
        return
    print("Installing Chromium for the browser tests.")
    subprocess.run(["apt-get", "update", "-qq"], check=False)
    quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    order = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES]
    done = subprocess.run(order, check=False, env=quietly, stdout=subprocess.DEVNULL)
    if done.returncode or not find():
        print(f"`{' '.join(order)}` brought no Chromium: the browser tests will be skipped.")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give every test that needs the browser the mark that says so."""
    for item in items:
        if "chromium" in getattr(item, "fixturenames", []):
            item.add_marker(pytest.mark.browser)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say plainly at the end when nothing was tried in a browser."""
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if "browser" in report.keywords]
    if skipped and not find():
        terminalreporter.write_line(f"Browser tests skipped: {len(skipped)}. No Chromium here; to run them: {COMMAND}")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium."""
    found = find()
    if not found:
        pytest.skip(f"no Chromium here: {COMMAND}")
    return found


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator["Browser"]:
    """A running Chromium, one for each file: while it is open, tests with `async def` cannot run."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield running
        running.close()


@pytest.fixture
def page(browser: "Browser") -> Iterator["Page"]:
    """A tab with cookies and storage of its own."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


if __name__ == "__main__":
    install()
