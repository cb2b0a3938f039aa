"""What every test may ask for: real servers on free ports, a browser, and a home folder of its own."""

from asyncio import AbstractEventLoop, iscoroutinefunction
from collections.abc import Iterator

import pytest

pytest_plugins = [
    "pytest_jupyter.jupyter_server",
    "tests.services.postgresql",
    "tests.services.redis",
    "tests.services.databases",
    "tests.services.chromium",
    "tests.services.web",
    "tests.services.provider",
    "tests.product",
]

# Chromium, JupyterLab and kernels side by side on two cores: a test of these may be late once, and says so (RERUN).
LATE = ("tests/browser", "tests/notebook")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let tests that wait for other programs try a second time."""
    for item in items:
        if item.path.relative_to(config.rootpath).as_posix().startswith(LATE):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session", autouse=True)
def home_of_the_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep Jupyter and IPython away from the settings of the person who runs the tests."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"):
            (home / name).mkdir()
            patch.setenv(name, str(home / name))
        for name in ("TOOLJET_URL", "TOOLJET_TOKEN", "JUPYTER_TOKEN", "JUPYTER_PATH", "JUPYTER_CONFIG_PATH"):
            patch.delenv(name, raising=False)
        patch.setenv("JUPYTER_PLATFORM_DIRS", "1")
        yield


@pytest.fixture(autouse=True)
def nobody_was_invited(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget what a server in this process told its kernels in an earlier test."""
    for name in ("TOOLJET_URL", "TOOLJET_TOKEN"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def jp_asyncio_loop(request: pytest.FixtureRequest) -> AbstractEventLoop | None:
    """An event loop, but only where one is needed: pytest-jupyter's own is in the way of a browser."""
    return request.getfixturevalue("jp_asyncio_loop") if needs_server(request) else None


@pytest.fixture(autouse=True)
def jp_server_cleanup(request: pytest.FixtureRequest) -> None:
    """Clean up after a server where there was one."""
    if needs_server(request):
        request.getfixturevalue("jp_server_cleanup")


def needs_server(request: pytest.FixtureRequest) -> bool:
    """Say whether the test is a coroutine or asks for one of pytest-jupyter's fixtures."""
    asked = {name for name in request.fixturenames if name.startswith("jp_")} - {
        "jp_asyncio_loop",
        "jp_server_cleanup",
    }
    return bool(asked) or iscoroutinefunction(request.function)
