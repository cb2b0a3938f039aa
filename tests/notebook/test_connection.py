"""Finding the server: what was said, what the kernel was told, its own server, then any other."""

import json
import os

import httpx
import pytest

import tooljet_jupyter as tj
from tests.services.demo import TOKEN
from tests.services.program import free_port
from tooljet_jupyter.errors import SourceUnreachable, ToolJetError, Unauthenticated
from tooljet_jupyter.notebook.connection import root
from tooljet_jupyter.services.server import Place, Server


@pytest.fixture
def runtime(tmp_path, monkeypatch):
    """Where servers of this machine say that they run: `runtime(pid, url, token)`."""
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path))

    def write(pid, url, token=TOKEN):
        (tmp_path / f"jpserver-{pid}.json").write_text(json.dumps({"pid": pid, "url": url, "token": token}))

    return write


def nobody():
    """Return an address at which nobody answers."""
    return f"http://127.0.0.1:{free_port()}/"


@pytest.mark.parametrize(
    "given, server, token",
    [
        ("http://localhost:8888/lab?token=abc", "http://localhost:8888/", "abc"),
        ("https://hub.example.com/user/ada/lab/tree/x.ipynb", "https://hub.example.com/user/ada/", ""),
        ("http://localhost:8888/tooljet/apps/orders", "http://localhost:8888/", ""),
        ("localhost:8888", "http://localhost:8888/", ""),
        ("http://localhost:8888/labs", "http://localhost:8888/labs/", ""),
    ],
)
def test_an_address_may_be_copied_from_the_browser(given, server, token):
    assert root(given) == (server, token)


def test_an_address_and_a_token_are_enough(demo_server):
    workspace = tj.connect(f"{demo_server.url}/lab?token={TOKEN}")
    assert workspace.client.url == f"{demo_server.url}/"


def test_a_wrong_token_is_said_plainly(demo_server):
    with pytest.raises(Unauthenticated):
        tj.connect(demo_server.url, "wrong")


def test_what_the_kernel_was_told_comes_first(invited, runtime, demo_server):
    runtime(os.getppid(), nobody())
    assert tj.connect().client.url == f"{demo_server.url}/"


def test_a_server_that_was_restarted_is_found_by_what_runs_here(runtime, demo_server, monkeypatch):
    monkeypatch.setenv("TOOLJET_URL", nobody())
    monkeypatch.setenv("TOOLJET_TOKEN", "of yesterday")
    runtime(7, f"{demo_server.url}/")
    assert tj.connect().client.url == f"{demo_server.url}/"


def test_the_kernels_own_server_comes_before_others(runtime, demo_server, monkeypatch):
    monkeypatch.setenv("JPY_PARENT_PID", "9")
    runtime(1, nobody())
    runtime(9, f"{demo_server.url}/")
    assert tj.connect().client.url == f"{demo_server.url}/"


def test_the_token_of_a_server_of_this_machine_is_known(runtime, demo_server):
    runtime(7, f"{demo_server.url}/")
    assert tj.connect(demo_server.url).client.url == f"{demo_server.url}/"


def test_without_any_server_the_error_says_what_to_do(runtime):
    runtime(7, nobody())
    with pytest.raises(SourceUnreachable, match=r"start JupyterLab, or say where: tj.connect\(url, token\)"):
        tj.connect(start=False)


def test_a_server_that_is_something_else_is_told_apart(stranger):
    with pytest.raises(ToolJetError, match="This server has no ToolJet"):
        tj.connect(stranger)


@pytest.fixture
def expiring(demo_server):
    """A token that is good for a moment, and what waits until it is good no more."""
    server = Server(Place(data_dir=demo_server.room / "data"))
    token = server.tokens.issue(server.owner, lifetime_seconds=3)
    server.close()

    def wait():
        address = f"{demo_server.url}/tooljet/api/me"
        headers = {"Authorization": f"Bearer {token}"}
        while httpx.get(address, headers=headers, trust_env=False).is_success:
            continue

    return token, wait


def test_a_token_that_expires_is_replaced_by_the_one_that_the_server_has_now(expiring, runtime, demo_server):
    token, expired = expiring
    shop = tj.connect(demo_server.url, token).source("shop")
    runtime(7, f"{demo_server.url}/")
    expired()
    assert shop.sql("SELECT 1 AS n").rows() == [{"n": 1}]
    assert [len(part) for part in shop.sql("SELECT 1 AS n UNION SELECT 2").batches(1)] == [1, 1]


def test_a_token_that_expires_where_there_is_no_other_says_what_to_do(expiring, runtime, demo_server):
    token, expired = expiring
    workspace = tj.connect(demo_server.url, token)
    expired()
    with pytest.raises(Unauthenticated, match=r"it has expired.* tj.connect\(url, token\)"):
        workspace.source("shop")


@pytest.fixture
def stranger(tmp_path):
    """Any web server that is not ours."""
    import threading
    from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

    class Quiet(SimpleHTTPRequestHandler):
        """A server of files that keeps its log to itself."""

        def log_message(self, *_):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), lambda *given: Quiet(*given, directory=str(tmp_path)))
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
