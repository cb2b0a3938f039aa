"""What a notebook needs: a running demo, and its workspace."""

from collections.abc import Iterator

import pytest

import tooljet_jupyter as tj
from tests.services.demo import TOKEN, Demo, demo


@pytest.fixture(scope="session")
def demo_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """A running demo, one for all tests of the notebook's half."""
    with demo(tmp_path_factory.mktemp("demo"), orders=300) as running:
        yield running


@pytest.fixture
def workspace(demo_server: Demo) -> tj.Workspace:
    """The demo's workspace."""
    return tj.connect(demo_server.url, TOKEN)


@pytest.fixture
def shop(workspace: tj.Workspace) -> tj.Source:
    """The sample business."""
    return workspace.source("shop")


@pytest.fixture
def invited(demo_server: Demo, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the server tells the kernels that it starts."""
    monkeypatch.setenv("TOOLJET_URL", demo_server.url)
    monkeypatch.setenv("TOOLJET_TOKEN", TOKEN)
