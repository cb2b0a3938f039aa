"""The product itself for tests: a server on either database, its API over HTTP, and a small shop to query."""

import json
import sqlite3
from contextlib import closing

import pytest
from tornado.httpclient import HTTPClientError

from tooljet_jupyter import served  # noqa: F401 (loaded beforehand, so that a server opens at once)
from tooljet_jupyter.services import sources
from tooljet_jupyter.services.server import Place, Server
from tooljet_jupyter.wire.sources import CreateSource

SHOP = """
CREATE TABLE orders (id INTEGER PRIMARY KEY, customer TEXT NOT NULL, status TEXT NOT NULL, total NUMERIC);
INSERT INTO orders VALUES (1, 'Ada', 'open', 10.5), (2, 'Ben', 'paid', 20), (3, 'Chloe', 'open', 30.25);
"""


@pytest.fixture
def place(database_url, tmp_path):
    """Where a server under test keeps its things; its metadata is on SQLite, then on PostgreSQL."""
    return Place(data_dir=tmp_path / "data", db_url=database_url, owner="ada")


@pytest.fixture
def server(place):
    """A server without HTTP, on either database."""
    running = Server(place)
    yield running
    running.close()


@pytest.fixture
def ctx(server):
    """A context of the server's owner."""
    with server.context() as context:
        yield context


@pytest.fixture
def shop_file(tmp_path):
    """A SQLite database with three orders."""
    path = tmp_path / "shop.sqlite"
    with closing(sqlite3.connect(path)) as db:
        db.executescript(SHOP)
    return path


@pytest.fixture
def shop(ctx, shop_file):
    """The data source on the three orders."""
    made = sources.create(ctx, CreateSource(name="shop", kind="sqlite", options={"path": str(shop_file)}))
    ctx.db.commit()
    return made


@pytest.fixture
def jp_server_config(tmp_path):
    """A Jupyter server with the extension on, its data in a folder of the test."""
    return {
        "ServerApp": {"jpserver_extensions": {"tooljet_jupyter": True}},
        "TooljetApp": {"data_dir": str(tmp_path / "jupyter-data"), "owner": "ada"},
    }


@pytest.fixture
def api(jp_fetch):
    """Call the API: `status, body = await api("GET", "apps")`."""

    async def call(verb, *path, body=None, headers=None, raw=False):
        given = {"method": verb, "headers": headers or {}}
        if verb in {"POST", "PUT", "PATCH"}:
            given["body"] = body if isinstance(body, str) else json.dumps({} if body is None else body)
        try:
            answer = await jp_fetch("tooljet", "api", *path, **given)
        except HTTPClientError as error:
            answer = error.response
        text = answer.body.decode()
        return answer.code, text if raw else json.loads(text)

    return call


@pytest.fixture
def definition():
    """Return a definition with one page, one button and the given queries."""

    def make(*queries, components=None):
        button = {"id": "go", "name": "go", "type": "Button", "props": {"text": "Go"}}
        page = {"id": "home", "name": "Home", "handle": "home", "components": components or [button]}
        return {"homePage": "home", "pages": [page], "queries": list(queries)}

    return make


@pytest.fixture
def jupyter_ctx(jp_serverapp):
    """A context of the extension inside the running Jupyter server."""
    with jp_serverapp.web_app.settings["tooljet"].context() as context:
        yield context


@pytest.fixture
def shop_api(jupyter_ctx, shop_file):
    """The id of the data source on the three orders, in the running Jupyter server."""
    body = CreateSource(name="shop", kind="sqlite", options={"path": str(shop_file)})
    made = sources.create(jupyter_ctx, body)
    jupyter_ctx.db.commit()
    return made.id
