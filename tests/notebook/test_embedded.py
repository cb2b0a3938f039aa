"""A plain script starts a server where none runs: scripts share it, nobody else reaches it, it ends with them."""

import json
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from pathlib import Path

import httpx
import pytest

import tooljet_jupyter as tj
from tooljet_jupyter.errors import SourceUnreachable
from tooljet_jupyter.notebook import embedded

SCRIPT = """
import sys
import tooljet_jupyter as tj

ws = tj.connect()
print(ws.client.url, flush=True)
for line in sys.stdin:
    print(eval(line), flush=True)
"""


@pytest.fixture
def alone(tmp_path, monkeypatch):
    """A machine on which nothing of Jupyter's runs; where its servers write down that they do."""
    for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    yield tmp_path / "jupyter_runtime_dir"
    until(lambda: servers(tmp_path / "jupyter_runtime_dir") == [])


class Script:
    """A script that runs, and does what it is told line by line."""

    def __init__(self, process):
        self.process = process
        self.url = process.stdout.readline().strip()

    def tell(self, line):
        """Have it evaluate an expression and return what it prints."""
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        said = self.process.stdout.readline().strip()
        assert said, self.process.stderr.read()
        return said


@contextmanager
def script():
    """Run a script until the block ends."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", SCRIPT], text=True, **pipes) as process:
        try:
            yield Script(process)
        finally:
            process.kill()


def servers(runtime):
    """Return what the servers that run have written down."""
    return [json.loads(path.read_text()) for path in runtime.glob("jpserver-*.json")]


def until(true, seconds=20):
    """Wait for something to become true."""
    ends = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < ends, "it did not come to pass"
        time.sleep(0.02)


def test_a_script_gets_a_server_of_its_own_and_is_told_where_the_data_is(alone, tmp_path):
    with script() as one:
        [server] = servers(alone)
        assert one.url == server["url"]
        one.tell(f"ws.add_source('s', 'sqlite', path={str(tmp_path / 'x.sqlite')!r}, create=True)")
        assert one.tell("ws.source('s').sql('SELECT 1 AS n').rows()") == "[{'n': 1}]"
        one.process.stdin.close()
        one.process.wait(10)
        said = one.process.stderr.read()
    data = os.environ["JUPYTER_DATA_DIR"]
    assert said == f"ToolJet runs for this script, without JupyterLab. Its data is in {data}/tooljet\n"
    until(lambda: servers(alone) == [])


def test_the_server_ends_when_the_script_is_killed(alone):
    with script() as one:
        [server] = servers(alone)
        os.kill(one.process.pid, signal.SIGKILL)
        one.process.wait()
        until(lambda: servers(alone) == [])
    with pytest.raises(httpx.ConnectError):
        httpx.get(server["url"], trust_env=False)


def test_scripts_at_the_same_time_share_one_server_which_outlives_the_first(alone, tmp_path):
    with script() as one:
        with script() as other:
            assert one.url == other.url
            one.tell(f"ws.add_source('shared', 'sqlite', path={str(tmp_path / 'x.sqlite')!r}, create=True)")
            assert other.tell("[source.name for source in ws.sources]") == "['shared']"
            one.process.kill()
            one.process.wait()
            # Longer than a server without scripts stays.
            assert other.tell("__import__('time').sleep(1.5)") == "None"
            assert other.tell("ws.source('shared').sql('SELECT 2 AS n').rows()") == "[{'n': 2}]"
        until(lambda: servers(alone) == [])


def test_two_scripts_that_start_in_the_same_moment_start_one_server(alone):
    command = [sys.executable, "-c", SCRIPT]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True}
    with subprocess.Popen(command, **pipes) as one, subprocess.Popen(command, **pipes) as other:
        assert one.stdout.readline() == other.stdout.readline() != ""
        assert len(servers(alone)) == 1
        one.kill()
        other.kill()


def test_nobody_can_read_the_token(alone):
    with script() as one:
        [path] = alone.glob("jpserver-*.json")
        told = json.loads(path.read_text())
        pid, token = told["pid"], told["token"]
        assert len(token) == 48
        assert token not in Path(f"/proc/{pid}/cmdline").read_text()
        assert token not in Path(f"/proc/{pid}/environ").read_text(errors="replace")
        assert {file.name for file in alone.iterdir() if token in file.read_text(errors="replace")} == {path.name}
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert one.tell("1") == "1"


def test_only_this_machine_reaches_it_and_only_apps_and_their_api(alone):
    with script():
        [server] = servers(alone)
        assert server["url"].startswith("http://127.0.0.1:")
        client = httpx.Client(headers={"Authorization": f"token {server['token']}"}, trust_env=False)
        with client:
            answers = {path: client.get(server["url"] + path).status_code for path in PATHS}
            stranger = httpx.get(server["url"] + "tooljet/api/me", trust_env=False).status_code
            guest = httpx.get(server["url"] + "tooljet-guest", trust_env=False).status_code
    assert answers == PATHS
    assert (stranger, guest) == (401, 302)


PATHS = {
    "tooljet/api/me": 200,
    "tooljet/": 200,
    "api/kernels": 404,
    "api/kernelspecs": 404,
    "api/contents": 404,
    "api/sessions": 404,
    "api/terminals": 404,
    "api/config/notebook": 404,
    "api/shutdown": 404,
    "files/x": 404,
    "view/x": 404,
    "nbconvert/html/x": 404,
    "lab": 404,
    "tree": 404,
}


def test_a_script_may_forbid_it(alone):
    with pytest.raises(SourceUnreachable, match="No ToolJet server was found"):
        tj.connect(start=False)
    assert servers(alone) == []


def test_where_a_server_was_named_and_is_gone_none_is_started(alone, monkeypatch):
    monkeypatch.setenv("TOOLJET_URL", "http://127.0.0.1:9/")
    with pytest.raises(SourceUnreachable, match="No ToolJet server was found"):
        tj.connect()
    assert servers(alone) == []


def test_a_server_that_cannot_start_says_why(alone, monkeypatch, tmp_path):
    data = tmp_path / "jupyter_data_dir" / "tooljet"
    data.mkdir(parents=True)
    with closing(sqlite3.connect(data / "tooljet.sqlite")) as db, db:
        db.execute("CREATE TABLE alembic_version (version_num VARCHAR(32))")
        db.execute("INSERT INTO alembic_version VALUES ('9999')")
    with pytest.raises(SourceUnreachable, match="A newer version of tooljet-jupyter wrote the metadata database"):
        tj.connect()
    embedded.leave()


def test_users_of_one_process_share_its_server(alone):
    try:
        assert tj.connect().client.url == tj.connect().client.url
    finally:
        embedded.leave()
