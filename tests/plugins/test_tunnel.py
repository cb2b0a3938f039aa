"""PostgreSQL behind an SSH server: a real sshd, real keys."""

import getpass
import shutil
import socket
import subprocess
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.plugins.test_conformance import address
from tests.services.program import free_port, running
from tooljet_jupyter.drivers.catalog import builtin
from tooljet_jupyter.drivers.driver import Run
from tooljet_jupyter.errors import Invalid, MissingLibrary, SourceUnreachable

PROGRAM = shutil.which("sshd") or "/usr/sbin/sshd"
CONFIG = """
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
AuthorizedKeysFile {folder}/authorized
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin prohibit-password
"""


def make_key(path, kind="ed25519", passphrase=""):
    command = ["ssh-keygen", "-q", "-t", kind, "-N", passphrase, "-f", str(path)]
    subprocess.run(command, check=True, capture_output=True)
    return path.read_text()


@pytest.fixture(scope="module")
def sshd(tmp_path_factory):
    if not Path(PROGRAM).exists():
        pytest.skip("no sshd here")
    folder, port = tmp_path_factory.mktemp("ssh"), free_port()
    Path("/run/sshd").mkdir(exist_ok=True) if getpass.getuser() == "root" else None
    keys = {kind: make_key(folder / kind, kind) for kind in ("ed25519", "ecdsa", "rsa")}
    keys["locked"] = make_key(folder / "locked", passphrase="open sesame")
    make_key(folder / "host")
    (folder / "authorized").write_text("".join((folder / f"{name}.pub").read_text() for name in keys))
    (folder / "config").write_text(CONFIG.format(port=port, folder=folder))
    with running([PROGRAM, "-D", "-e", "-f", str(folder / "config")], lambda: listens(port)):
        yield {"port": port, "keys": keys, "host_key": (folder / "host.pub").read_text()}


def listens(port):
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False


@pytest.fixture
def options(sshd, postgresql_url):
    return {
        **address(postgresql_url),
        "ssh_enabled": "enabled",
        "ssh_host": "127.0.0.1",
        "ssh_port": sshd["port"],
        "ssh_username": getpass.getuser(),
        "ssh_private_key": sshd["keys"]["ed25519"],
    }


def answer(options):
    with closing(builtin().open("postgresql", options)) as driver:
        return driver.run("sql", {"query": "SELECT inet_client_addr() IS NOT NULL AS reached"}, Run()).data


@pytest.mark.parametrize("kind", ["ed25519", "ecdsa", "rsa"])
def test_a_query_goes_through_the_tunnel(options, sshd, kind):
    assert answer({**options, "ssh_private_key": sshd["keys"][kind]}) == [{"reached": True}]


def test_a_key_is_opened_with_its_passphrase(options, sshd):
    locked = {**options, "ssh_private_key": sshd["keys"]["locked"]}
    assert answer({**locked, "ssh_passphrase": "open sesame"}) == [{"reached": True}]
    with pytest.raises(Invalid, match="passphrase"):
        answer(locked)


def test_a_server_with_another_key_is_not_believed(options, sshd, tmp_path):
    assert answer({**options, "ssh_host_key": sshd["host_key"]}) == [{"reached": True}]
    make_key(tmp_path / "other")
    with pytest.raises(SourceUnreachable, match="another key"):
        answer({**options, "ssh_host_key": (tmp_path / "other.pub").read_text()})


def test_a_key_that_the_server_does_not_know_is_refused(options, tmp_path):
    with pytest.raises(SourceUnreachable, match="SSH server"):
        answer({**options, "ssh_private_key": make_key(tmp_path / "stranger")})


def test_a_server_that_is_not_there_is_named(options):
    port = free_port()
    with pytest.raises(SourceUnreachable, match=f"127.0.0.1:{port}"):
        answer({**options, "ssh_port": port})


def test_a_cancel_goes_through_the_tunnel_too(options):
    with closing(builtin().open("postgresql", options)) as driver:
        result = driver.run("sql", {"query": "SELECT generate_series(1, 1000000)"}, Run(max_rows=10))
        assert (len(result.data), result.truncated) == (10, True)


def test_text_that_is_no_key_is_refused(options):
    with pytest.raises(Invalid, match="cannot be used"):
        answer({**options, "ssh_private_key": "not a key"})


def test_without_the_library_the_line_that_installs_it_is_said(options, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "paramiko", None)
    with pytest.raises(MissingLibrary) as caught:
        answer(options)
    assert caught.value.detail["install"] == 'pip install "paramiko>=4"'
