"""The demo: made once, kept at the next start, and every query of its apps can run."""

import sqlite3
from contextlib import closing

import pytest

from tooljet_jupyter.cli import demo
from tooljet_jupyter.resources import folder
from tooljet_jupyter.services import apps, plans, queries
from tooljet_jupyter.services.server import Place, Server


@pytest.fixture
def room(tmp_path):
    """A demo with a small shop, prepared once."""
    shop = demo.load(folder("examples") / "shop.py")
    shop.make(tmp_path / "shop.sqlite", orders=300)
    demo.prepare(tmp_path)
    return tmp_path


def served(room):
    return Server(Place(data_dir=room / "data"))


def test_both_apps_are_released(room):
    server = served(room)
    with server.context() as ctx:
        assert [(app.slug, app.released_version) for app in apps.listing(ctx)] == [
            ("orders", "v1"),
            ("status-board", "v1"),
        ]
    server.close()


def test_no_query_of_the_apps_is_broken(room):
    server = served(room)
    with server.context() as ctx:
        for slug in ("orders", "status-board"):
            held = queries.frozen(ctx, slug)
            assert [key for key, plan in held.plans.items() if not isinstance(plan, plans.Plan)] == []
    server.close()


def test_a_second_start_keeps_what_was_changed(room):
    with closing(sqlite3.connect(room / "shop.sqlite")) as db, db:
        db.execute("UPDATE orders SET note = 'mine' WHERE id = 1")
    (room / "examples" / "01-quickstart.ipynb").write_text("changed")
    demo.prepare(room)
    with closing(sqlite3.connect(room / "shop.sqlite")) as db:
        assert db.execute("SELECT note FROM orders WHERE id = 1").fetchone() == ("mine",)
    assert (room / "examples" / "01-quickstart.ipynb").read_text() == "changed"


def test_the_shop_is_made_from_a_seed(tmp_path):
    shop = demo.load(folder("examples") / "shop.py")
    for name in ("one", "two"):
        shop.make(tmp_path / name, orders=200)
    rows = []
    for name in ("one", "two"):
        with closing(sqlite3.connect(tmp_path / name)) as db:
            rows.append(db.execute("SELECT id, customer_id, status, total FROM orders").fetchall())
    assert rows[0] == rows[1]
    assert len(rows[0]) == 200
