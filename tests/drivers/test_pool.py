"""Warm connections: lent once at a time, looked at, dropped, cancelled by run."""

import threading

import pytest

from tooljet_jupyter.drivers.driver import Driver
from tooljet_jupyter.drivers.pool import Key, Pool
from tooljet_jupyter.drivers.result import Result
from tooljet_jupyter.errors import QueryFailed, SourceUnreachable

KEY = Key.of("source", "production", {"host": "a"})


class Line(Driver):
    """A source that remembers what was done to it."""

    def __init__(self, options, *, manifest=None):
        super().__init__(options, manifest=manifest)
        self.well, self.clean, self.log = True, True, []

    def run(self, operation, options, run):
        return Result([])

    def test(self):
        return None

    def healthy(self):
        return self.well

    def reusable(self):
        return self.clean

    def cancel(self):
        self.log.append("cancel")

    def close(self):
        self.log.append("close")


def opened():
    return Line({})


def test_a_connection_is_lent_again():
    pool = Pool()
    with pool.lease(KEY, opened) as first:
        pass
    with pool.lease(KEY, opened) as second:
        assert second is first


def test_other_options_are_other_connections():
    pool = Pool()
    with (
        pool.lease(KEY, opened) as first,
        pool.lease(Key.of("source", "production", {"host": "b"}), opened) as second,
    ):
        assert second is not first


@pytest.mark.parametrize("flaw", ["well", "clean"])
def test_a_connection_with_a_flaw_is_closed_and_replaced(flaw):
    pool = Pool()
    with pool.lease(KEY, opened) as first:
        setattr(first, flaw, False)
    with pool.lease(KEY, opened) as second:
        assert second is not first
    assert first.log == ["close"]


def test_a_failed_run_gives_its_connection_back():
    pool = Pool(max_per_source=1)
    with pytest.raises(QueryFailed), pool.lease(KEY, opened) as first:
        raise QueryFailed("no")
    with pool.lease(KEY, opened) as second:
        assert second is first


def test_a_source_that_cannot_be_opened_holds_no_place():
    pool = Pool(max_per_source=1, wait_seconds=0)

    def refuse():
        raise SourceUnreachable("gone")

    for _ in range(3):
        with pytest.raises(SourceUnreachable, match="gone"), pool.lease(KEY, refuse):
            pass


def test_no_more_connections_are_out_than_allowed():
    pool = Pool(max_per_source=1, wait_seconds=0)
    with pool.lease(KEY, opened), pytest.raises(SourceUnreachable, match="in use"), pool.lease(KEY, opened):
        pass


def test_a_run_that_waits_gets_the_connection_that_comes_back():
    pool, seen = Pool(max_per_source=1), []

    def wait():
        with pool.lease(KEY, opened) as driver:
            seen.append(driver)

    with pool.lease(KEY, opened) as first:
        thread = threading.Thread(target=wait)
        thread.start()
    thread.join(10)
    assert seen == [first]


def test_a_run_is_cancelled_by_its_name_while_it_is_out():
    pool = Pool()
    with pool.lease(KEY, opened, run_id="r1") as driver:
        assert pool.cancel("r1")
        assert not pool.cancel("r2")
    assert not pool.cancel("r1")
    assert driver.log == ["cancel"]


def test_a_changed_source_loses_its_connections_even_those_that_are_out():
    pool = Pool()
    with pool.lease(KEY, opened) as idle:
        pass
    with pool.lease(KEY, opened), pool.lease(KEY, opened) as out:
        pool.drop("source")
        assert (idle.log, out.log) == ([], [])
    assert (idle.log, out.log) == (["close"], ["close"])


def test_connections_that_nobody_needs_are_closed():
    pool = Pool(idle_seconds=0)
    with pool.lease(KEY, opened) as driver:
        assert pool.sweep() == 0
    assert pool.sweep() == 0
    assert driver.log == ["close"]


def test_a_closed_pool_closes_everything():
    pool = Pool()
    with pool.lease(KEY, opened) as driver:
        pool.close()
    assert driver.log == ["close"]


def test_many_threads_share_few_connections():
    pool, made = Pool(max_per_source=3), []

    def make():
        made.append(opened())
        return made[-1]

    def work():
        for _ in range(50):
            with pool.lease(KEY, make):
                pass

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(made) <= 3
