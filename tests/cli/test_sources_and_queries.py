"""Data sources and queries from the command line, with a server and without one."""

import os

import pytest

SECRET = "hunter2"
POSTGRES = ["source", "add", "books", "postgresql", "-o", "host=127.0.0.1", "-o", "port=1"]
POSTGRES += ["-o", "database=books", "-o", "username=ada", "-o", "ssl_enabled=false"]


@pytest.fixture(params=["embedded", "remote"])
def command(request):
    """The same command, once on the database and once on a running server."""
    return request.getfixturevalue(request.param)


def test_a_source_is_added_tried_and_asked(command, shop_file, request):
    name = f"orders-{request.node.callspec.id}"
    added = command.json("source", "add", name, "sqlite", "-o", f"path={shop_file}")
    assert (added["name"], added["kind"]) == (name, "sqlite")
    assert name in [source["name"] for source in command.json("source", "list")]
    assert command.json("source", "test", name)["ok"] is True
    sql = "SELECT id, customer FROM orders WHERE status = {{status}} AND id >= {{least}} ORDER BY id"
    asked = ("query", "run", "--source", name, "--sql", sql, "-p", "status=open", "-j", "least=2")
    assert command.json(*asked)["data"] == [{"id": 3, "customer": "Chloe"}]
    shown = command(*asked).stdout
    assert "Chloe" in shown
    assert "1 rows" in shown


def test_what_fails_is_said_in_one_line_and_as_json(command):
    line = command("source", "test", "nowhere", fails=1).stderr
    assert line == "Error: No data source is called nowhere\n"
    told = command("source", "test", "nowhere", "--json", fails=1).stderr
    assert '"code":"NotFound"' in told
    assert "Traceback" not in line + told


def test_wrong_usage_has_its_own_exit_code(command):
    assert "Name a saved query" in command("query", "run", fails=2).stderr
    assert "no option colour" in command("source", "add", "x", "sqlite", "-o", "colour=red", fails=2).stderr
    assert "KEY=VALUE" in command("source", "add", "x", "sqlite", "-o", SECRET, fails=2).stderr


def test_a_secret_on_the_command_line_is_refused_and_not_repeated(embedded):
    said = embedded(*POSTGRES, "-o", f"password={SECRET}", fails=2)
    assert "env:NAME" in said.stderr
    assert SECRET not in said.output


@pytest.mark.parametrize("way", ["-", "env:BOOKS_PASSWORD", "@"])
def test_a_secret_comes_from_standard_input_the_environment_or_a_file(embedded, way, monkeypatch, tmp_path):
    monkeypatch.setenv("BOOKS_PASSWORD", SECRET)
    (tmp_path / "password").write_text(SECRET)
    told = f"@{tmp_path / 'password'}" if way == "@" else way
    done = embedded(*POSTGRES, "-o", f"password={told}", "--json", typed=f"{SECRET}\n")
    assert '"password": "••••••••"' in done.stdout
    listed = embedded("source", "list", "--json")
    assert SECRET not in done.output + listed.output


def test_options_come_from_a_file_as_a_whole(embedded, shop_file):
    options = f'{{"path": "{shop_file}"}}'
    added = embedded.json("source", "add", "shop", "sqlite", "--options-file", "-", typed=options)
    assert added["options"]["production"]["path"] == str(shop_file)


def test_an_option_of_one_environment_is_for_that_one_only(embedded, shop_file):
    order = ("source", "add", "shop", "sqlite", "-o", f"path={shop_file}", "--environment", "staging")
    assert list(embedded.json(*order)["options"]) == ["staging"]
    assert "not set up for development" in embedded("source", "test", "shop", fails=1).stderr


def test_rows_that_hold_terminal_codes_are_shown_as_text(embedded, shop_file):
    embedded("source", "add", "shop", "sqlite", "-o", f"path={shop_file}")
    sql = "SELECT char(27) || '[31mred' AS colour, '[bold]b' AS markup"
    shown = embedded("query", "run", "--source", "shop", "--sql", "-", typed=sql).stdout
    assert "\x1b" not in shown
    assert "[bold]b" in shown


def test_a_server_that_does_not_answer_is_named(embedded):
    embedded.where = ["--url", "http://127.0.0.1:9"]
    assert "http://127.0.0.1:9" in embedded("info", fails=1).stderr


def test_a_wrong_token_is_refused(remote):
    remote.where += ["--token", "-"]
    assert "Log in" in remote("info", typed="wrong\n", fails=1).stderr


def test_without_a_server_the_settings_of_jupyter_say_which_database(shop_file, tmp_path, embedded):
    config = tmp_path / "jupyter_config.py"
    config.write_text(f"c.TooljetApp.data_dir = {str(tmp_path / 'elsewhere')!r}\nc.TooljetApp.owner = 'grace'")
    embedded.where = ["--config", str(config)]
    told = embedded.json("info")
    assert (told["dataDir"], told["user"], told["server"]) == (str(tmp_path / "elsewhere"), "grace", None)


def test_the_usual_configuration_files_of_jupyter_count(tmp_path, embedded, monkeypatch):
    (tmp_path / "config").mkdir()
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path / "config"))
    settings = f"c.TooljetApp.data_dir = {str(tmp_path / 'usual')!r}"
    (tmp_path / "config" / "jupyter_server_config.py").write_text(settings)
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path))
    embedded.where = []
    assert embedded.json("info")["dataDir"] == str(tmp_path / "usual")


def test_a_server_says_who_asks(remote, running):
    told = remote.json("info")
    assert told["server"] == f"{running.url}/"
    assert (told["apps"], told["database"]) == (2, None)
    assert "postgresql" in told["kinds"]
    assert os.environ["TOOLJET_TOKEN"] not in remote("info").output
