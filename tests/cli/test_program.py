"""The program as a shell starts it: help, exit codes, the doctor, tokens, and the demo."""

import importlib.util
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.services.demo import demo
from tooljet_jupyter.cli import root

# What starts a server answers nobody.
STARTS = [("demo",), ("serve",)]
PROGRAM = str(Path(sys.executable).with_name("jupyter-tooljet"))
WITHOUT_LAB = """
import importlib.util, sys
find = importlib.util.find_spec
importlib.util.find_spec = lambda name, package=None: None if name == "jupyterlab" else find(name, package)
from tooljet_jupyter.cli import main
sys.argv = ["jupyter-tooljet", *sys.argv[1:]]
main()
"""


def run(*words: str, **given) -> subprocess.CompletedProcess:
    """Run the program."""
    return subprocess.run([PROGRAM, *words], capture_output=True, text=True, check=False, env={**os.environ, **given})


def commands(group, *path):
    """Yield every command with the words that lead to it."""
    for name, command in group.commands.items():
        yield (*path, name), command
        if hasattr(command, "commands"):
            yield from commands(command, *path, name)


def test_every_command_says_what_it_does():
    assert [path for path, command in commands(root()) if not (command.help or "").strip()] == []


def test_every_option_says_what_it_is_for():
    missing = [
        (path, option.name)
        for path, command in commands(root())
        for option in command.params
        if option.param_type_name == "option" and not option.help
    ]
    assert missing == []


def test_every_command_can_answer_programs_and_talk_to_a_server():
    leaves = [(path, command) for path, command in commands(root()) if not hasattr(command, "commands")]
    for path, command in leaves:
        names = {option for param in command.params for option in param.opts}
        assert path in STARTS or {"--json", "--url", "--token"} <= names, path


def test_a_mistake_is_one_line_and_exit_code_1_and_wrong_usage_is_2(tmp_path):
    done = run("app", "release", "nothing", "--data-dir", str(tmp_path))
    assert (done.returncode, done.stderr) == (1, "Error: No app is called nothing\n")
    assert run("app", "burn").returncode == 2


def test_a_data_folder_that_cannot_be_made_is_one_line(tmp_path):
    (tmp_path / "file").write_text("")
    done = run("info", "--data-dir", str(tmp_path / "file" / "data"))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("Error: ")


def test_a_database_that_does_not_answer_is_one_line_without_its_password(tmp_path):
    url = "postgresql://ada:hunter2@127.0.0.1:1/none"
    (tmp_path / "jupyter_config.py").write_text(f"c.TooljetApp.db_url = {url!r}")
    done = run("info", "--config", str(tmp_path / "jupyter_config.py"))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "hunter2" not in done.stdout + done.stderr


@pytest.mark.parametrize("text", ["c.TooljetApp.max_rows = 'many'", "c.TooljetApp.max_rows = ("])
def test_a_broken_configuration_is_one_line(embedded, tmp_path, text):
    (tmp_path / "jupyter_config.py").write_text(text)
    embedded.where = ["--config", str(tmp_path / "jupyter_config.py")]
    said = embedded("info", fails=1).stderr
    assert said.startswith("Error: The configuration of Jupyter: ")
    assert said.count("\n") == 1


def test_the_doctor_finds_a_key_file_that_others_can_read(embedded, tmp_path):
    embedded("info")
    (tmp_path / "data" / "secret.key").chmod(0o644)
    checks = {check["check"]: check for check in embedded.json("doctor", fails=1)}
    assert checks["key file"]["state"] == "fail"
    assert "chmod 600" in checks["key file"]["message"]
    assert checks["database"]["state"] == checks["plugin postgresql"]["state"] == "ok"


def test_the_doctor_names_the_library_that_a_plugin_misses(embedded, tmp_path):
    folder = tmp_path / "more" / "oracle"
    folder.mkdir(parents=True)
    manifest = 'kind = "oracle"\ntitle = "Oracle"\ncategory = "database"\ndriver = "driver:Oracle"\n'
    (folder / "plugin.toml").write_text(manifest + 'requires = ["nowhere-oracle>=2"]')
    (folder / "driver.py").write_text("import nowhere_oracle")
    (tmp_path / "jupyter_config.py").write_text(
        f"c.TooljetApp.source_folders = [{str(folder.parent)!r}]\nc.TooljetApp.data_dir = {str(tmp_path / 'data')!r}"
    )
    embedded.where = ["--config", str(tmp_path / "jupyter_config.py")]
    checks = {check["check"]: check for check in embedded.json("doctor", fails=0)}
    assert checks["plugin oracle"]["state"] == "warn"
    assert 'pip install "nowhere-oracle>=2"' in checks["plugin oracle"]["message"]


def test_the_doctor_asks_a_server(remote):
    checks = {check["check"]: check["state"] for check in remote.json("doctor")}
    assert (checks["server"], checks["database"]) == ("ok", "ok")


def test_a_token_opens_a_server_for_its_rights_and_no_others(running):
    where = ["--data-dir", str(running.room / "data")]
    issued = json.loads(run("token", "issue", "--scope", "apps:view", "--json", *where).stdout)
    assert issued["scopes"] == ["apps:view"]
    headers = {"Authorization": f"Bearer {issued['token']}"}
    ask = httpx.Client(base_url=f"{running.url}/tooljet/api/", headers=headers, trust_env=False)
    with ask:
        assert ask.get("apps").status_code == 200
        assert ask.get("sources").status_code == 403
    plain = run("token", "issue", *where).stdout
    assert plain.count("\n") == 1
    assert plain.startswith("tj.")


def test_a_token_of_no_known_right_is_refused(embedded):
    assert "--scope" in embedded("token", "issue", "--scope", "apps:burn", fails=2).stderr


def test_the_demo_says_that_a_port_is_taken(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("demo", "--dir", str(tmp_path), "--port", str(port))
    assert done.returncode == 1
    assert f"Port {port} is in use" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_without_jupyterlab_the_demo_says_what_to_install(tmp_path):
    order = [sys.executable, "-c", WITHOUT_LAB, "demo", "--dir", str(tmp_path)]
    done = subprocess.run(order, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == 'Error: The demo needs JupyterLab: pip install "tooljet-jupyter[demo]"\n'


@pytest.mark.skipif(importlib.util.find_spec("jupyterlab") is None, reason="needs JupyterLab")
def test_a_second_start_of_the_demo_keeps_the_data_and_prints_three_links(tmp_path):
    (tmp_path / "room").mkdir()
    with demo(tmp_path / "room", orders=50) as first:
        first.change("UPDATE orders SET note = 'kept' WHERE id = 1")
        app = first.api("GET", "apps/orders")
        said = wait_for(first.log, "API reference")
        assert f"{first.port}/lab/tree/examples/01-quickstart.ipynb?token=" in said
        assert f"{first.port}/tooljet/apps/orders?token=" in said
    with demo(tmp_path / "room", orders=50) as second:
        assert second.rows("SELECT note FROM orders WHERE id = 1") == [("kept",)]
        assert second.api("GET", "apps/orders") == app


def wait_for(log: Path, words: str) -> str:
    """Return the log once it holds the words; the test's own time limit ends the wait."""
    with log.open(errors="replace") as lines:
        said = ""
        while words not in said:
            said += lines.readline()
    return said
