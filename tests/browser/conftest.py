"""Browser tests: the demo as a newcomer starts it, a tab, and what the tab's console said."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.services.demo import Demo, demo

if TYPE_CHECKING:
    from playwright.sync_api import FrameLocator, Page, Route


class Gate:
    """Holds requests back until it is opened."""

    def __init__(self, page: "Page", pattern: str) -> None:
        self.held: list[Route] = []
        self.closed = True
        page.route(pattern, self.arrive)

    def arrive(self, route: "Route") -> None:
        """Hold one more, or let it pass."""
        if self.closed:
            self.held.append(route)
        else:
            route.continue_()

    def open(self) -> None:
        """Let everything pass, first what is held."""
        self.closed = False
        for route in self.held:
            route.continue_()


@pytest.fixture(scope="session")
def demo_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """A running demo with a few thousand orders, one for all browser tests."""
    with demo(tmp_path_factory.mktemp("demo")) as running:
        yield running


@pytest.fixture
def console(page: "Page") -> list[str]:
    """Every error and warning of the tab, its frames and workers, as it comes."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


@pytest.fixture
def app(page: "Page") -> "FrameLocator":
    """What is inside the app's frame."""
    return page.frame_locator("iframe")


@pytest.fixture
def query_gate(page: "Page") -> Gate:
    """A closed gate before the runs of queries."""
    return Gate(page, "**/queries/*/run")
