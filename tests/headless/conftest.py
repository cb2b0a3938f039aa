"""Apps that end with their test, and a server to load some from."""

from collections.abc import Iterator

import pytest

import tooljet_jupyter as tj
from tests.headless import building
from tests.services.demo import TOKEN, Demo, demo


@pytest.fixture
def app_of():
    """Make apps that are closed when the test ends."""
    made = []

    def make(*components, **given):
        made.append(building.app_of(*components, **given))
        return made[-1]

    yield make
    for app in made:
        app.close()


@pytest.fixture(scope="session")
def demo_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """A running demo, one for all tests here."""
    with demo(tmp_path_factory.mktemp("demo"), orders=300) as running:
        yield running


@pytest.fixture
def workspace(demo_server: Demo) -> tj.Workspace:
    """The demo's workspace."""
    return tj.connect(demo_server.url, TOKEN)
