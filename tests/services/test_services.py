"""The servers and the browser that other tests rely on."""

import psycopg
import pytest
import sqlalchemy
from redis import Redis

from tests.services import postgresql, redis


def test_each_test_gets_a_postgresql_database_of_its_own(postgresql_databases):
    first, second = postgresql_databases(), postgresql_databases()
    with psycopg.connect(first) as one, psycopg.connect(second) as other:
        one.execute("CREATE TABLE orders (id int)")
        assert one.execute("SELECT to_regclass('orders')").fetchone() == ("orders",)
        assert other.execute("SELECT to_regclass('orders')").fetchone() == (None,)


def test_postgresql_refuses_wrong_credentials(postgresql_database):
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(postgresql_database.replace(postgresql.PASSWORD, "wrong"))


def test_the_postgresql_from_pypi_works_too():
    with postgresql.server(postgresql.from_wheel()) as url, psycopg.connect(url) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_the_redis_from_pypi_works_too():
    with redis.server(redis.from_wheel()) as url, Redis.from_url(url) as client:
        assert client.ping()


def test_redis_is_empty_at_the_start_of_a_test(redis_url):
    with Redis.from_url(redis_url) as client:
        assert client.dbsize() == 0
        client.set("left", "behind")


def test_redis_is_empty_after_a_test_that_left_something(redis_url):
    with Redis.from_url(redis_url) as client:
        assert client.dbsize() == 0


def test_a_storage_test_runs_on_both_databases(database_url):
    engine = sqlalchemy.create_engine(database_url)
    with engine.begin() as connection:
        assert connection.execute(sqlalchemy.text("SELECT 1")).scalar() == 1
    engine.dispose()


def test_a_page_shows_in_the_browser(page):
    page.set_content("<h1>Orders</h1>")
    assert page.get_by_role("heading").inner_text() == "Orders"
