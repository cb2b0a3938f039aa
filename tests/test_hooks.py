"""Hooks: a package adds kinds of source, watches or refuses queries, adds commands, says who somebody is."""

import json

import click
import pytest
from click.testing import CliRunner

from tooljet_jupyter.errors import Forbidden, QueryFailed
from tooljet_jupyter.hooks import hook_manager, hookimpl
from tooljet_jupyter.services import queries, runs, sources
from tooljet_jupyter.services.server import Server
from tooljet_jupyter.wire.queries import RunOnce
from tooljet_jupyter.wire.sources import CreateSource

MANIFEST = """
kind = "echo"
title = "Echo"
category = "api"
driver = "driver:Echo"
static = true

[operations.say]
title = "Say"
fields = [{ key = "words", label = "Words", required = true }]
"""
DRIVER = """
from tooljet_jupyter.drivers.driver import Driver
from tooljet_jupyter.drivers.result import Result


class Echo(Driver):
    def run(self, operation, options, run):
        return Result([{"words": options["words"]}])

    def test(self):
        pass
"""


class Package:
    """What another package would bring."""

    def __init__(self, folder):
        self.folder = folder
        self.seen = []
        self.refused = ""

    @hookimpl
    def register_source_folders(self):
        return [self.folder]

    @hookimpl
    def before_query(self, call):
        if self.refused and call.query == self.refused:
            raise Forbidden("Not on Sundays")
        self.seen.append(("before", call.kind, call.user))

    @hookimpl
    def after_query(self, call, outcome):
        self.seen.append(("after", outcome.status, outcome.row_count))

    @hookimpl
    def register_commands(self, group):
        @group.command()
        def greet():
            click.echo("hello")

    @hookimpl
    def authenticate(self, headers):
        return headers.get("X-Employee")


@pytest.fixture
def package(tmp_path):
    place = tmp_path / "sources" / "echo"
    place.mkdir(parents=True)
    (place / "plugin.toml").write_text(MANIFEST)
    (place / "driver.py").write_text(DRIVER)
    return Package(place.parent)


@pytest.fixture
def hooked(place, package, shop_file):
    plugins = hook_manager()
    plugins.register(package)
    running = Server(place, plugins=plugins)
    with running.context() as ctx:
        sources.create(ctx, CreateSource(name="shop", kind="sqlite", options={"path": str(shop_file)}))
    yield running
    running.close()


def once(sql):
    return RunOnce(source="shop", options={"mode": "sql", "query": sql})


def test_a_kind_of_source_of_a_package_runs(hooked):
    with hooked.context() as ctx:
        body = RunOnce(kind="echo", options={"operation": "say", "words": "{{w}}"}, parameters={"w": "hi"})
        assert queries.run_once(ctx, body).data == [{"words": "hi"}]


def test_a_package_watches_queries_begin_and_end(hooked, package):
    with hooked.context() as ctx:
        queries.run_once(ctx, once("SELECT 1"))
        with pytest.raises(QueryFailed):
            queries.run_once(ctx, once("SELECT x"))
    assert package.seen == [
        ("before", "sqlite", "ada"),
        ("after", "done", 1),
        ("before", "sqlite", "ada"),
        ("after", "failed", None),
    ]


def test_a_package_refuses_a_query_and_the_refusal_is_recorded(hooked, package):
    package.refused = "query"
    with hooked.context() as ctx:
        with pytest.raises(Forbidden, match="Sundays"):
            queries.run_once(ctx, once("SELECT 1"))
        hooked.runs.flush()
        assert [(run.status, run.error) for run in runs.recent(ctx)] == [("failed", "Not on Sundays")]


def test_a_package_adds_a_command(package):
    plugins = hook_manager()
    plugins.register(package)
    group = click.Group()
    plugins.hook.register_commands(group=group)
    assert CliRunner().invoke(group, ["greet"]).output == "hello\n"


async def test_a_package_says_who_asks(api, jp_serverapp, package, http_server_client, jp_base_url):
    running = jp_serverapp.web_app.settings["tooljet"]
    plugins = hook_manager()
    plugins.register(package)
    running.hooks = plugins.hook
    headers = {"X-Employee": "grace"}
    answer = await http_server_client.fetch(jp_base_url + "tooljet/api/me", headers=headers)
    assert json.loads(answer.body)["name"] == "grace"
